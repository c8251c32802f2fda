import { describe, expect, it } from 'vitest'
import type { Expression } from '../../frame/expression.ts'
import { complete } from '../../frame/parameters.ts'
import {
  count,
  decimalsOf,
  describe as describeState,
  formula,
  readings,
  verdict,
} from './describe.ts'
import { paradox, parameters, type ParadoxValues } from './model.ts'
import { scenes } from './scenes.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const valuesOf = (id: string): ParadoxValues =>
  complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}) as ParadoxValues
const at = (id: string, over: Partial<ParadoxValues> = {}) => paradox({ ...valuesOf(id), ...over })

const line = (term: Expression, of: 'symbol' | 'value'): string => {
  switch (term.kind) {
    case 'row':
      return term.terms.map((inner) => line(inner, of)).join(' ')
    case 'fraction':
      return `${line(term.over, of)} / ${line(term.under, of)}`
    case 'variable':
      return term[of]
    case 'constant':
      return term.text
    case 'operator':
      return term.sign
  }
}

describe('the description', () => {
  // U = 0.00505; 10,000 / 5,050 = 1.9802, and 4,950 of 10,000 are gone.
  it('says half a failover in full', () => {
    expect(describeState(at('failover-50'))).toBe(
      'The pair works 99.495% of the time: 5,050 failures per million requests, against 10,000 with A alone. ' +
        '1.98 times fewer failures than A alone: 49.5% of them are gone.',
    )
  })

  // U = 0.050095, to three digits 5.01%, so 94.99% works; 50,095 / 10,000 = 5.0095.
  it('blames the router that loses more than the spare saves', () => {
    expect(describeState(at('router-in-path'))).toContain('works 94.99% of the time: 50,095')
    expect(verdict(at('router-in-path')).text).toMatch(/^5\.01 times as many .* router/)
  })

  // U = 0.015049; 15,049 / 10,000 = 1.5049.
  it('blames false alarms for the jumpy detector', () => {
    expect(verdict(at('jumpy-detector')).text).toMatch(/^1\.5 times as many .* False alarms/)
  })

  it('says that a common cause takes the gain and no more', () => {
    const { tone, text } = verdict(at('common-cause'))
    expect([tone, text]).toEqual(['neutral', expect.stringMatching(/gain is gone.*no lower/)])
  })

  it.each([
    ['a router', { a: 1, inPath: true, router: 0.95 }],
    ['false alarms', { a: 1, falseAlarm: 0.02 }],
  ])('finds words for a perfect A that %s spoil: no infinite number of times', (_, over) => {
    const { tone, text } = verdict(at('failover-50', over))
    expect(tone).toBe('fails')
    expect(text).not.toMatch(/∞|Infinity/)
  })

  it('calls a pair that never fails perfect, and unlikely', () => {
    const { tone, text } = verdict(at('failover-50', { b: 1, failover: 1 }))
    expect([tone, text]).toEqual(['works', expect.stringContaining('never fails')])
  })

  it('never says 100% of a pair that fails', () => {
    expect(describeState(at('failover-95', { a: 0.999_999_999, b: 0.999_999_999 }))).not.toContain(
      'works 100%',
    )
  })
})

describe('the readings', () => {
  it('of half a failover are 99.495%, 5,050 per million, 44.2 hours against 87.6', () => {
    expect(readings(at('failover-50')).map(({ value, unit }) => [value, unit])).toEqual([
      ['99.495%', undefined],
      ['5,050', 'per million'],
      ['44.2', 'h'],
      ['87.6', 'h'],
    ])
  })

  it('show how they come about, with the numbers of now', () => {
    const [works, failures, down, alone] = readings(at('failover-50')).map(({ formula: shown }) =>
      shown ? line(shown, 'value') : '',
    )
    expect(works).toBe('0.99495 = 1 − 0.00505')
    expect(failures).toBe('5,050 = 0.00505 × 1,000,000')
    expect(down).toMatch(/^44\.2\sh = 0\.00505 × 8,760$/)
    expect(alone).toMatch(/^87\.6\sh = \( 1 − 0\.99 \) × 8,760$/)
  })
})

describe('the formula', () => {
  it('has only the terms that are switched on', () => {
    expect(line(formula(at('failover-50')), 'symbol')).toBe('R = a + ( 1 − a ) × c × b')
    expect(line(formula(at('failover-50')), 'value')).toBe(
      '0.99495 = 0.99 + ( 1 − 0.99 ) × 0.5 × 0.99',
    )
  })

  // b' = 0.99 / 0.999 = 110/111 = 0.990991; R = 0.9959598, see model.test.ts.
  it('has all of them at once', () => {
    expect(line(formula(at('all-at-once')), 'symbol')).toBe(
      'R = r × [ a × ( 1 − s ) + ( a × s + 1 − a − z ) × c × b′ ]',
    )
    expect(line(formula(at('all-at-once')), 'value')).toBe(
      '0.99596 = 0.999 × [ 0.99 × ( 1 − 0.01 ) + ( 0.99 × 0.01 + 1 − 0.99 − 0.001 ) × 0.9 × 0.990991 ]',
    )
  })

  // A shared cause that always strikes leaves 0/0 for B; the model says that B is down then.
  it('has a number for B even where the shared cause always strikes', () => {
    const shown = formula(at('common-cause', { a: 0, b: 0 }))
    expect(line(shown, 'value')).not.toMatch(/NaN|∞/)
  })
})

describe('a count of requests', () => {
  it.each([
    [9900, '9,900'],
    [49.5, '49.5'],
    [0.5, '0.5'],
    [94.06, '94.1'],
    [1.5309, '1.53'],
    [0.0123, '0.012'],
    [0.0012, '0.0012'],
    [0, '0'],
  ])('%d is printed as %s: fewer decimals, the more there are', (requests, printed) => {
    expect(count(requests)).toBe(printed)
  })
  it('says that what is too small to print is small, and does not call it nothing', () => {
    expect(count(1e-7)).toBe('< 0.0001')
    expect(count(0.02, 1)).toBe('< 0.1')
  })
  it('prints served and lost with the same decimals, so that they add up: 9,949.5 and 50.5', () => {
    const { served, lost } = at('failover-50').counts
    expect([count(served, decimalsOf(lost)), count(lost, decimalsOf(lost))]).toEqual([
      '9,949.5',
      '50.5',
    ])
  })
})
