import * as m from '#messages/messages.js'
import type { DataTable } from '../../frame/contract.ts'
import { REGIONS } from '../../systems/regions/parameters.ts'
import type { RegionsModel } from './model.ts'
import { nameOf } from './words.ts'

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** What became of all users, second by second, where it changed. */
export function data({ samples }: RegionsModel): DataTable {
  const rows = samples.map(({ atMs, served, readOnly, turnedAway, deadEnd }) => [
    atMs,
    ...REGIONS.map((id) => rounded(served[id])),
    rounded(readOnly),
    rounded(turnedAway),
    rounded(deadEnd),
  ])
  const same = (one: readonly number[], other: readonly number[] = []) =>
    one.slice(1).every((value, index) => value === other[index + 1])
  return {
    columns: [
      m.regions_data_at(),
      ...REGIONS.map((id) => m.regions_data_served({ where: nameOf(id) })),
      m.regions_data_read_only(),
      m.regions_data_turned_away(),
      m.regions_data_dark(),
    ],
    rows: rows.filter((row, index) => index === 0 || !same(row, rows[index - 1])),
  }
}
