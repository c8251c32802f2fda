import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import type { Expression } from '../../frame/expression.ts'
import { complete } from '../../frame/parameters.ts'
import { describe as describeState, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { type BreakerValues, circuitBreaker, parameters } from './model.ts'
import { healthWords, ruleWords } from './words.ts'

// The edge between the schema and its type, as in the frame.
const valuesOf = (change: Partial<BreakerValues> = {}) =>
  complete(parameters, change) as BreakerValues
const modelOf = (change: Partial<BreakerValues> = {}) =>
  circuitBreaker(valuesOf(change), FIRST_COURSE)

const line = (term: Expression): string => {
  switch (term.kind) {
    case 'row':
      return term.terms.map(line).join(' ')
    case 'fraction':
      return `${line(term.over)} / ${line(term.under)}`
    case 'variable':
      return term.value
    case 'constant':
      return term.text
    case 'operator':
      return term.sign
  }
}

const byChance = (change: Partial<BreakerValues>) => {
  const shown = readings(modelOf(change)).find(({ id }) => id === 'false-opens')?.formula
  return shown ? line(shown) : ''
}

describe('the verdict', () => {
  it('names what was spared and what it cost', () => {
    // Counted in model.test.ts.
    expect(verdict(modelOf()).text).toMatch(/^153 calls .* 88\.4% fewer\. .* and 31 would have\.$/)
  })

  it('is not glad of a breaker that turns away what would mostly have been served', () => {
    const brown = modelOf({ trouble: 'brown-out', library: 'resilience4j', threshold: 0.3 })
    expect(verdict(brown)).toMatchObject({
      tone: 'neutral',
      text: expect.stringContaining('would have been served'),
    })
  })

  it('says what a fallback gives in place of an answer', () => {
    expect(verdict(modelOf({ fallback: 'cached' })).text).toMatch(
      /old answers, up to 4\d\.\d s old/,
    )
    expect(verdict(modelOf({ fallback: 'default' })).text).toContain('made-up answer')
  })

  it('tells one that opened late and stayed from one that never came back', () => {
    const slow = { inRow: false, window: 50, threshold: 0.9 }
    expect(verdict(modelOf({ ...slow, openSeconds: 50 })).text).toContain('stayed open too long')
    expect(verdict(modelOf({ ...slow, openSeconds: 60 })).text).toContain('gave nobody an answer')
  })

  it('praises a breaker that stays closed where nothing is wrong, not one that misses trouble', () => {
    expect(verdict(modelOf({ trouble: 'none' })).tone).toBe('works')
    expect(verdict(modelOf({ trouble: 'brown-out', failures: 10 })).tone).toBe('neutral')
    expect(verdict(modelOf({ trouble: 'slow', givesUp: false })).tone).toBe('fails')
  })
})

describe('the description', () => {
  it('says what became of every call', () => {
    // 138 + 19 + 153 = 310.
    expect(describeState(modelOf())).toMatch(
      /^Of 310 calls 138 are served, 19 fail at the provider and 153 are turned away by the breaker; without it 141 fail\./,
    )
  })
})

describe('the formulas', () => {
  it('take what reached the provider from what would have', () => {
    expect(line(formula(modelOf()))).toBe('88.4% = 1 − 16 / 138')
  })

  // (1/0.03 - 1) / 0.97 = 33.33, and (0.03^-5 - 1) / 0.97 = 42,425,013 with 0.03^-5 = 41,152,263.
  it('give the calls until a run of failures opens it by chance', () => {
    expect(byChance({ failures: 1 })).toBe('33.3 = 33.3 − 1 / 1 − 3%')
    expect(byChance({})).toBe('42,425,013 = 41,152,263 − 1 / 1 − 3%')
  })

  // Python, exact fractions: P(X ≥ 11) = 2.3154e-12, P(X ≥ 10) = 8.2766e-11 for 20 calls at 3 %.
  it('give the chance of a window, met at the threshold by resilience4j and above it by others', () => {
    expect(byChance({ inRow: false })).toBe('2.32 × 10⁻¹² = P(at least 11 of 20 fail at 3%)')
    expect(byChance({ library: 'opossum' })).toContain('at least 11 of 20')
    expect(byChance({ library: 'resilience4j' })).toBe(
      '8.28 × 10⁻¹¹ = P(at least 10 of 20 fail at 3%)',
    )
    // 6 of 20 are 30 %: they meet it, 7 exceed it.
    expect(byChance({ library: 'resilience4j', threshold: 0.3 })).toContain('at least 6 of 20')
    expect(byChance({ library: 'opossum', threshold: 0.3 })).toContain('at least 7 of 20')
    // 0.55 · 20 is 11.000000000000002 in doubles, and 11 of 20 are 55 %.
    expect(byChance({ library: 'resilience4j', threshold: 0.55 })).toContain('at least 11 of 20')
  })
})

describe('the event table', () => {
  const texts = (change: Partial<BreakerValues> = {}) =>
    timeline(modelOf(change)).entries.map(({ text }) => text)

  it('explains every change of the first scene, in the order of time', () => {
    const { entries } = timeline(modelOf())
    expect(entries.map(({ atMs }) => atMs)).toEqual(
      entries.map(({ atMs }) => atMs).toSorted((first, second) => first - second),
    )
    expect(texts()).toEqual([
      'Provider: down.',
      'Opens, since 5 failures in a row; it trips at 5. No call gets through for 10 s.',
      ...Array.from({ length: 3 }, () => [
        'Half-open: 10 s are over and a call came. That call is the probe.',
        'The probe failed: open for another 10 s.',
      ]).flat(),
      'Provider: well.',
      'Half-open: 10 s are over and a call came. That call is the probe.',
      'The probe was served: closed.',
    ])
  })

  it('lets the timer ring for opossum alone, and counts several probes for resilience4j alone', () => {
    expect(texts({ library: 'opossum' }).some((text) => text.includes('timer rang'))).toBe(true)
    expect(texts({ library: 'resilience4j' }).some((text) => text.includes('Enough probes'))).toBe(
      true,
    )
    expect(texts().join()).not.toMatch(/timer rang|Enough probes/)
  })
})

describe('the words', () => {
  it('say at or above, as the library does', () => {
    expect(ruleWords(valuesOf())).toBe('trips at 5')
    expect(ruleWords(valuesOf({ inRow: false }))).toBe('trips above 50%')
    expect(ruleWords(valuesOf({ library: 'opossum' }))).toBe('trips above 50%')
    expect(ruleWords(valuesOf({ library: 'resilience4j' }))).toBe('trips at 50%')
  })

  it('say how the provider does', () => {
    const spell = { fromMs: 0, toMs: 1 }
    expect(healthWords({ ...spell, failing: 0, slow: false })).toBe('well')
    expect(healthWords({ ...spell, failing: 1, slow: false })).toBe('down')
    expect(healthWords({ ...spell, failing: 0.4, slow: false })).toBe('fails 40%')
    expect(healthWords({ ...spell, failing: 0, slow: true })).toBe('takes 4 s')
  })
})
