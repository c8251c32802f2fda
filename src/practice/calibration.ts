import { type Interval, wilson } from '../reliability/proportion-interval.ts'
import { type Attempt, byQuestion, type Confidence, CONFIDENCES } from './attempt.ts'

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

/**
 * For each word, how many first answers were right. Only the first answer to a question counts, since
 * the solution is known afterwards, and only where the reader said how sure they were and did not
 * judge the answer themselves.
 */
export const calibrationOf = (attempts: readonly Attempt[]): readonly LevelCalibration[] =>
  levelsOf(
    [...byQuestion(attempts).values()]
      .map(([one]) => one)
      .filter(({ answer }) => answer.kind !== 'free'),
  )

/** For each word, how many of these answers were right. */
export function levelsOf(
  first: readonly Pick<Attempt, 'confidence' | 'right'>[],
): readonly LevelCalibration[] {
  return CONFIDENCES.map((confidence) => {
    const said = first.filter((attempt) => attempt.confidence === confidence)
    const answers = said.length
    const right = said.filter((attempt) => attempt.right).length
    const interval = answers > 0 ? wilson(right, answers, DEVIATIONS) : undefined
    return { confidence, answers, right, interval, fit: fitOf(confidence, answers, interval) }
  })
}

/** All words together: what was said of any of them, or that nothing can be said. */
export type Overall = 'none' | 'few' | 'over' | 'under' | 'both' | 'fits'

export function overallOf(levels: readonly LevelCalibration[]): Overall {
  const some = (fit: Fit) => levels.some((level) => level.fit === fit)
  if (some('over')) return some('under') ? 'both' : 'over'
  if (some('under')) return 'under'
  if (some('fits')) return 'fits'
  return some('few') ? 'few' : 'none'
}
