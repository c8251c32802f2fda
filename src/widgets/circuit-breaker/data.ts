import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import type { Driven } from './drive.ts'
import { countsInRow } from '../../systems/circuit-breaker/design.ts'
import { type BreakerModel, heldBy } from './model.ts'
import { STATES } from './words.ts'

const FATES: Readonly<Record<Driven['fate'], () => string>> = {
  served: m.breaker_row_served,
  failed: m.breaker_row_failed,
  rejected: m.breaker_row_rejected,
}

/** The last of these at or before a moment. */
const at = <One extends { readonly atMs: number }>(all: readonly One[], atMs: number) =>
  all.findLast((one) => one.atMs <= atMs)

/** Each call with the breaker and without, and what the breaker stood at just after it came. */
export function data({ values, guarded, plain, phases }: BreakerModel): DataTable {
  const held = heldBy(guarded.calls)
  const states = phases.map(({ kind, fromMs }) => ({ kind, atMs: fromMs }))
  return {
    columns: [
      m.breaker_data_call(),
      m.breaker_data_came(),
      m.breaker_data_ended(),
      m.breaker_data_outcome(),
      m.breaker_data_probe(),
      m.breaker_data_shed(),
      m.breaker_data_state(),
      countsInRow(values) ? m.breaker_data_row() : m.breaker_data_share(),
      m.breaker_data_held(),
      m.breaker_data_plain_ended(),
      m.breaker_data_plain_outcome(),
    ],
    rows: guarded.calls.map(({ atMs, endMs, fate, probe, shed }, index) => {
      const alone = plain[index]
      return [
        index + 1,
        atMs,
        endMs,
        FATES[fate](),
        Number(probe),
        Number(shed),
        STATES[at(states, atMs)?.kind ?? 'closed'](),
        at(guarded.levels, atMs)?.value ?? 0,
        at(held, atMs)?.count ?? 0,
        alone?.endMs ?? '',
        alone ? FATES[alone.fate]() : '',
      ]
    }),
  }
}
