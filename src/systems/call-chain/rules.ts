import type { Later, Moment, Rules, Step } from '../../simulation/rules.ts'
import { type ChainParameters, checkChain } from './parameters.ts'
import type { Call, ChainEvent, ChainNote, ChainWorld, Failure, Work } from './world.ts'

/** A step in the making; it lives for one event, and the worlds that it passes through never change. */
interface Turn {
  world: ChainWorld
  readonly schedule: Later<ChainEvent>[]
  readonly notes: ChainNote[]
  readonly moment: Moment
}

const isCall = (one: Call, { request, attempt }: Call): boolean =>
  one.request === request && one.attempt === attempt

/** A new user, and the one after. */
function arrive(turn: Turn, extra: boolean): void {
  const { world, moment } = turn
  const { usersPerSecond, untilMs } = world.parameters
  if (!extra) {
    const afterMs = moment.draw.exponential('arrivals', 1000 / usersPerSecond)
    if (moment.nowMs + afterMs < untilMs) {
      turn.schedule.push({ afterMs, event: { kind: 'arrive', extra: false } })
    }
  }
  const request = world.requests
  turn.world = { ...world, requests: request + 1 }
  turn.notes.push({ kind: 'arrived', request })
  save(turn, 0, world.parameters.layers)
  call(turn, { request, attempt: 0 })
}

/** Layers from one to another make a call that is no retry, and may retry a little more for it. */
function save(turn: Turn, from: number, to: number): void {
  const { budget, budgetSaved } = turn.world.parameters
  if (budget === Infinity) return
  const tokens = turn.world.tokens.map((own, layer) =>
    layer >= from && layer < to ? Math.min(budgetSaved, own + budget) : own,
  )
  turn.world = { ...turn.world, tokens }
}

/** The lowest layer calls the store. */
function call(turn: Turn, one: Call): void {
  const { busy, waiting, down, parameters } = turn.world
  turn.notes.push({ kind: 'called', ...one })
  if (down) return failed(turn, one, 'refused')
  if (busy.length >= parameters.workers && waiting.length >= parameters.queue) {
    return failed(turn, one, 'full')
  }
  turn.world = { ...turn.world, waiting: [...waiting, { ...one, abandoned: false }] }
  turn.schedule.push({ afterMs: parameters.patienceMs, event: { kind: 'give-up', ...one } })
  startWaiting(turn)
}

/** Sets free workers to work on what waits, whether or not anybody still waits for it. */
function startWaiting(turn: Turn): void {
  const { busy, waiting, down, slowness, parameters } = turn.world
  const free = Math.min(parameters.workers - busy.length, waiting.length)
  if (down || free <= 0) return
  for (const { request, attempt } of waiting.slice(0, free)) {
    const needed =
      parameters.service === 'fixed'
        ? parameters.serviceMs
        : turn.moment.draw.exponential('work', parameters.serviceMs)
    turn.schedule.push({ afterMs: needed * slowness, event: { kind: 'done', request, attempt } })
  }
  turn.world = {
    ...turn.world,
    busy: [...busy, ...waiting.slice(0, free)],
    waiting: waiting.slice(free),
  }
}

/** The store is through with a call. */
function done(turn: Turn, one: Call): void {
  const { busy, parameters } = turn.world
  const work = busy.find((other) => isCall(other, one))
  if (!work) return
  turn.world = { ...turn.world, busy: busy.filter((other) => other !== work) }
  startWaiting(turn)
  if (work.abandoned) turn.notes.push({ kind: 'wasted', request: one.request })
  else if (turn.moment.draw.happens('usual', parameters.usualFailures)) failed(turn, one, 'error')
  else turn.notes.push({ kind: 'answered', request: one.request })
}

/** The caller's patience is over. The store knows nothing of it, unless deadlines are passed on. */
function giveUp(turn: Turn, one: Call): void {
  const { busy, waiting } = turn.world
  const here = [...busy, ...waiting].find((other) => isCall(other, one))
  if (!here || here.abandoned) return
  const abandon = (list: readonly Work[]) =>
    list.map((other) => (other === here ? { ...other, abandoned: true } : other))
  turn.world = {
    ...turn.world,
    busy: abandon(busy),
    waiting: turn.world.parameters.dropsAbandoned
      ? waiting.filter((other) => other !== here)
      : abandon(waiting),
  }
  failed(turn, one, 'timed-out')
}

/**
 * A call came to nothing. The lowest layer tries again until it has tried often enough, then the one
 * above it begins anew, and so on: the attempt counts up, and each layer is one digit of it. A layer
 * whose budget is spent passes the failure on as if it had tried often enough.
 */
function failed(turn: Turn, one: Call, why: Failure): void {
  turn.notes.push({ kind: 'failed-call', ...one, why })
  const { layers, retries } = turn.world.parameters
  const tries = retries + 1
  // How many calls of the store one call of this layer is worth.
  let worth = 1
  for (let layer = 0; layer < layers; layer += 1, worth *= tries) {
    const digit = Math.floor(one.attempt / worth) % tries
    if (digit === retries) continue
    const own = turn.world.tokens[layer] ?? 0
    if (own < 1) {
      turn.notes.push({ kind: 'spared', layer, request: one.request })
      continue
    }
    turn.world = {
      ...turn.world,
      tokens: turn.world.tokens.map((token, at) => (at === layer ? token - 1 : token)),
    }
    // The layers below begin anew: what they had tried is forgotten.
    const attempt = (Math.floor(one.attempt / worth) + 1) * worth
    turn.notes.push({ kind: 'retried', layer, request: one.request, attempt })
    save(turn, 0, layer)
    turn.schedule.push({
      afterMs: waitMs(turn, digit),
      event: { kind: 'call', request: one.request, attempt },
    })
    return
  }
  turn.notes.push({ kind: 'failed', request: one.request })
}

function waitMs({ world, moment }: Turn, failures: number): number {
  const { wait, baseMs, capMs } = world.parameters
  const limit = Math.min(capMs, baseMs * 2 ** failures)
  switch (wait) {
    case 'none':
      return 0
    case 'exponential':
      return limit
    case 'jitter':
      return moment.draw.uniform('jitter') * limit
  }
}

function trouble(turn: Turn, begins: boolean): void {
  const { kind, size } = turn.world.parameters.trouble ?? { kind: 'down', size: 0 }
  turn.notes.push({ kind: 'trouble', begins })
  switch (kind) {
    case 'down': {
      const { busy, waiting } = turn.world
      turn.world = { ...turn.world, down: begins, ...(begins && { busy: [], waiting: [] }) }
      // Whoever waited for it learns at once that it is gone.
      if (!begins) return
      for (const { abandoned, ...one } of [...busy, ...waiting]) {
        if (!abandoned) failed(turn, one, 'refused')
      }
      return
    }
    case 'slow':
      turn.world = { ...turn.world, slowness: begins ? size : 1 }
      return
    case 'burst':
      if (!begins) return
      for (let user = 0; user < size; user += 1) arrive(turn, true)
  }
}

function happen(turn: Turn, event: ChainEvent): void {
  switch (event.kind) {
    case 'arrive':
      return arrive(turn, event.extra)
    case 'call':
      return call(turn, { request: event.request, attempt: event.attempt })
    case 'done':
      return done(turn, event)
    case 'give-up':
      return giveUp(turn, event)
    case 'trouble':
      return trouble(turn, event.begins)
  }
}

const stepOf = ({ world, schedule, notes }: Turn): Step<ChainWorld, ChainEvent, ChainNote> => ({
  world,
  schedule,
  notes,
})

/**
 * Users, layers of callers that retry, and one store. A call that its caller has given up is still
 * worked on, which is what lets an overload outlive its cause.
 *
 * @throws RangeError from `begin` if a parameter is out of its range
 * @source bronson-2021
 * @example history(callChain, { parameters, seed: 1, deeds: [] }).at(1000).world.requests // 4
 */
export const callChain: Rules<ChainParameters, ChainWorld, ChainEvent, never, ChainNote> = {
  begin(given, moment) {
    const parameters = checkChain(given)
    const { layers, budget, budgetSaved, trouble: what, usersPerSecond, untilMs } = parameters
    const firstMs = moment.draw.exponential('arrivals', 1000 / usersPerSecond)
    return {
      world: {
        parameters,
        requests: 0,
        busy: [],
        waiting: [],
        down: false,
        slowness: 1,
        tokens: Array.from({ length: layers }, () =>
          budget === Infinity ? Infinity : budgetSaved,
        ),
      },
      schedule: [
        ...(firstMs < untilMs
          ? [{ afterMs: firstMs, event: { kind: 'arrive', extra: false } } as const]
          : []),
        ...(what
          ? [
              { afterMs: what.atMs, event: { kind: 'trouble', begins: true } } as const,
              {
                afterMs: what.atMs + what.forMs,
                event: { kind: 'trouble', begins: false },
              } as const,
            ]
          : []),
      ],
    }
  },
  happen(world, event, moment) {
    const turn: Turn = { world, schedule: [], notes: [], moment }
    happen(turn, event)
    return stepOf(turn)
  },
  act: (world) => ({ world }),
  invariants: {
    'the store works on no more than it can': ({ busy, parameters }) =>
      busy.length <= parameters.workers,
    'a store that is down has no work': ({ down, busy, waiting }) =>
      !down || busy.length + waiting.length === 0,
    'no layer has spent more than it had': ({ tokens }) => tokens.every((token) => token >= 0),
  },
}
