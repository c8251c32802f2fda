import { describe, expect, it } from 'vitest'
import { along, wayOf } from './way.ts'

// By hand: 30 to the right, then 40 down, 70 in all.
const way = wayOf([
  [0, 0],
  [30, 0],
  [30, 40],
])

describe('a place on a broken line', () => {
  it.each([
    [0, [0, 0]],
    [15 / 70, [15, 0]],
    [30 / 70, [30, 0]],
    [50 / 70, [30, 20]],
    [1, [30, 40]],
  ])('at %d of the way is where its length has come to', (share, place) => {
    const [x, y] = along(way, share)
    expect([x, y].map((value) => Math.round(value * 1e9) / 1e9)).toEqual(place)
  })

  it('is its only point where there is one, and the corner where there is none', () => {
    expect(along(wayOf([[5, 6]]), 0.5)).toEqual([5, 6])
    expect(along(wayOf([]), 0.5)).toEqual([0, 0])
  })
})
