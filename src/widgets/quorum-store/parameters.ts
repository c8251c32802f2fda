import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  type NumberParameter,
  type ValuesOf,
  evenStops,
  ninesStops,
} from '../../frame/parameters.ts'
import type { QuorumParameters } from '../../systems/quorum-store/world.ts'

export type Planned = 'pair' | 'half-write' | 'partition' | 'crash' | 'stream' | 'nothing'
export type Members = 'strict' | 'sloppy'

const planned: ChoiceParameter<Planned> = {
  kind: 'choice',
  label: m.quorum_store_planned,
  default: 'pair',
  options: {
    pair: m.quorum_store_planned_pair,
    'half-write': m.quorum_store_planned_half_write,
    partition: m.quorum_store_planned_partition,
    crash: m.quorum_store_planned_crash,
    stream: m.quorum_store_planned_stream,
    nothing: m.quorum_store_planned_nothing,
  },
}

const repair: ChoiceParameter<QuorumParameters['repair']> = {
  kind: 'choice',
  label: m.quorum_store_repair,
  default: 'none',
  options: {
    none: m.quorum_store_repair_none,
    after: m.quorum_store_repair_after,
    before: m.quorum_store_repair_before,
  },
}

const members: ChoiceParameter<Members> = {
  kind: 'choice',
  label: m.quorum_store_members,
  default: 'strict',
  options: { strict: m.quorum_store_strict, sloppy: m.quorum_store_sloppy },
}

const count = (label: () => string, usual: number, stops: readonly number[]): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum: stops.at(0) ?? 0,
  maximum: stops.at(-1) ?? 0,
  stops,
})

const copyUp: NumberParameter = {
  kind: 'number',
  unit: 'share',
  label: m.quorum_store_copy_up,
  default: 0.99,
  minimum: 0,
  maximum: 1,
  stops: ninesStops(4),
}

/** Times are in milliseconds. A quorum above `n` means all of them. */
export const parameters = {
  n: count(m.quorum_store_n, 3, evenStops(1, 7, 1)),
  w: count(m.quorum_store_w, 1, evenStops(1, 7, 1)),
  r: count(m.quorum_store_r, 1, evenStops(1, 7, 1)),
  planned,
  members,
  repair,
  writeMs: count(m.quorum_store_write_ms, 100, [10, 20, 50, 100, 150, 200]),
  otherMs: count(m.quorum_store_other_ms, 10, [1, 5, 10, 20, 50, 100]),
  gapMs: count(m.quorum_store_gap_ms, 0, [0, 10, 20, 50, 100, 150, 200, 300]),
  down: {
    ...count(m.quorum_store_down, 1, evenStops(0, 7, 1)),
    only: { choice: 'planned', is: ['crash'] },
  } satisfies NumberParameter,
  copyUp,
}

export type QuorumValues = ValuesOf<typeof parameters>
