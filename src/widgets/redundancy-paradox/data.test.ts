import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { data } from './data.ts'
import { type ParadoxValues, paradox, parameters } from './model.ts'

describe('the data of the paradox', () => {
  // By hand, for two servers at 0.99: a failover that never works leaves A alone, which fails once
  // in 100; a perfect one fails when both do, once in 10,000. A router in the path of every request
  // that never works loses everything; a perfect one leaves the perfect failover.
  it('holds both curves from end to end, and A alone', () => {
    const { rows } = data(paradox(complete(parameters, {}) as ParadoxValues))
    const rounded = (row: (typeof rows)[number] | undefined) =>
      row?.map((cell) => Number(Number(cell).toFixed(12)))
    expect(rounded(rows[0])).toEqual([0, 0.01, 1, 0.01])
    expect(rounded(rows.at(-1))).toEqual([1, 0.0001, 0.0001, 0.01])
    expect(rows).toHaveLength(73)
  })
})
