import * as v from 'valibot'
import type { Kind } from './question.ts'
import { slug } from './slug.ts'

const ids = v.pipe(v.array(slug), v.maxLength(40))
const filled = v.pipe(
  v.record(slug, v.pipe(v.string(), v.maxLength(64))),
  v.check((record) => Object.keys(record).length <= 40),
)
const finite = v.pipe(v.number(), v.finite())

/**
 * What a reader answers, for each kind of question: the same value is typed, judged and kept.
 * Numbers are kept in the unit of the question (a share for per cent), steps and parts by their ids.
 */
export const answers = {
  choice: v.strictObject({ kind: v.literal('choice'), option: slug }),
  choices: v.strictObject({ kind: v.literal('choices'), options: ids }),
  numeric: v.strictObject({ kind: v.literal('numeric'), value: finite }),
  /** Each item's column. */
  classify: v.strictObject({ kind: v.literal('classify'), columns: filled }),
  match: v.strictObject({ kind: v.literal('match'), columns: filled }),
  order: v.strictObject({ kind: v.literal('order'), steps: ids }),
  /** Each blank's option, or its number as a decimal with a point. */
  fill: v.strictObject({ kind: v.literal('fill'), blanks: filled }),
  /** One value for each place that is asked for. */
  graph: v.strictObject({
    kind: v.literal('graph'),
    values: v.pipe(v.array(finite), v.maxLength(40)),
  }),
  diagram: v.strictObject({ kind: v.literal('diagram'), parts: ids }),
  /** Each knob's option. */
  design: v.strictObject({ kind: v.literal('design'), settings: filled }),
  /** The reader's own words, and the points that they say were in them. */
  free: v.strictObject({
    kind: v.literal('free'),
    text: v.pipe(v.string(), v.maxLength(4000)),
    points: ids,
  }),
} as const satisfies Record<Kind, v.GenericSchema>

export const Answer = v.variant('kind', Object.values(answers))

/** An answer that is complete enough to be judged. */
export type Answer = v.InferOutput<(typeof answers)[Kind]>
export type AnswerOf<K extends Kind> = v.InferOutput<(typeof answers)[K]>
