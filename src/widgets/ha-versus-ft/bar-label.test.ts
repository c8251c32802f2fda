import { describe, expect, it } from 'vitest'
import { barLabel } from './bar-label.ts'

// By hand, at 7.2 to a letter and 4 more: 'promote 5 s' is 83.2 wide, '5 s' is 25.6.
const place = (from: number, to: number, freeFrom: number, freeTo: number) =>
  barLabel({ from, to }, { from: freeFrom, to: freeTo }, 'promote 5 s', '5 s')

describe('the label of a bar', () => {
  it('stands whole in the middle of a bar that has room', () => {
    expect(place(100, 184, 100, 184)).toEqual({ words: 'promote 5 s', x: 142, anchor: 'middle' })
  })

  it('stands whole after a bar that is too narrow, where that is empty', () => {
    expect(place(100, 150, 0, 240)).toEqual({ words: 'promote 5 s', x: 156, anchor: 'start' })
  })

  it('stands whole before it, where only that is empty', () => {
    expect(place(100, 150, 10, 239)).toEqual({ words: 'promote 5 s', x: 94, anchor: 'end' })
  })

  it('is a duration alone where there is no more room, and then nothing', () => {
    expect(place(100, 126, 11, 150)).toEqual({ words: '5 s', x: 113, anchor: 'middle' })
    expect(place(100, 125, 11, 150)).toBeUndefined()
  })
})
