import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import type { Moment, Rules, Step } from '../../simulation/rules.ts'
import { standardNormal } from './normal.ts'
import { type BackoffPolicy, backoffWaitMs } from './wait.ts'

/** Clients that all want to write to one row, and the network between. */
export interface ContentionParameters {
  /** All begin at time 0, a whole number from 1 to 10,000. */
  readonly clients: number
  readonly backoff: BackoffPolicy
  /** Mean of the time that a message takes, before its sign is dropped, in milliseconds, at least 0. */
  readonly latencyMs: number
  /** Standard deviation of that time, in milliseconds, at least 0. */
  readonly latencyDeviationMs: number
  /**
   * Steps of the clock in a millisecond, a whole number from 1 to 1000. The engine's clock counts
   * whole steps; two messages within one of them meet in the order in which they were sent.
   */
  readonly stepsPerMs: number
}

interface Client {
  readonly failures: number
  readonly previousMs: number
}

/** The row with its version, and how far everybody is. */
export interface ContentionWorld {
  readonly parameters: ContentionParameters
  readonly version: number
  /** Writes that reached the row, in vain or not. */
  readonly calls: number
  /** Clients that know that they have written. */
  readonly done: number
  readonly clients: readonly Client[]
}

/** A message that arrives. */
export type ContentionEvent =
  | { readonly kind: 'read'; readonly client: number }
  | { readonly kind: 'version'; readonly client: number; readonly version: number }
  | { readonly kind: 'write'; readonly client: number; readonly version: number }
  | { readonly kind: 'answer'; readonly client: number; readonly written: boolean }

/** What the event table says. */
export type ContentionNote =
  | { readonly kind: 'written'; readonly client: number; readonly version: number }
  | { readonly kind: 'conflict'; readonly client: number; readonly version: number }
  | { readonly kind: 'waits'; readonly client: number; readonly waitMs: number }
  | { readonly kind: 'done'; readonly client: number }

type ContentionStep = Step<ContentionWorld, ContentionEvent, ContentionNote>

/** A message on its way, as what the engine schedules. */
function send(
  { latencyMs, latencyDeviationMs, stepsPerMs }: ContentionParameters,
  { draw }: Moment,
  event: ContentionEvent,
  waitMs = 0,
) {
  const takesMs = Math.abs(latencyMs + latencyDeviationMs * standardNormal(draw, 'network'))
  return { afterMs: (waitMs + takesMs) * stepsPerMs, event }
}

/** Only who wrote last knows the version; all others have read in vain. */
function write(
  world: ContentionWorld,
  client: number,
  version: number,
  moment: Moment,
): ContentionStep {
  const written = version === world.version
  return {
    world: {
      ...world,
      version: world.version + (written ? 1 : 0),
      calls: world.calls + 1,
    },
    schedule: [send(world.parameters, moment, { kind: 'answer', client, written })],
    notes: [{ kind: written ? 'written' : 'conflict', client, version }],
  }
}

function answered(
  world: ContentionWorld,
  client: number,
  written: boolean,
  moment: Moment,
): ContentionStep {
  const own = world.clients[client]
  if (written || !own) {
    return { world: { ...world, done: world.done + 1 }, notes: [{ kind: 'done', client }] }
  }
  const { parameters } = world
  const failures = own.failures + 1
  const uniform = moment.draw.uniform('backoff')
  const waitMs = backoffWaitMs(parameters.backoff, { ...own, failures, uniform })
  return {
    world: { ...world, clients: world.clients.with(client, { failures, previousMs: waitMs }) },
    schedule: [send(parameters, moment, { kind: 'read', client }, waitMs)],
    notes: [{ kind: 'waits', client, waitMs }],
  }
}

function checked(parameters: ContentionParameters): ContentionParameters {
  requireWholeNumber(parameters.clients, 1, 10_000, 'clients', 'contention')
  requireWholeNumber(parameters.stepsPerMs, 1, 1000, 'stepsPerMs', 'contention')
  requireDuration(parameters.backoff.baseMs, 'baseMs', 'contention')
  requireDuration(parameters.backoff.capMs, 'capMs', 'contention')
  requireDuration(parameters.latencyMs, 'latencyMs', 'contention')
  requireDuration(parameters.latencyDeviationMs, 'latencyDeviationMs', 'contention')
  return parameters
}

/**
 * Optimistic concurrency under contention, as in the AWS simulator: each client reads the version
 * of a row, writes if nobody else has written since, and otherwise waits and begins anew.
 *
 * The run is over when nothing more is scheduled; its last time is when the last client learnt that
 * it had written. Nobody gives up, and no message is lost.
 *
 * @throws RangeError from `begin` if a parameter is out of its range
 * @source brooker-2015
 * @example machine(contention, { parameters }, 1).nextAtMs() // when the first read arrives
 */
export const contention: Rules<
  ContentionParameters,
  ContentionWorld,
  ContentionEvent,
  never,
  ContentionNote
> = {
  begin(parameters, moment) {
    const { clients, backoff } = checked(parameters)
    const fresh: Client = { failures: 0, previousMs: backoff.baseMs }
    return {
      world: {
        parameters,
        version: 0,
        calls: 0,
        done: 0,
        clients: Array.from({ length: clients }, () => fresh),
      },
      schedule: Array.from({ length: clients }, (_, client) =>
        send(parameters, moment, { kind: 'read', client }),
      ),
    }
  },
  happen(world, event, moment) {
    const { client } = event
    switch (event.kind) {
      case 'read': {
        const { version, parameters } = world
        return { world, schedule: [send(parameters, moment, { kind: 'version', client, version })] }
      }
      case 'version': {
        const { version } = event
        return {
          world,
          schedule: [send(world.parameters, moment, { kind: 'write', client, version })],
        }
      }
      case 'write':
        return write(world, client, event.version, moment)
      case 'answer':
        return answered(world, client, event.written, moment)
    }
  },
  act: (world) => ({ world }),
  invariants: {
    'nobody is done who has not written': ({ version, done }) => done <= version,
    'no client writes twice': ({ version, clients }) => version <= clients.length,
  },
}
