import { describe, expect, it } from 'vitest'
import { barLabel } from './bar-label.ts'

// By hand, at 7.6 to a letter and 8 around: 'promote 5 s' is 91.6 wide, '5 s' is 30.8.
const place = (from: number, to: number, freeFrom: number, freeTo: number) =>
  barLabel({ from, to }, { from: freeFrom, to: freeTo }, 'promote 5 s', '5 s')

describe('the label of a bar', () => {
  it('stands whole in the middle of a bar that has room', () => {
    expect(place(100, 192, 100, 192)).toEqual({ words: 'promote 5 s', x: 146, anchor: 'middle' })
  })

  it('stands whole after a bar that is too narrow, where that is empty', () => {
    expect(place(100, 150, 0, 248)).toEqual({ words: 'promote 5 s', x: 156, anchor: 'start' })
  })

  it('stands whole before it, where only that is empty', () => {
    expect(place(100, 150, 2, 247)).toEqual({ words: 'promote 5 s', x: 94, anchor: 'end' })
  })

  it('is a duration alone where there is no more room, and then nothing', () => {
    expect(place(100, 131, 3, 150)).toEqual({ words: '5 s', x: 115.5, anchor: 'middle' })
    expect(place(100, 130, 3, 150)).toBeUndefined()
  })
})
