import { describe, expect, it } from 'vitest'
import type { Expression } from '../../frame/expression.ts'
import { describe as describeState, formula, readings, verdict } from './describe.ts'
import { flight, type Cause } from './model.ts'

const line = (term: Expression): string =>
  term.kind === 'row'
    ? term.terms.map(line).join(' ')
    : term.kind === 'operator'
      ? term.sign
      : term.kind === 'variable'
        ? term.value
        : ''

describe('the flight in words', () => {
  it('says that the flock took the thrust and nothing else', () => {
    expect(describeState(flight({ cause: 'flock' }))).toMatch(
      /^Thrust: lost\. Electricity: works\. Control: works\. /,
    )
  })

  it.each([
    ['nothing', 'works'],
    ['one-engine', 'works'],
    ['flock', 'neutral'],
    ['one-design', 'works'],
  ] satisfies [Cause, string][])('judges %s as: %s', (cause, tone) => {
    expect(verdict(flight({ cause })).tone).toBe(tone)
  })

  // Engines with thrust, sources of electricity, kinds of computer: counted by hand.
  it.each([
    ['nothing', ['2 of 2', '2', '2 of 2']],
    ['one-engine', ['1 of 2', '1', '2 of 2']],
    ['flock', ['0 of 2', '1', '2 of 2']],
    ['one-design', ['2 of 2', '2', '1 of 2']],
  ] satisfies [Cause, string[]][])('counts what is left after %s', (cause, counts) => {
    expect(readings(flight({ cause })).map(({ value }) => value)).toEqual(counts)
  })

  // Engines 0 and 0, but the turbine runs; both kinds of computer. And so on, by hand.
  it.each([
    ['nothing', '1 = ( 1 ∨ 1 ∨ 0 ) ∧ ( 1 ∨ 1 )'],
    ['one-engine', '1 = ( 0 ∨ 1 ∨ 0 ) ∧ ( 1 ∨ 1 )'],
    ['flock', '1 = ( 0 ∨ 0 ∨ 1 ) ∧ ( 1 ∨ 1 )'],
    ['one-design', '1 = ( 1 ∨ 1 ∨ 0 ) ∧ ( 0 ∨ 1 )'],
  ] satisfies [Cause, string][])('writes %s as a structure function', (cause, written) => {
    expect(line(formula(flight({ cause })))).toBe(written)
  })
})
