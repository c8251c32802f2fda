import { networkOf, passes, withLink } from '../../simulation/network.ts'
import type { Moment, Rules, Step } from '../../simulation/rules.ts'
import * as lead from './lead.ts'
import { suspects, writablePrimaries } from './lease.ts'
import {
  checkParameters,
  ENDS,
  HOME,
  LINKS,
  REGIONS,
  type RegionId,
  type RegionsParameters,
  ROUND_TRIPS_MS,
} from './parameters.ts'
import * as replicate from './replicate.ts'
import { ledTo } from './steering.ts'
import { perRegion, trafficOf, writesTo } from './traffic.ts'
import { change, later, type Turn, turnOf } from './turn.ts'
import type {
  Region,
  RegionsAction,
  RegionsEvent,
  RegionsNote,
  RegionsWorld,
  Resolver,
  Steering,
} from './world.ts'

/** Caches, or networks, of each region's users: each stands for as many of them. */
export const RESOLVERS = 60
/** Writes of all users in one second. */
export const WRITES_PER_SECOND = 100
/** Traffic is reckoned so often. */
export const TICK_MS = 1000
/** Good probes in a row that bring a region back. */
const RISE = 2
/** Multiples of it fall evenly between 0 and 1: whoever is stubborn is spread over all picks. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

type Message = Extract<RegionsEvent, { kind: 'message' }>

const said = (
  parameters: RegionsParameters,
  atMs: number,
  healthy: readonly RegionId[],
  site: RegionId,
  term: number,
): Steering => ({
  atMs,
  healthy,
  site,
  term,
  to: perRegion((home) => ledTo(parameters, { healthy, site }, home)),
})

/** What names or routes say changes, if it does. */
function steer(turn: Turn, site: RegionId, term: number): void {
  const { steering, checks, parameters } = turn.world
  const last = steering.at(-1)
  const healthy = REGIONS.filter((id) => checks[id].healthy)
  if (!last || (`${last.healthy}` === `${healthy}` && last.site === site)) return
  const next = said(parameters, turn.moment.nowMs, healthy, site, term)
  turn.world = { ...turn.world, steering: [...steering, next] }
  const to = parameters.strategy === 'active-active' ? healthy : [site]
  const before = parameters.strategy === 'active-active' ? last.healthy : [last.site]
  if (`${to}` !== `${before}`) turn.notes.push({ kind: 'steered', to })
}

/** Every region is looked at from outside. One that is still catching up says so, and is not used. */
function probe(turn: Turn): void {
  const { checks, regions, parameters, steering } = turn.world
  const next = perRegion((id) => {
    const good = regions[id].up && !regions[id].returning
    const { healthy } = checks[id]
    const misses = good ? 0 : checks[id].misses + 1
    const successes = good ? checks[id].successes + 1 : 0
    return {
      misses,
      successes,
      healthy: healthy ? misses < parameters.threshold : successes >= RISE,
    }
  })
  turn.world = { ...turn.world, checks: next }
  const last = steering.at(-1)
  if (last) steer(turn, last.site, last.term)
  later(turn, parameters.intervalMs, { kind: 'probe' })
}

/** One second of users, and of what they write. */
function tick(turn: Turn): void {
  const { nowMs } = turn.moment
  const { world } = turn
  const traffic = trafficOf(world, nowMs)
  turn.world = { ...world, traffic }
  const writes = { america: 0, europe: 0, asia: 0 }
  for (const id of REGIONS) {
    const primary = world.regions[id].up ? writesTo(world, id, nowMs) : undefined
    if (primary) writes[primary] += traffic.served[id] * WRITES_PER_SECOND
    if (traffic.utilisation[id] > 1 && turn.world.breaches.notOverloaded === undefined) {
      turn.notes.push({ kind: 'overloaded', region: id })
      turn.world = {
        ...turn.world,
        breaches: { ...turn.world.breaches, notOverloaded: nowMs },
      }
    }
  }
  for (const id of REGIONS) {
    const count = Math.round(writes[id])
    if (count > 0) replicate.write(turn, id, count)
    const { up, role } = turn.world.regions[id]
    if (!up || role !== 'primary') continue
    replicate.stream(turn, id)
    replicate.proceed(turn, id)
  }
  later(turn, TICK_MS, { kind: 'tick' })
}

/** A promotion is over: this copy counts from now on, and users may be led to it. */
function ready(turn: Turn, { region: id, term }: Extract<RegionsEvent, { kind: 'ready' }>): void {
  const { up, role, term: now } = turn.world.regions[id]
  if (!up || role !== 'primary' || now !== term) return
  change(turn, id, { ready: true })
  turn.notes.push({ kind: 'promoted', region: id })
  replicate.countLost(turn)
  if (term > (turn.world.steering.at(-1)?.term ?? 0)) steer(turn, id, term)
}

function arrive(turn: Turn, { from, to, message }: Message): void {
  const { regions, network } = turn.world
  if (!regions[from].up || !regions[to].up || !passes(network, from, to)) return
  switch (message.kind) {
    case 'heartbeat':
      return lead.heartbeat(turn, to, from, message)
    case 'granted':
      return lead.granted(turn, to, from, message)
    case 'outdated':
      return lead.outdated(turn, to, message)
    case 'stream':
      return replicate.streamed(turn, to, from, message)
    case 'has':
      return replicate.has(turn, to, from, message)
    case 'lacks':
      return replicate.lacks(turn, to, from, message)
    case 'ask':
      return lead.asked(turn, to, from, message)
    case 'vote':
      return lead.voted(turn, to, from, message)
    case 'refusal':
      return lead.refused(turn, to, message)
    case 'handover':
      return lead.handedOver(turn, to, from, message)
  }
}

function happen(turn: Turn, event: RegionsEvent): void {
  switch (event.kind) {
    case 'tick':
      return tick(turn)
    case 'probe':
      return probe(turn)
    case 'beat':
      return lead.beat(turn, event)
    case 'watch':
      return lead.watch(turn, event.region, event.heardMs)
    case 'decide':
      return lead.decide(turn, event.region, event.heardMs)
    case 'ask':
      return lead.askOthers(turn, event.region, event.heardMs)
    case 'ready':
      return ready(turn, event)
    case 'message':
      return arrive(turn, event)
  }
}

function lose(turn: Turn, id: RegionId): void {
  if (!turn.world.regions[id].up) return
  change(turn, id, {
    up: false,
    role: 'standby',
    ready: false,
    handing: undefined,
    frozenMs: undefined,
    suspectMs: undefined,
    decidedMs: undefined,
  })
  turn.notes.push({ kind: 'region-lost', region: id })
}

/** It comes back as a standby with the data that it had, and knows nothing of what it promised. */
function restore(turn: Turn, id: RegionId): void {
  if (turn.world.regions[id].up) return
  change(turn, id, { up: true, returning: true })
  turn.notes.push({ kind: 'region-back', region: id })
  lead.hears(turn, id)
}

/** The operators want this region to lead: they decide for it, or have the primary hand over. */
function promote(turn: Turn, id: RegionId): void {
  const { up, role, heardMs } = turn.world.regions[id]
  if (!up || role === 'primary') return
  if (turn.world.parameters.flaw === 'promotes-unasked') return lead.askOthers(turn, id, heardMs)
  if (!suspects(turn.world, id, turn.moment.nowMs)) return lead.planHandover(turn, id)
  lead.decide(turn, id, heardMs)
}

function setLink(turn: Turn, action: Extract<RegionsAction, { kind: 'cut' | 'mend' }>): void {
  const { network } = turn.world
  const [one, other] = ENDS[action.link]
  const ways = [`${one}>${other}`, `${other}>${one}`]
  const isCut = network.cut.includes(ways[0] ?? '')
  if (isCut === (action.kind === 'cut')) return
  const rest = network.cut.filter((way) => !ways.includes(way))
  const cut = action.kind === 'cut' ? [...rest, ...ways] : rest
  turn.world = { ...turn.world, network: { ...network, cut } }
  turn.notes.push({ kind: isCut ? 'link-mended' : 'link-cut', link: action.link })
}

function act(turn: Turn, action: RegionsAction): void {
  switch (action.kind) {
    case 'lose':
      return lose(turn, action.region)
    case 'restore':
      return restore(turn, action.region)
    case 'promote':
      return promote(turn, action.region)
    case 'fail-back':
      return lead.planHandover(turn, HOME)
    case 'cut':
    case 'mend':
      return setLink(turn, action)
  }
}

/** Two that take writes at one moment. Only an event can begin that, so it is looked for after each. */
function audit(turn: Turn): void {
  if (turn.world.breaches.onePrimary !== undefined) return
  const { nowMs } = turn.moment
  const regions = writablePrimaries(turn.world, nowMs)
  if (regions.length < 2) return
  turn.notes.push({ kind: 'two-primaries', regions })
  turn.world = { ...turn.world, breaches: { ...turn.world.breaches, onePrimary: nowMs } }
}

function step(
  world: RegionsWorld,
  moment: Moment,
  work: (turn: Turn) => void,
): Step<RegionsWorld, RegionsEvent, RegionsNote> {
  const turn = turnOf(world, moment)
  work(turn)
  audit(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}

function begin(parameters: RegionsParameters, moment: Moment) {
  checkParameters(parameters)
  const { draw } = moment
  const term = lead.nextTerm(HOME, 0)
  const region: Region = {
    up: true,
    role: 'standby',
    term,
    follows: HOME,
    ready: false,
    handing: undefined,
    frozenMs: undefined,
    granted: {},
    heardMs: 0,
    suspectMs: undefined,
    decidedMs: undefined,
    refused: false,
    sent: {},
    known: {},
    returning: false,
    scaledMs: undefined,
  }
  const resolvers = REGIONS.flatMap((home) =>
    Array.from({ length: RESOLVERS }, (_, index): Resolver => {
      const place = (index + 0.5) * GOLDEN
      return {
        home,
        phase: draw.uniform(`caches of ${home}`),
        pick: (index + 0.5) / RESOLVERS,
        stubborn: place - Math.floor(place) < parameters.stubborn,
      }
    }),
  )
  const network = LINKS.reduce(
    (all, link) => {
      const [one, other] = ENDS[link]
      const latency = { kind: 'fixed', ms: ROUND_TRIPS_MS[link] / 2 } as const
      return withLink(withLink(all, one, other, { latency }), other, one, { latency })
    },
    networkOf({ latency: { kind: 'fixed', ms: 0 }, loss: 0, duplication: 0 }),
  )
  const first: Omit<RegionsWorld, 'traffic'> = {
    parameters,
    regions: perRegion((id) =>
      id === HOME
        ? { ...region, role: 'primary', ready: true, granted: { europe: 0, asia: 0 } }
        : region,
    ),
    network,
    resolvers,
    checks: perRegion(() => ({ misses: 0, successes: 0, healthy: true })),
    steering: [said(parameters, 0, REGIONS, HOME, term)],
    batches: [],
    logs: perRegion(() => []),
    flights: [],
    breaches: {},
  }
  const nobody = perRegion(() => 0)
  const traffic = {
    atMs: 0,
    sent: perRegion(() => nobody),
    utilisation: nobody,
    served: nobody,
    readOnly: 0,
    turnedAway: 0,
    deadEnd: 0,
    readMs: perRegion(() => undefined),
    writeMs: perRegion(() => undefined),
  }
  return step({ ...first, traffic }, moment, (turn) => {
    const offset = (stream: string) => Math.floor(draw.uniform(stream) * parameters.intervalMs)
    later(turn, TICK_MS / 2, { kind: 'tick' })
    later(turn, offset('probe'), { kind: 'probe' })
    later(turn, offset('beat'), { kind: 'beat', region: HOME, term })
    for (const id of REGIONS) if (id !== HOME) lead.hears(turn, id)
  })
}

/**
 * Three regions: servers and a copy of the database in each, one primary that the others follow,
 * probes from outside, and names or routes that lead users. The primary holds a lease of a majority;
 * a standby that misses it asks the other one before it takes over.
 *
 * Users are a flow, led by many caches; writes are counted in seconds, and each second of them is
 * copied, acknowledged and lost as a whole.
 *
 * @source ongaro-2014
 * @source mockapetris-1987
 */
export const regions: Rules<
  RegionsParameters,
  RegionsWorld,
  RegionsEvent,
  RegionsAction,
  RegionsNote
> = {
  begin,
  happen: (world, event, moment) => step(world, moment, (turn) => happen(turn, event)),
  act: (world, action, moment) => step(world, moment, (turn) => act(turn, action)),
}
