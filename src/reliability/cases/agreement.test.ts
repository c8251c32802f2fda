import { describe, expect, it } from 'vitest'
import { compare } from './agreement.ts'

const EXACT = { relative: 0, absolute: 0 }
const LOOSE = { relative: 1e-3, absolute: 0 }

describe('compare', () => {
  it.each([
    ['a number and its decimal string', 0.25, '2.5e-1', EXACT],
    ['Infinity and its name', Infinity, 'Infinity', EXACT],
    ['a number within the relative tolerance', 1.0009, '1', LOOSE],
    ['a number within the absolute tolerance', 0.05, '0', { relative: 0, absolute: 0.1 }],
    ['0 and what a double cannot hold', 0, '3e-320', EXACT],
    ['lists of equal length', [1, 2], ['1', '2'], EXACT],
    ['an answer with more in it than was asked', { r: 1, extra: 2 }, { r: '1' }, EXACT],
    ['plain numbers', { committed: 3 }, { committed: 3 }, EXACT],
    ['booleans and null', { strict: true, none: null }, { strict: true, none: null }, EXACT],
    ['words', 'open', 'open', EXACT],
  ])('accepts %s', (_, got, expected, tolerance) => {
    expect(compare(got, expected, tolerance).disagreement).toBeNull()
  })

  it.each([
    ['a number outside the tolerance', 1.002, '1', LOOSE],
    ['NaN for a number', NaN, '1', LOOSE],
    ['Infinity for a number', Infinity, '1', LOOSE],
    ['a number for Infinity', 1e308, 'Infinity', LOOSE],
    ['the wrong Infinity', -Infinity, 'Infinity', LOOSE],
    ['1e-300 for 0', 1e-300, '0', LOOSE],
    ['undefined for a number', undefined, '1', LOOSE],
    ['text for a number', '1', 1, LOOSE],
    ['a number for text', 1, 'open', LOOSE],
    ['a shorter list', [1], ['1', '2'], LOOSE],
    ['a longer list', [1, 2, 3], ['1', '2'], LOOSE],
    ['an object for a list', { 0: 1 }, ['1'], LOOSE],
    ['a missing key', { r: 1 }, { r: '1', u: '0' }, LOOSE],
    ['anything where nothing is expected', { r: 1 }, {}, LOOSE],
    ['undefined where nothing is expected', undefined, undefined, LOOSE],
    ['false for true', false, true, LOOSE],
  ])('refuses %s', (_, got, expected, tolerance) => {
    expect(compare(got, expected, tolerance).disagreement).not.toBeNull()
  })

  it('says where the first difference is and how large the worst', () => {
    const verdict = compare({ r: 1, u: [1, 2.5] }, { r: '1', u: ['1', '2'] }, EXACT)
    expect(verdict).toEqual({ disagreement: 'u: 1: 2.5 instead of 2', relativeError: 0.25 })
  })
})
