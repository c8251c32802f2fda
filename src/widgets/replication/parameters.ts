import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  type FlagParameter,
  type NumberParameter,
  evenStops,
} from '../../frame/parameters.ts'
import type { ClientParameters } from '../../systems/replication/world.ts'
import { STRUCK_MS } from './fixed.ts'
import { milliseconds } from './words.ts'

export type Planned = 'kill' | 'isolate' | 'pause' | 'replica' | 'nothing'
export type Mode = 'async' | 'semi' | 'sync'

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: () => m.replication_planned({ time: milliseconds(STRUCK_MS) }),
  default: 'kill',
  options: {
    kill: m.replication_planned_kill,
    isolate: m.replication_planned_isolate,
    pause: m.replication_planned_pause,
    replica: m.replication_planned_replica,
    nothing: m.replication_planned_nothing,
  },
}

const mode: ChoiceParameter<Mode> = {
  kind: 'choice',
  label: m.replication_mode,
  default: 'async',
  options: {
    async: m.replication_mode_async,
    semi: m.replication_mode_semi,
    sync: m.replication_mode_sync,
  },
}

const reads: ChoiceParameter<ClientParameters['reads']> = {
  kind: 'choice',
  label: m.replication_reads,
  default: 'primary',
  options: {
    primary: m.replication_reads_primary,
    replicas: m.replication_reads_replicas,
    session: m.replication_reads_session,
  },
}

const count = (
  label: () => string,
  usual: number,
  stops: readonly number[],
  only?: NumberParameter['only'],
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
  ...(only && { only }),
})

const flag = (
  label: () => string,
  usual: boolean,
  only?: FlagParameter['only'],
): FlagParameter => ({
  kind: 'flag',
  label,
  default: usual,
  ...(only && { only }),
})

const LAGS = [5, 10, 20, 50, 100, 150, 200, 250, 300, 400, 500]

/** Times are in the unit that their names end in. */
export const parameters = {
  planned,
  mode,
  reads,
  lagCheck: flag(m.replication_lag_check, true),
  fencing: flag(m.replication_fencing, true),
  applied: flag(m.replication_applied, false, { choice: 'mode', is: ['semi', 'sync'] }),
  acks: count(m.replication_acks, 1, [1, 2], { choice: 'mode', is: ['semi'] }),
  replicas: count(m.replication_replicas, 2, [2, 3]),
  applyMs: count(m.replication_apply, 20, [0, 10, 20, 50, 100, 150, 200, 300]),
  farMs: count(m.replication_far, 300, LAGS),
  nearMs: count(m.replication_near, 200, LAGS),
  detectMs: count(m.replication_detect, 500, evenStops(100, 1200, 100)),
  reconnectMs: count(m.replication_reconnect, 150, evenStops(0, 600, 50)),
}
