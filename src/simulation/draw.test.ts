import { describe, expect, it } from 'vitest'
import { drawFrom } from './draw.ts'

const many = (draw: () => number, count = 20_000) => Array.from({ length: count }, draw)
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

describe('drawFrom', () => {
  it('gives the same luck for the same seed, and other luck for the next', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => many(() => 0, 0) && drawFrom(seed).draw)
    const first = many(() => one?.uniform('a') ?? 0, 5)
    expect(many(() => same?.uniform('a') ?? 0, 5)).toEqual(first)
    expect(many(() => other?.uniform('a') ?? 0, 5)).not.toEqual(first)
  })

  it('keeps streams apart: what one draws, the other does not notice', () => {
    const { draw } = drawFrom(1)
    const alone = many(() => drawFrom(1).draw.uniform('service'), 1)
    many(() => draw.uniform('arrivals'), 100)
    expect(draw.uniform('service')).toBe(alone[0])
  })

  it('goes on from a saved state as if nothing had been', () => {
    const whole = drawFrom(3)
    many(() => whole.draw.uniform('a'), 10)
    const saved = JSON.parse(JSON.stringify(whole.save()))
    const rest = many(() => whole.draw.uniform('a'), 10)
    expect(many(() => drawFrom(3, saved).draw.uniform('a'), 1)).toEqual(rest.slice(0, 1))
  })

  it('draws exponential times with the mean and the spread that they should have', () => {
    const { draw } = drawFrom(5)
    const times = many(() => draw.exponential('t', 40))
    // Mean and deviation are 40 both; of 20,000 the mean is off by 0.28 on average: 5 of those.
    expect(Math.abs(mean(times) - 40)).toBeLessThan(1.4)
    expect(Math.abs(mean(times.map((time) => Number(time > 40))) - Math.exp(-1))).toBeLessThan(
      0.017,
    )
  })

  it('draws whole numbers evenly, both ends included', () => {
    const { draw } = drawFrom(9)
    const dice = many(() => draw.whole('dice', 1, 6), 6000)
    for (const side of [1, 2, 3, 4, 5, 6]) {
      // 1000 of each on average, give or take 29: 5 of those.
      expect(Math.abs(dice.filter((one) => one === side).length - 1000)).toBeLessThan(145)
    }
    expect(new Set(dice).size).toBe(6)
  })

  it('draws nothing where the outcome is certain', () => {
    const { draw, save } = drawFrom(1)
    expect([draw.happens('x', 0), draw.happens('x', 1)]).toEqual([false, true])
    expect(save()).toEqual({})
  })

  it('refuses what is no seed', () => {
    expect(() => drawFrom(-1)).toThrow(RangeError)
  })
})
