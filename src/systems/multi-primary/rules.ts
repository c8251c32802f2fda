import {
  requireDuration,
  requirePositive,
  requireProbability,
  requireWholeNumber,
} from '../../reliability/domain.ts'
import { networkOf } from '../../simulation/network.ts'
import type { Moment, Rules, Step } from '../../simulation/rules.ts'
import { type Basket, goodsIn, withItem, without } from './basket.ts'
import { shown, united } from './conflict.ts'
import { audit, settle } from './ledger.ts'
import { meantBy, nextGood } from './meaning.ts'
import { confirm, cut, lose, mend, post, receive, retry } from './replicate.ts'
import { type Turn, changeSite, peersOf, siteIds, siteOf } from './turn.ts'
import { type SiteId, countOf, next } from './version-vector.ts'
import {
  INVARIANTS,
  type MultiPrimaryAction,
  type MultiPrimaryEvent,
  type MultiPrimaryNote,
  type MultiPrimaryParameters,
  type MultiPrimaryWorld,
  type Version,
  type Write,
} from './world.ts'

type MultiPrimaryStep = Step<MultiPrimaryWorld, MultiPrimaryEvent, MultiPrimaryNote>

/** The basket as everybody has it in the beginning: bread, from long ago. */
const BEGINNING: Write = {
  number: 0,
  site: 'A',
  kind: 'add',
  good: 'bread',
  atMs: 0,
  wallMs: 0,
  lamport: 0,
  vector: { A: 1 },
  past: [],
}
/** What every site holds in the beginning. */
export const FIRST: Version = {
  by: 'A',
  wallMs: 0,
  lamport: 0,
  vector: BEGINNING.vector,
  basket: [{ good: 'bread', site: 'A', count: 1 }],
  history: [0],
}

/**
 * The basket that a write starts from. Where siblings are left to people, a person who is shown all
 * of them says what was meant.
 */
function baseOf({ parameters, writes }: MultiPrimaryWorld, versions: readonly Version[]): Basket {
  const all = shown(parameters.rule, versions)
  const [first, ...others] = all
  if (!first) return []
  if (others.length === 0) return first.basket
  return meantBy(
    writes,
    all.reduce<readonly number[]>((history, one) => united(history, one.history), []),
  )
}

type WriteAction = Extract<MultiPrimaryAction, { kind: 'add' | 'remove' | 'settle' }>

/** A customer's write: acknowledged once its site has it, and sent to all the others then. */
function write(turn: Turn, action: WriteAction): void {
  const { world } = turn
  const { nowMs } = turn.moment
  const { site: id, kind } = action
  const site = siteOf(world, id)
  const base = baseOf(world, site.versions)
  const good = kind === 'settle' ? undefined : (action.good ?? nextGood(world.writes))
  if (kind === 'settle' && site.versions.length < 2) return
  if (kind === 'remove' && !goodsIn(base).includes(action.good)) return
  const number = world.writes.length
  const vector = next(site.vector, id)
  const stamps = {
    wallMs: nowMs + (world.parameters.aheadMs[id] ?? 0),
    lamport: site.lamport + 1,
    vector,
  }
  const done: Write = { ...stamps, number, site: id, kind, good, atMs: nowMs, past: site.known }
  const after: Readonly<Record<WriteAction['kind'], () => Basket>> = {
    add: () => (good ? withItem(base, { good, site: id, count: countOf(vector, id) }) : base),
    remove: () => (good ? without(base, good) : base),
    settle: () => base,
  }
  const seen = site.versions.reduce<readonly number[]>(
    (history, version) => united(history, version.history),
    [],
  )
  const version: Version = { ...stamps, by: id, basket: after[kind](), history: [...seen, number] }
  turn.world = { ...world, writes: [...world.writes, done] }
  changeSite(turn, id, {
    vector,
    lamport: stamps.lamport,
    known: [...site.known, number],
  })
  const outcome = settle(turn, id, [version])
  turn.notes.push({ kind: 'written', write: number, shadowed: outcome === 'discarded' })
  audit(turn, id, [...site.versions, version])
  for (const peer of peersOf(turn, id)) post(turn, id, peer)
}

const flightOf = ({ flights }: MultiPrimaryWorld, number: number) =>
  flights.find((flight) => flight.number === number)

function happen(turn: Turn, event: MultiPrimaryEvent): void {
  switch (event.kind) {
    case 'arrive': {
      // Somebody dropped it, or it was delayed and comes later.
      const flight = flightOf(turn.world, event.flight)
      if (flight && flight.arrivesMs <= turn.moment.nowMs) receive(turn, flight)
      return
    }
    case 'lose': {
      const flight = flightOf(turn.world, event.flight)
      if (flight) lose(turn, flight)
      return
    }
    case 'confirm':
      return confirm(turn, event)
    case 'retry':
      return retry(turn, event)
  }
}

function act(turn: Turn, action: MultiPrimaryAction): void {
  const { world, notes } = turn
  const isSite = (id: SiteId): boolean => Object.hasOwn(world.sites, id)
  switch (action.kind) {
    case 'add':
    case 'remove':
    case 'settle':
      if (isSite(action.site)) write(turn, action)
      return
    case 'cut':
    case 'mend': {
      const { one, other } = action
      if (!isSite(one) || !isSite(other) || one === other) return
      return action.kind === 'cut' ? cut(turn, one, other) : mend(turn, one, other)
    }
    case 'drop': {
      const flight = flightOf(world, action.flight)
      if (!flight) return
      notes.push({ kind: 'dropped', from: flight.from, to: flight.to })
      return lose(turn, flight)
    }
    case 'delay': {
      const flight = flightOf(world, action.flight)
      if (!flight) return
      const arrivesMs = flight.arrivesMs + action.byMs
      const late = { ...flight, arrivesMs }
      const flights = world.flights.map((other) => (other === flight ? late : other))
      turn.world = { ...world, flights }
      notes.push({ kind: 'delayed', from: flight.from, to: flight.to })
      turn.schedule.push({
        afterMs: arrivesMs - turn.moment.nowMs,
        event: { kind: 'arrive', flight: flight.number },
      })
    }
  }
}

function checkParameters(parameters: MultiPrimaryParameters): void {
  const { sites, loss, duplication, retryMs, aheadMs } = parameters
  requireWholeNumber(sites, 2, 3, 'sites', 'multiPrimary')
  requireProbability(loss, 'loss', 'multiPrimary')
  requireProbability(duplication, 'duplication', 'multiPrimary')
  requirePositive(retryMs, 'retryMs', 'multiPrimary')
  for (const ms of Object.values(aheadMs)) requireDuration(Math.abs(ms), 'aheadMs', 'multiPrimary')
}

function begin(parameters: MultiPrimaryParameters): MultiPrimaryStep {
  checkParameters(parameters)
  const { latency } = parameters
  const ids = siteIds(parameters)
  const site = (id: SiteId) => ({
    versions: [FIRST],
    lamport: 0,
    vector: FIRST.vector,
    known: FIRST.history,
    confirmed: Object.fromEntries(ids.map((other) => [other, countOf(FIRST.vector, id)])),
  })
  return {
    world: {
      parameters,
      network: networkOf({ latency, loss: 0, duplication: 0 }),
      sites: Object.fromEntries(ids.map((id) => [id, site(id)])),
      writes: [BEGINNING],
      flights: [],
      ended: [],
      sent: 0,
      breaches: {},
      lost: [],
      conflicts: [],
    },
  }
}

const stepped = (
  world: MultiPrimaryWorld,
  moment: Moment,
  step: (turn: Turn) => void,
): MultiPrimaryStep => {
  const turn: Turn = { world, schedule: [], notes: [], moment }
  step(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}

type MultiPrimaryRules = Rules<
  MultiPrimaryParameters,
  MultiPrimaryWorld,
  MultiPrimaryEvent,
  MultiPrimaryAction,
  MultiPrimaryNote
>

/**
 * Two or three sites that all take writes for one basket, and tell each other what they hold until
 * it is confirmed. What they make of concurrent writes is a parameter.
 *
 * @throws RangeError if a parameter is out of its range
 * @source parker-1983
 * @source decandia-2007
 * @source shapiro-2011
 */
export const multiPrimary: MultiPrimaryRules = {
  begin,
  happen: (world, event, moment) => stepped(world, moment, (turn) => happen(turn, event)),
  act: (world, action, moment) => stepped(world, moment, (turn) => act(turn, action)),
}

/** The same rules, where a run stops as soon as an invariant is broken. */
export const strictMultiPrimary: MultiPrimaryRules = {
  ...multiPrimary,
  invariants: Object.fromEntries(
    INVARIANTS.map((name) => [
      name,
      ({ breaches }: MultiPrimaryWorld) => breaches[name] === undefined,
    ]),
  ),
}
