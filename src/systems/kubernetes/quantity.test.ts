// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { canonicalQuantity, quantityMillis, quantityUnits, sumOfQuantities } from './quantity.ts'

// Expected values by hand: a suffix is a power of 1000 or of 1024, and what is read is rounded up.
describe('quantities', () => {
  it.each([
    ['2', 2000],
    ['500m', 500],
    ['1.5', 1500],
    ['.5', 500],
    ['1u', 1],
    ['1500000n', 2],
    ['1k', 1_000_000],
    ['2e3', 2_000_000],
    ['-1500m', -1500],
  ])('read %s as %d thousandths', (text, millis) => {
    expect(quantityMillis(text)).toBe(millis)
  })

  it.each([
    ['64Mi', 67_108_864],
    ['2Gi', 2_147_483_648],
    ['64M', 64_000_000],
    ['1.5Ki', 1536],
    ['100m', 1],
    ['1E', 1e18],
    ['1E3', 1000],
    ['12e-1', 2],
    ['0', 0],
  ])('read %s as %d units', (text, units) => {
    expect(quantityUnits(text)).toBe(units)
  })

  it.each([
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['1000Ki', '1000Ki'],
    ['0.5Ki', '512'],
    ['2000', '2k'],
    ['1500', '1500'],
    ['1e3', '1e3'],
    ['12e4', '120e3'],
    ['000', '0'],
    ['+7', '7'],
  ])('write %s as %s', (text, canonical) => {
    expect(canonicalQuantity(text)).toBe(canonical)
  })

  it('add up in the form of the first', () => {
    expect(sumOfQuantities(['0', '64Mi', '64Mi'])).toBe('128Mi')
    expect(sumOfQuantities(['50m', '950m'])).toBe('1')
    expect(sumOfQuantities([])).toBe('0')
  })

  it('refuse what is none in the words of the API', () => {
    for (const text of ['', 'abc', '1 Gi', '1..2', '1Gib'])
      expect(() => quantityUnits(text)).toThrow(/^quantities must match the regular expression/)
    for (const text of ['--1', '5kk', '1e', '1mi'])
      expect(() => quantityUnits(text)).toThrow("unable to parse quantity's suffix")
  })
})
