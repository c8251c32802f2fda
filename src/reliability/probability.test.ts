import { describe, expect, it } from 'vitest'
import { fromBothSides, fromReliability, fromUnreliability, toProbability } from './probability.ts'

describe('a probability', () => {
  it('has the complement on its other side, whichever side is given', () => {
    expect(fromReliability(0.75)).toEqual({ reliability: 0.75, unreliability: 0.25 })
    expect(fromUnreliability(0.75)).toEqual({ reliability: 0.25, unreliability: 0.75 })
  })

  it('keeps an unreliability that its reliability is too coarse to show', () => {
    expect(fromUnreliability(1e-20)).toEqual({ reliability: 1, unreliability: 1e-20 })
  })

  it('refuses a side outside [0, 1] under its own name', () => {
    expect(() => fromReliability(1.5)).toThrow('fromReliability: reliability must lie in [0, 1]')
    expect(() => fromUnreliability(NaN)).toThrow('fromUnreliability: unreliability must lie in')
  })
})

describe('fromBothSides', () => {
  it('takes the digits from the smaller side, whichever it is', () => {
    expect(fromBothSides(1, 1e-20)).toEqual({ reliability: 1, unreliability: 1e-20 })
    expect(fromBothSides(1e-20, 1)).toEqual({ reliability: 1e-20, unreliability: 1 })
  })

  it('lets no rounding of the larger side past 1', () => {
    expect(fromBothSides(1 + Number.EPSILON, 0)).toEqual({ reliability: 1, unreliability: 0 })
  })
})

describe('toProbability', () => {
  it('reads a bare number as a reliability', () => {
    expect(toProbability(0.75, 'f')).toEqual({ reliability: 0.75, unreliability: 0.25 })
  })

  it('passes a pair of sides on with both', () => {
    const component = { reliability: 1, unreliability: 1e-20 }
    expect(toProbability(component, 'f')).toEqual(component)
  })

  it.each([
    ['a number outside [0, 1]', 1.01],
    ['NaN', NaN],
    ['a reliability outside [0, 1]', { reliability: -0.1, unreliability: 1 }],
    ['an unreliability that is NaN', { reliability: 1, unreliability: NaN }],
    ['sides that add up to more than 1', { reliability: 0.9, unreliability: 0.2 }],
    ['sides that add up to less than 1', { reliability: 0.9, unreliability: 0.01 }],
  ])('refuses %s, naming the function', (_, component) => {
    expect(() => toProbability(component, 'series', 'the pump')).toThrow(RangeError)
    expect(() => toProbability(component, 'series', 'the pump')).toThrow(/^series: .*the pump/)
  })
})
