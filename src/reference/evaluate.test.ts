import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { loadReference } from './load.ts'
import { loadPart, partIds } from './library.ts'
import { parts } from './parts.ts'

/** The numbers that a remark behind an example names, decimals with their last place, and fractions. */
const numbersIn = (text: string) => [
  ...[...text.matchAll(/(?<![\w^/.,])-?\d+(\.\d+)?(e-?\d+)?(?![\w/^.]|\s*\/)/g)].map(
    ([written]) => {
      const [mantissa = '', exponent = '0'] = written.split('e')
      const decimals = mantissa.split('.')[1]?.length ?? 0
      return { value: Number(written), place: 10 ** (Number(exponent) - decimals) }
    },
  ),
  ...[...text.matchAll(/(?<![\w^/.,])(\d+)\/(\d+)(?![\w/^.])/g)].map(([, over, under]) => ({
    value: Number(over) / Number(under),
    place: 1e-12,
  })),
]

describe('the examples of the docstrings', async () => {
  const examples = await Promise.all(
    partIds.map(async (id) => {
      const { firsts } = await loadReference(id)
      return [...firsts].map(([name, first]) => ({ name, ...first }))
    }),
  )
  const all = examples.flat()

  it('are one for each function, and none is refused', () => {
    expect(all.length).toBeGreaterThan(80)
    const refused = all.filter(({ outcome }) => outcome.kind !== 'answer')
    expect(refused).toEqual([])
  })

  it('say so in numbers, but for those whose answers are names', async () => {
    const entries = (await Promise.all(partIds.map(loadPart))).flatMap((part) => part.entries)
    const wordy = entries.filter(({ answer }) => numbersIn(answer).length === 0)
    expect(wordy.map(({ name }) => name)).toEqual([
      'minimalCutSets',
      'minimalPathSets',
      'primeImplicants',
    ])
  })

  it.each(all)('$call says what comes out', async ({ name, outcome }) => {
    const entries = (await Promise.all(partIds.map(loadPart))).flatMap((part) => part.entries)
    const claimed = numbersIn(entries.find((entry) => entry.name === name)?.answer ?? '')
    const lines = outcome.kind === 'answer' ? outcome.lines : []
    const got = lines.flatMap(({ value }) => numbersIn(value).map((number) => number.value))
    for (const { value, place } of claimed)
      expect(got.some((number) => Math.abs(number - value) <= place)).toBe(true)
  })
})

describe('evaluate', () => {
  it('answers with what the library refuses, in its words', () => {
    expect(evaluate('kOfN', [3, 2, 1.5])).toEqual({
      kind: 'refused',
      why: 'kOfN: component must lie in [0, 1], got 1.5',
    })
  })

  it('says of arguments without the right form no more than that', () => {
    expect(evaluate('series', [5])).toEqual({ kind: 'malformed' })
  })

  it('passes the functions that the example passes', () => {
    // By hand: no component ever fails, so the system, down with one failure, is never down.
    const model = { components: [1], runs: 100, seed: 1 }
    expect(evaluate('monteCarlo', [model])).toMatchObject({ kind: 'answer' })
  })

  it('knows public functions only', () => {
    for (const name of ['requireRate', 'fixed', 'toString', '__proto__'])
      expect(() => evaluate(name, [])).toThrow(RangeError)
  })
})

describe('the entries', async () => {
  const entries = (await Promise.all(partIds.map(loadPart))).flatMap((part) => part.entries)

  it('each have a formula', () => {
    const without = entries.filter(({ formulas }) => formulas.length === 0)
    expect(without.map(({ name }) => name)).toEqual([])
  })

  it('set nothing in the style of the page, which its policy would refuse', () => {
    const styled = entries.filter(({ formulas }) => formulas.join().includes(' style='))
    expect(styled.map(({ name }) => name)).toEqual([])
  })

  it('describe every parameter, and say what is refused where anything can be', () => {
    const silent = entries.filter(
      ({ parameters, throws }) =>
        parameters.some(({ text }) => text.length === 0) || throws.length === 0,
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})

describe('the categories', () => {
  it('that docstrings name are those that have a page', () => {
    expect([...partIds].toSorted()).toEqual(Object.keys(parts).toSorted())
  })
})
