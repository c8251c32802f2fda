import { describe, expect, it } from 'vitest'
import { fromUnreliability } from './probability.ts'
import { synchronousWrite } from './synchronous-write.ts'

describe('synchronousWrite', () => {
  it('waits for the second fastest of three', () => {
    // By hand: 6/3 for the first of three, then 6/2 for the first of the two that are left; 3·0.9² - 2·0.9³.
    const { availability, meanLatency } = synchronousWrite({
      n: 3,
      acks: 2,
      replica: 0.9,
      meanAck: 6,
    })
    expect(meanLatency).toBeCloseTo(5, 14)
    expect(availability.reliability).toBeCloseTo(0.972, 14)
  })

  it('waits for one mean with one replica, a quarter with the first of four, 25/12 with all four', () => {
    const wait = (n: number, acks: number): number =>
      synchronousWrite({ n, acks, replica: 1, meanAck: 1 }).meanLatency
    expect(wait(1, 1)).toBe(1)
    expect(wait(4, 1)).toBe(0.25)
    expect(wait(4, 4)).toBeCloseTo(25 / 12, 14)
  })

  it('costs nothing where no acknowledgement is needed', () => {
    const write = synchronousWrite({ n: 3, acks: 0, replica: 0, meanAck: 7 })
    expect(write).toEqual({ availability: { reliability: 1, unreliability: 0 }, meanLatency: 0 })
  })

  it('keeps the nines of replicas that hardly ever fail', () => {
    // By hand: two of three down, 3·1e-40.
    const replica = fromUnreliability(1e-20)
    const { unreliability } = synchronousWrite({ n: 3, acks: 2, replica, meanAck: 0 }).availability
    expect(Math.abs(unreliability / 3e-40 - 1)).toBeLessThan(1e-13)
  })

  it.each([
    [{ n: 0 }, 'n must be a whole number from 1'],
    [{ acks: 4 }, 'acks must be a whole number from 0 to 3, got 4'],
    [{ replica: -1 }, 'replica must lie in [0, 1], got -1'],
    [{ meanAck: NaN }, 'meanAck must be a finite number of at least 0, got NaN'],
    [{ meanAck: 1.7e308, acks: 3 }, 'the mean wait must be a finite number'],
  ])('refuses %o', (wrong, message) => {
    const call = () => synchronousWrite({ n: 3, acks: 2, replica: 0.5, meanAck: 1, ...wrong })
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`synchronousWrite: ${message}`)
  })
})
