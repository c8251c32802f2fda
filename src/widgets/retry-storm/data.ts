import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { SLICE_MS } from './fixed.ts'
import type { StormModel } from './model.ts'

/** What came in each second, and how many users would fail if nobody tried again. */
export const data = ({ slices, plain }: StormModel): DataTable => ({
  columns: [
    m.storm_data_from(),
    m.storm_data_first(),
    m.storm_data_again(),
    m.storm_data_wasted(),
    m.storm_data_answered(),
    m.storm_data_failed(),
    m.storm_data_plain(),
  ],
  rows: slices.map(({ fromMs, first, again, wasted, answered, failed }) => [
    fromMs,
    first,
    again,
    wasted,
    answered,
    failed,
    plain.filter(
      ({ outcome, endMs = -1 }) =>
        outcome === 'failed' && endMs >= fromMs && endMs < fromMs + SLICE_MS,
    ).length,
  ]),
})
