import { describe, expect, it } from 'vitest'
import { Answer } from '../practice/answer.ts'
import { formatOf } from '../practice/format.ts'
import { judge } from '../practice/judge.ts'
import { keyOf } from '../practice/key.ts'
import type { Laid, Question } from '../practice/question.ts'
import { wrongAnswers } from '../practice/wrong-answers.ts'
import { seedUnlike, variantOf, varies } from '../practice/variant.ts'
import { locales } from './content.ts'
import { loadQuestions } from './questions.ts'
import * as v from 'valibot'

/** Enough that each value of each parameter of a question turns up, most pairs of them too. */
const VARIANTS = 200

/** So many letters more than the longest wrong option are no hint. */
const MORE = 12

/** What a number of 1 makes wrong where the author thought of larger ones. */
const ONE_OF_SEVERAL =
  /(?<![\d.,])\b1 (?:seconds|minutes|hours|days|weeks|years|servers|copies|calls|attempts|retries|waits|pods|zones|pairs|spares)\b/

const questions = (
  await Promise.all(
    locales.map(async (locale) =>
      (await loadQuestions(locale)).map((question) => [locale, question.id, question] as const),
    ),
  )
).flat()

const laidOf = (locale: string, question: Question): readonly Laid[] =>
  Array.from({ length: varies(question) ? VARIANTS : 3 }, (_, seed) =>
    variantOf(question, seed, formatOf(locale)),
  )

/** Every sentence of a question, wherever it stands. */
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsOf)
      : []

describe.each(questions)('in %s, question %s', (locale, _, question) => {
  const variants = laidOf(locale, question)

  it('has a key that is right, in every variant', () => {
    for (const laid of variants) {
      const key = v.parse(Answer, keyOf(laid))
      expect(judge(laid, key), JSON.stringify(laid)).toMatchObject({ right: true, credit: 1 })
    }
  })

  it('has no wrong answer that is right, and none without its misconception', () => {
    for (const laid of variants) {
      for (const answer of wrongAnswers(laid)) {
        expect(v.safeParse(Answer, answer).success, JSON.stringify(answer)).toBe(true)
        const { right, credit, remarks } = judge(laid, answer)
        const shown = JSON.stringify({ answer, laid })
        expect(right, shown).toBe(false)
        expect(credit, shown).toBeLessThan(1)
        const wrong = remarks.filter((remark) => !remark.right)
        expect(wrong.length, shown).toBeGreaterThan(0)
        // Whoever rates their own words, or leaves out one of several right options, said nothing wrong.
        if (laid.kind === 'free') continue
        const said = wrong.filter(
          ({ about }) =>
            laid.kind !== 'choices' ||
            !laid.options.some(({ id, correct }) => id === about && correct),
        )
        expect(
          said.every(({ misconception }) => misconception !== undefined),
          shown,
        ).toBe(true)
      }
    }
  })

  it('has complete sentences, in every variant', () => {
    for (const laid of variants)
      for (const text of textsOf(laid)) {
        expect(text, text).not.toMatch(/undefined|NaN|Infinity|\[object|[{}]|\[\[/)
        expect(text.split('`').length % 2, `code that is not closed: ${text}`).toBe(1)
        expect(text, 'one of several').not.toMatch(ONE_OF_SEVERAL)
        expect(text, 'a power of ten for readers of per cent').not.toMatch(/\dE-?\d/)
      }
  })

  it('does not give its right option away by length', () => {
    for (const laid of variants) {
      if (laid.kind !== 'choice') continue
      const lengthsOf = (right: boolean) =>
        laid.options
          .filter(({ correct }) => (correct ?? false) === right)
          .map(({ text }) => text.length)
      const longest = Math.max(...lengthsOf(false))
      expect(Math.max(...lengthsOf(true)), laid.prompt).toBeLessThanOrEqual(longest + MORE)
    }
  })

  if (question.kind === 'numeric')
    it('tells its traps from the right answer in most variants', () => {
      const most = Math.max(
        ...variants.map((laid) => (laid.kind === 'numeric' ? laid.traps.length : 0)),
      )
      const live = variants.filter((laid) => laid.kind === 'numeric' && laid.traps.length === most)
      expect(live.length).toBeGreaterThan(variants.length / 2)
    })

  if (varies(question))
    it('comes back with other numbers', () => {
      const asked = variants.slice(0, 20).map((laid, seed) => {
        const other = seedUnlike(question, seed, seed + 1, formatOf(locale))
        return [laid, variantOf(question, other, formatOf(locale))] as const
      })
      for (const [laid, other] of asked)
        expect([other.prompt, other.solution]).not.toEqual([laid.prompt, laid.solution])
    })

  it('explains how it is worked out where numbers are drawn', () => {
    if (varies(question))
      for (const laid of variants) expect(laid.solution.length).toBeGreaterThan(0)
  })
})
