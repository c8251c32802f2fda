import { describe, expect, it } from 'vitest'
import { recorded, replayed } from './decisions.ts'

const sums = {
  add: ({ one, other }: { readonly one: number; readonly other: number }) => one + other,
  isEven: ({ one }: { readonly one: number }) => one % 2 === 0,
}

describe('decisions', () => {
  it('are noted in the order in which they are asked, and given again without being made', () => {
    const { decisions, answers } = recorded(sums)
    expect(decisions.add({ one: 1, other: 2 })).toBe(3)
    expect(decisions.isEven({ one: 3 })).toBe(false)
    expect(answers).toEqual([3, false])

    const again = replayed(answers, sums)
    expect(again.add({ one: 7, other: 7 })).toBe(3)
    expect(again.isEven({ one: 8 })).toBe(false)
  })

  it('are made anew where nothing more was recorded', () => {
    const again = replayed([5], sums)
    expect(again.add({ one: 1, other: 1 })).toBe(5)
    expect(again.add({ one: 1, other: 1 })).toBe(2)
  })
})
