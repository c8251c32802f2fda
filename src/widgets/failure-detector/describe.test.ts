import { describe, expect, it } from 'vitest'
import type { Expression } from '../../frame/expression.ts'
import { complete } from '../../frame/parameters.ts'
import {
  describe as describeState,
  formula,
  rateText,
  readings,
  tickText,
  timeText,
  verdict,
} from './describe.ts'
import { detector, parameters, type DetectorValues } from './model.ts'

/** A number and its unit stay on one line; here an ordinary space reads better. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

// The edge between scenes and types, as in the frame.
const at = (over: Partial<DetectorValues> = {}) =>
  detector(complete(parameters, over) as DetectorValues)

const line = (term: Expression, of: 'symbol' | 'value'): string => {
  switch (term.kind) {
    case 'row':
      return term.terms.map((inner) => line(inner, of)).join(' ')
    case 'fraction':
      return `${line(term.over, of)} / ${line(term.under, of)}`
    case 'variable':
      return spaced(term[of])
    case 'constant':
      return spaced(term.text)
    case 'operator':
      return term.sign
  }
}

// 900.3 s = 15.0 min, 468.3 s = 7.80 min, 460.7 s = 7.68 min; see model.test.ts.
describe('the usual setting', () => {
  it('is told in full', () => {
    expect(spaced(describeState(at()))).toBe(
      'After 3 lost in a row, one probe every 2 s, the server is given up. A true failure is noticed after 6 s on average; ' +
        'false failovers a year: 15.6. Outage a year: 15 min. Too jumpy. False failovers alone cost 7.8 min a year. ' +
        'A threshold of 4 would bring the whole outage down from 15 min to 7.68 min.',
    )
  })

  it('has its numbers under the picture', () => {
    expect(readings(at()).map(({ value, unit }) => `${value} ${unit}`)).toEqual([
      '6 s',
      '15.6 a year',
      '7.2 min',
      '7.8 min',
      '15 min',
    ])
  })

  it('has a formula, and the same with its numbers', () => {
    expect(line(formula(at()), 'symbol')).toBe('O = f × ( D + R ) + a × R')
    expect(line(formula(at()), 'value')).toBe('15 min = 12 × ( 6 s + 30 s ) + 15.6 × 30 s')
  })

  // M = 2,020,200 s = 561.2 h; 8,760 h - 7.2 min.
  it('shows how detection and false failovers come about', () => {
    const [detection, alarms] = readings(at()).map((reading) => reading.formula)
    expect(detection && line(detection, 'value')).toBe('6 s = ( 3 − 1 ) × 2 s + 2 s / 2 + 1 s')
    expect(alarms && line(alarms, 'value')).toBe('15.6 = 8,760 h − 7.2 min / 561 h + 30 s')
  })
})

describe('the verdict', () => {
  // 192 s = 3.2 min of waiting at 8; 552 s = 9.2 min against 460.7 s.
  it('says that a high threshold waits', () => {
    expect(verdict(at({ threshold: 8 }))).toEqual({
      tone: 'fails',
      text: expect.stringMatching(
        /^Too slow.* 3\.2\smin a year.*of 4 .*from 9\.2\smin to 7\.68\smin/,
      ),
    })
  })

  // Without lost probes waiting buys nothing; with every other one lost, no waiting is enough.
  it('knows that there is nothing below one, and stops at eight', () => {
    expect(verdict(at({ threshold: 1, probeLoss: 0 })).text).toContain('the first loss may as well')
    expect(verdict(at({ threshold: 8, probeLoss: 0.5 })).text).toContain('even 8 in a row')
  })

  // 480.05 s against 460.68 s: 4 per cent.
  it('does not scold for what nobody would notice', () => {
    expect(verdict(at({ threshold: 5 })).tone).toBe('neutral')
  })
})

describe('what is too small to print', () => {
  it.each([
    [0, 'none'],
    [1e-9, 'under 0.0001'],
    [0.156_1, '0.156'],
    [137_111.4, '137,111'],
  ])('%d false failovers a year are %s', (perYear, text) => {
    expect(rateText(perYear)).toBe(text)
  })

  it.each([
    [0, 'none'],
    [1e-12, 'under 1 ms'],
    [1 / 3600, '1 s'],
  ])('%d hours are %s', (hours, text) => {
    expect(spaced(timeText(hours))).toBe(text)
  })

  it.each([
    [1e-4, '≤ 0.0001'],
    [1e6, '1,000,000'],
    [1e8, '100M'],
  ])('and what is too long for a tick: %d is %s', (perYear, text) => {
    expect(tickText(perYear)).toBe(text)
  })

  it('leaves no formula for false failovers where there are none', () => {
    const [, alarms] = readings(at({ probeLoss: 0 }))
    expect([alarms?.value, alarms?.formula]).toEqual(['none', undefined])
  })
})
