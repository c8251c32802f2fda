import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useId } from 'react'
import { Hatch } from '../../figures/Hatch.tsx'
import { number, percent } from '../../ui/format.ts'
import {
  calibrationOf,
  FEWEST,
  type LevelCalibration,
  overallOf,
  type Said,
} from '../calibration.ts'
import { confidenceWords } from '../confidence-words.ts'
import type { Confidence } from '../confidences.ts'
import { CalibrationTrack } from './CalibrationTrack.tsx'
import styles from './Calibration.module.css'

const MEANS: Readonly<Record<Confidence, () => string>> = {
  guess: m.practice_means_guess,
  unsure: m.practice_means_unsure,
  sure: m.practice_means_sure,
}

const OVERALL = {
  none: m.practice_overall_none,
  few: m.practice_overall_few,
  over: m.practice_overall_over,
  under: m.practice_overall_under,
  both: m.practice_overall_both,
  fits: m.practice_overall_fits,
} as const

/** What the answers given with a word say about it. */
function verdictOf({ confidence, interval, fit }: LevelCalibration): string {
  const locale = getLocale()
  const share = (value: number) => percent(locale, value, 3)
  if (fit === 'none' || !interval) return m.practice_fit_none()
  switch (fit) {
    case 'few':
      return m.practice_fit_few({ fewest: number(locale, FEWEST) })
    case 'over':
      return m.practice_fit_over({ upper: share(interval.upper), means: MEANS[confidence]() })
    case 'under':
      return m.practice_fit_under({ lower: share(interval.lower), means: MEANS[confidence]() })
    case 'fits':
      return m.practice_fit_fits({
        lower: share(interval.lower),
        upper: share(interval.upper),
        means: MEANS[confidence](),
      })
  }
}

const countOf = ({ answers, right }: LevelCalibration): string => {
  const locale = getLocale()
  return answers === 0
    ? m.practice_no_answers()
    : m.practice_right_of({ right: number(locale, right), answers: number(locale, answers) })
}

interface Props {
  readonly answers: readonly Said[]
  /** Of which answers these are the first: of all that were ever given, or of one check. */
  readonly first: 'ever' | 'in-check'
}

const COUNTED = {
  ever: m.practice_calibration_counted,
  'in-check': m.practice_calibration_counted_check,
} as const

/** Whether answers that were said to be certain are right more often than guesses, and often enough. */
export function Calibration({ answers, first }: Props) {
  const levels = calibrationOf(answers)
  const hatch = useId()
  const locale = getLocale()
  return (
    <figure className={styles['calibration']}>
      <figcaption>{OVERALL[overallOf(levels)]()}</figcaption>
      <svg width="0" height="0" aria-hidden="true" className={styles['patterns']}>
        <Hatch id={hatch} />
      </svg>
      <ul role="list">
        {levels.map((level) => (
          <li key={level.confidence}>
            <p className={styles['head']}>
              <strong>{confidenceWords[level.confidence]()}</strong> <span>{countOf(level)}</span>
            </p>
            <CalibrationTrack level={level} hatch={hatch} />
            <p className={styles['verdict']}>{verdictOf(level)}</p>
          </li>
        ))}
      </ul>
      <p className={styles['scale']} aria-hidden="true">
        {[0, 0.5, 1].map((share) => (
          <span key={share}>{percent(locale, share)}</span>
        ))}
      </p>
      <p className={styles['key']}>{m.practice_calibration_key()}</p>
      <details className={styles['note']}>
        <summary>{m.practice_calibration_why()}</summary>
        <p>{m.practice_calibration_words()}</p>
        <p>{COUNTED[first]()}</p>
        <p>{m.practice_calibration_interval()}</p>
      </details>
    </figure>
  )
}
