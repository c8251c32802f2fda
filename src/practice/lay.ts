import { sharedCauses } from './kinds/diagram/lost.ts'
import { mostOff } from './kinds/graph/judge.ts'
import type {
  ChoiceQuestion,
  ChoicesQuestion,
  ClassifyQuestion,
  Curve,
  DesignQuestion,
  DiagramQuestion,
  FillQuestion,
  Format,
  FreeQuestion,
  GraphQuestion,
  Knob,
  MatchQuestion,
  Mistake,
  Named,
  NumericQuestion,
  Option,
  OrderQuestion,
  Sum,
  Tolerance,
} from './question.ts'

/**
 * Completes questions: what the code of a question calls once its numbers are drawn. Each gives
 * nothing back where these numbers make no good question, and throws where the question is wrong.
 */
type Without<Q> = Omit<Q, 'kind'>

/** A value inside a sentence: words as they are, numbers as the language writes them. */
export const say = (value: string | number | boolean, format: Format): string =>
  typeof value === 'number' ? format.number(value, 12) : String(value)

const distinct = (options: readonly { readonly text: string }[]): boolean =>
  new Set(options.map(({ text }) => text)).size === options.length
const rightOnes = (options: readonly Option[]): number =>
  options.filter(({ correct }) => correct).length

export const layChoice = (question: Without<ChoiceQuestion>): ChoiceQuestion | undefined =>
  distinct(question.options) && rightOnes(question.options) === 1
    ? { kind: 'choice', ...question }
    : undefined

export const layChoices = (question: Without<ChoicesQuestion>): ChoicesQuestion | undefined =>
  distinct(question.options) && rightOnes(question.options) > 0
    ? { kind: 'choices', ...question }
    : undefined

/**
 * Whether a value passes for the right one.
 *
 * @param value what was answered, in the unit of `answer`
 * @param answer the right value
 */
export function isWithin(value: number, answer: number, tolerance: Tolerance): boolean {
  const most =
    tolerance.relative === undefined ? tolerance.absolute : tolerance.relative * Math.abs(answer)
  // The last digit of a binary fraction is nobody's mistake.
  return Math.abs(value - answer) <= most + 1e-12 * Math.abs(answer)
}

const PROOF = 1e-9

/** Leaves away what the reader never sees: a proof, and traps that are right with these numbers. */
function settled<S extends Sum>({ proof, ...sum }: S & { readonly proof?: number }) {
  const { answer, tolerance } = sum
  if (!Number.isFinite(answer)) throw new RangeError(`layNumeric: ${answer} is no answer`)
  if (
    proof !== undefined &&
    !(Math.abs(proof - answer) <= PROOF * Math.max(Math.abs(answer), PROOF))
  )
    throw new RangeError(`layNumeric: worked out in two ways it is ${answer} and ${proof}`)
  return { ...sum, traps: sum.traps.filter(({ value }) => !isWithin(value, answer, tolerance)) }
}

export const layNumeric = (
  question: Without<NumericQuestion> & { readonly proof?: number },
): NumericQuestion => ({ ...settled(question), kind: 'numeric' })

export const layClassify = (question: Without<ClassifyQuestion>): ClassifyQuestion => ({
  kind: 'classify',
  ...question,
})
export const layMatch = (question: Without<MatchQuestion>): MatchQuestion => ({
  kind: 'match',
  ...question,
})
export const layOrder = (question: Without<OrderQuestion>): OrderQuestion => ({
  kind: 'order',
  ...question,
})
export const layFree = (question: Without<FreeQuestion>): FreeQuestion => ({
  kind: 'free',
  ...question,
})

export function layFill(question: Without<FillQuestion>): FillQuestion | undefined {
  const pieces = question.pieces.map((piece) =>
    typeof piece === 'string' || piece.sum === undefined
      ? piece
      : { ...piece, sum: settled(piece.sum) },
  )
  const sound = pieces.every(
    (piece) =>
      typeof piece === 'string' ||
      piece.options === undefined ||
      (distinct(piece.options) && rightOnes(piece.options) === 1),
  )
  return sound ? { ...question, kind: 'fill', pieces } : undefined
}

type Written = Omit<Without<GraphQuestion>, 'curve' | 'traps' | 'at'> & {
  readonly places: readonly number[]
  readonly curve: (x: number) => number
  readonly traps: readonly (Mistake & { readonly curve: (x: number) => number })[]
}

const STEPS = 80

/**
 * Works the curves out. Nothing where the right one leaves the axis at a place that is asked for: nobody
 * could draw it there.
 */
export function layGraph({
  places,
  curve,
  traps,
  ...question
}: Written): GraphQuestion | undefined {
  const { x, y } = question
  const points: Curve = Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = x.from + ((x.to - x.from) * step) / STEPS
    return [at, curve(at)]
  })
  const at = places.map((place) => ({ x: place, y: curve(place) }))
  if (!at.every((point) => point.y >= y.from && point.y <= y.to)) return undefined
  const most = mostOff(question)
  return {
    ...question,
    kind: 'graph',
    at,
    curve: points,
    traps: traps
      .map(({ curve: mistaken, ...mistake }) => ({ ...mistake, values: places.map(mistaken) }))
      .filter(({ values }) => values.some((value, i) => Math.abs(value - (at[i]?.y ?? 0)) > most)),
  }
}

export function layDiagram(question: Omit<Without<DiagramQuestion>, 'key'>): DiagramQuestion {
  const key = sharedCauses(question.parts, question.served)
  if (key.length === 0) throw new RangeError('layDiagram: nothing is shared')
  return { kind: 'diagram', ...question, key }
}

type Setting = string | number | boolean
interface ValuedKnob extends Knob {
  readonly options: readonly (Named & { readonly value: Setting })[]
}

/** All ways to set the knobs. */
const combined = (
  knobs: readonly ValuedKnob[],
): readonly (readonly (readonly [knob: string, option: ValuedKnob['options'][number]])[])[] =>
  knobs.reduce<readonly (readonly (readonly [string, ValuedKnob['options'][number]])[])[]>(
    (ways, { id, options }) =>
      ways.flatMap((way) => options.map((option) => [...way, [id, option] as const])),
    [[]],
  )

/** Works out what comes of every design. Nothing where none is right, or all are. */
export function layDesign({
  knobs,
  judge,
  ...question
}: Omit<Without<DesignQuestion>, 'knobs' | 'designs'> & {
  readonly knobs: readonly ValuedKnob[]
  readonly judge: (values: Readonly<Record<string, Setting>>) => {
    readonly meets: readonly { readonly met: boolean; readonly why: string }[]
    readonly cost: number
    readonly costText: string
  }
}): DesignQuestion | undefined {
  const designs = combined(knobs).map((way) => ({
    settings: Object.fromEntries(way.map(([knob, option]) => [knob, option.id])),
    ...judge(Object.fromEntries(way.map(([knob, option]) => [knob, option.value]))),
  }))
  const sound = designs.filter(({ meets }) => meets.every(({ met }) => met))
  if (sound.length === 0 || sound.length === designs.length) return undefined
  return {
    ...question,
    kind: 'design',
    knobs: knobs.map(({ options, ...knob }) => ({
      ...knob,
      options: options.map(({ id, text }) => ({ id, text })),
    })),
    designs,
  }
}
