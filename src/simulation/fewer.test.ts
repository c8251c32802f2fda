import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewer } from './fewer.ts'

describe('what can be left away', () => {
  it('is everything but what is needed, in its order', () => {
    const numbers = fc.uniqueArray(fc.nat(1000), { maxLength: 40 })
    fc.assert(
      fc.property(numbers, fc.func(fc.boolean()), (all, isNeeded) => {
        const needed = all.filter((one) => isNeeded(one))
        const holds = (part: readonly number[]) => needed.every((one) => part.includes(one))
        expect(fewer(all, holds)).toEqual(needed)
      }),
    )
  })

  it('leaves nothing where nothing is needed', () => {
    expect(fewer([1, 2, 3], () => true)).toEqual([])
  })
})
