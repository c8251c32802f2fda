import type { AnswerOf } from '../../answer.ts'
import type { Judgement, Remark } from '../../judgement.ts'
import { soundDesigns } from '../../key.ts'
import type { Design, DesignQuestion } from '../../question.ts'

type Settings = AnswerOf<'design'>['settings']

/** What a design is worth at most that does all that is asked for and costs more than it has to. */
const DEAR = 0.5

/** What comes of these settings. */
export const designOf = (
  { knobs, designs }: DesignQuestion,
  settings: Settings,
): Design | undefined =>
  designs.find((design) => knobs.every(({ id }) => design.settings[id] === settings[id]))

export const isComplete = (
  draft: AnswerOf<'design'> | undefined,
  question: DesignQuestion,
): boolean =>
  draft !== undefined &&
  question.knobs.every(({ id }) => draft.settings[id] !== undefined) &&
  designOf(question, draft.settings) !== undefined

/** Whether a design costs more than the cheapest one that does all that is asked for. */
export function isDear(question: DesignQuestion, { cost }: Design): boolean {
  const cheapest = soundDesigns(question)[0]
  // Sums of the same prices in another order may differ in their last digit.
  return cheapest !== undefined && cost - cheapest.cost > 1e-9 * Math.abs(cheapest.cost)
}

/** The remark about a demand names it so. */
export const demandId = (index: number): string => `demand-${index + 1}`

/**
 * Right is a design that meets every demand at the lowest cost of those that do. A dear one is worth
 * half, and one that misses demands less than that: half of the share that it meets.
 *
 * @throws RangeError unless every knob is set
 */
export function judge(question: DesignQuestion, { settings }: AnswerOf<'design'>): Judgement {
  const design = designOf(question, settings)
  if (!design) throw new RangeError('judge: there is no such design')
  const remarks = question.demands.map(({ misconception }, index): Remark => {
    const about = demandId(index)
    const { met, why } = design.meets[index] ?? { met: false, why: '' }
    return met
      ? { about, right: true, text: why }
      : { about, right: false, text: why, misconception }
  })
  const met = remarks.filter(({ right }) => right).length
  if (met < remarks.length) return { right: false, credit: (DEAR * met) / remarks.length, remarks }
  const { why: tooMuch, misconception } = question.dear
  return isDear(question, design)
    ? {
        right: false,
        credit: DEAR,
        remarks: [...remarks, { right: false, text: tooMuch, misconception }],
      }
    : { right: true, credit: 1, remarks: [...remarks, { right: true, text: question.why }] }
}
