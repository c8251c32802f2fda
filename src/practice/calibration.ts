import { type Interval, wilson } from '../reliability/proportion-interval.ts'
import { type Attempt, byQuestion } from './attempt.ts'
import { type Confidence, CONFIDENCES } from './confidences.ts'

/**
 * How often each word should be right. These limits are a convention, and part the line from never to
 * always without a gap: below an even chance one guesses; from nine in ten on one would act without
 * looking it up; and "fairly sure" is what lies between, seven in ten in its middle.
 */
export const MEANING = {
  guess: { lower: 0, upper: 0.5 },
  unsure: { lower: 0.5, upper: 0.9 },
  sure: { lower: 0.9, upper: 1 },
} as const satisfies Record<Confidence, Interval>

/** With fewer answers than these, nothing is said of a word. */
export const FEWEST = 5
/** Standard errors of an interval that covers 95 times in a hundred. */
const DEVIATIONS = 1.959964

/**
 * What the answers say of a word: nothing yet, too little, more trust than was deserved, less, or
 * nothing against it.
 */
export type Fit = 'none' | 'few' | 'over' | 'under' | 'fits'

export interface LevelCalibration {
  readonly confidence: Confidence
  readonly answers: number
  readonly right: number
  /** Where the true share of right answers plausibly lies; nothing without an answer. */
  readonly interval: Interval | undefined
  readonly fit: Fit
}

function fitOf(confidence: Confidence, answers: number, interval: Interval | undefined): Fit {
  if (!interval) return 'none'
  if (answers < FEWEST) return 'few'
  const meant = MEANING[confidence]
  if (interval.upper < meant.lower) return 'over'
  return interval.lower > meant.upper ? 'under' : 'fits'
}

/** An answer, and how sure its reader was of it. */
export type Said = Pick<Attempt, 'confidence' | 'right'>

/**
 * The answers that count: the first to each question, since the solution is known afterwards, and none
 * that readers judged themselves.
 */
export const firstAnswers = (attempts: readonly Attempt[]): readonly Said[] =>
  [...byQuestion(attempts).values()]
    .map(([first]) => first)
    .filter(({ answer }) => answer.kind !== 'free')

/** For each word, how many of the answers given with it were right. */
export const calibrationOf = (answers: readonly Said[]): readonly LevelCalibration[] =>
  CONFIDENCES.map((confidence) => {
    const said = answers.filter((answer) => answer.confidence === confidence)
    const right = said.filter((answer) => answer.right).length
    const interval = said.length > 0 ? wilson(right, said.length, DEVIATIONS) : undefined
    const fit = fitOf(confidence, said.length, interval)
    return { confidence, answers: said.length, right, interval, fit }
  })

/** All words together: what was said of any of them, or that nothing can be said. */
export type Overall = 'none' | 'few' | 'over' | 'under' | 'both' | 'fits'

export function overallOf(levels: readonly LevelCalibration[]): Overall {
  const some = (fit: Fit) => levels.some((level) => level.fit === fit)
  if (some('over')) return some('under') ? 'both' : 'over'
  if (some('under')) return 'under'
  if (some('fits')) return 'fits'
  return some('few') ? 'few' : 'none'
}
