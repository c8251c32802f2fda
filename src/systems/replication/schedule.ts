import { drawFrom } from '../../simulation/draw.ts'
import type { Deed } from '../../simulation/history.ts'
import { machine } from '../../simulation/machine.ts'
import { replication, serverIds } from './rules.ts'
import {
  type ReplicationAction,
  type ReplicationParameters,
  type ReplicationWorld,
  SERVER_DEEDS,
} from './world.ts'

/** A run that can be run again. */
export interface Schedule {
  readonly parameters: ReplicationParameters
  readonly deeds: readonly Deed<ReplicationAction>[]
}

/** The promise depends on these; everything else is drawn. */
export type Protection = Pick<ReplicationParameters, 'lagCheck' | 'fencing'> & {
  readonly confirmations: 'none' | 'some'
  readonly reads: 'primary' | 'replicas' | 'session'
}

const UNTIL_MS = 2500

/** The world of a schedule at its end. */
export function runSchedule({ parameters, deeds }: Schedule): ReplicationWorld {
  const run = machine(replication, { parameters }, 1)
  let done = 0
  for (;;) {
    const deed = deeds[done]
    if (Math.min(run.nextAtMs(), deed?.atMs ?? Infinity) > UNTIL_MS) return run.world()
    if (deed && deed.atMs < run.nextAtMs()) {
      run.act(deed.action, deed.atMs)
      done += 1
    } else run.advance()
  }
}

/** What befalls a primary and its replicas, made up from a seed; anything may, at any time. */
export function scheduleOf(seed: number, protection: Protection): Schedule {
  const { draw } = drawFrom(seed)
  const replicas = draw.whole('replicas', 1, 4)
  const lags = (): number => draw.whole('lag', 1, 200)
  const ids = serverIds({ replicas })
  const parameters: ReplicationParameters = {
    replicas,
    confirmations:
      protection.confirmations === 'none' ? 0 : draw.whole('confirmations', 1, replicas),
    confirms: draw.happens('applied', 0.3) ? 'applied' : 'received',
    latencyMs: 5,
    lagsMs: Object.fromEntries(ids.slice(1).map((id) => [id, lags()])),
    applyMsPerRow: draw.whole('apply', 0, 60),
    detectMs: draw.whole('detect', 10, 300),
    decideMs: draw.whole('decide', 0, 50),
    lagCheck: protection.lagCheck,
    fencing: protection.fencing,
    client: {
      latencyMs: draw.whole('client', 1, 20),
      everyMs: draw.whole('every', 20, 100),
      patienceMs: draw.whole('patience', 100, 400),
      reconnectMs: draw.whole('reconnect', 0, 200),
      reads: protection.reads,
    },
  }
  const anybody = (): string =>
    draw.happens('primary', 0.4) ? 'P' : (ids[draw.whole('server', 0, replicas)] ?? 'P')
  const anything = (atMs: number): ReplicationAction => {
    switch (draw.whole('what', 0, 9)) {
      case 0:
        return { kind: 'drop', flight: draw.whole('flight', 1, 1 + Math.floor(atMs / 5)) }
      case 1:
        return {
          kind: 'delay',
          flight: draw.whole('flight', 1, 1 + Math.floor(atMs / 5)),
          byMs: lags(),
        }
      case 2:
        return { kind: 'cut', one: anybody(), other: anybody() }
      case 3:
        return { kind: 'mend', one: anybody(), other: anybody() }
      default:
        return {
          kind: SERVER_DEEDS[draw.whole('deed', 0, SERVER_DEEDS.length - 1)] ?? 'kill',
          server: anybody(),
        }
    }
  }
  const deeds: Deed<ReplicationAction>[] = []
  for (let atMs = draw.whole('gap', 0, 300); atMs < UNTIL_MS; atMs += draw.whole('gap', 1, 250))
    deeds.push({ atMs, action: anything(atMs) })
  return { parameters, deeds }
}
