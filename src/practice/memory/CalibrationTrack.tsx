import { type Fit, type LevelCalibration, MEANING } from '../calibration.ts'
import styles from './Calibration.module.css'

const at = (share: number) => `${share * 100}%`
const MIDDLE = 16

/** A shape for each verdict: below what the word means, above it, or neither. */
const SHAPES: Readonly<Record<Fit, string>> = {
  none: '',
  few: 'M -6 0 A 6 6 0 1 0 6 0 A 6 6 0 1 0 -6 0 Z',
  fits: 'M -6 0 A 6 6 0 1 0 6 0 A 6 6 0 1 0 -6 0 Z',
  over: 'M -7.5 -5.5 L 7.5 -5.5 L 0 7.5 Z',
  under: 'M -7.5 5.5 L 7.5 5.5 L 0 -7.5 Z',
}

interface Props {
  readonly level: LevelCalibration
  /** The id of the pattern for what the reader said. */
  readonly hatch: string
}

/** The share of right answers on a line from never to always; the words beside it say the same. */
export function CalibrationTrack({ level, hatch }: Props) {
  const { confidence, answers, right, interval, fit } = level
  const meant = MEANING[confidence]
  return (
    <svg className={styles['track']} height="32" aria-hidden="true" data-fit={fit}>
      <line className={styles['line']} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {[0, 0.5, 1].map((share) => (
        <line
          key={share}
          className={styles['line']}
          x1={at(share)}
          x2={at(share)}
          y1="26"
          y2="32"
        />
      ))}
      <rect
        className={styles['meant']}
        x={at(meant.lower)}
        width={at(meant.upper - meant.lower)}
        y="4"
        height="24"
        fill={`url(#${hatch})`}
      />
      {interval && (
        <>
          {(['halo', 'interval'] as const).map((name) => (
            <g key={name} className={styles[name]}>
              <line x1={at(interval.lower)} x2={at(interval.upper)} y1={MIDDLE} y2={MIDDLE} />
              {[interval.lower, interval.upper].map((end) => (
                <line key={end} x1={at(end)} x2={at(end)} y1={MIDDLE - 6} y2={MIDDLE + 6} />
              ))}
            </g>
          ))}
          <svg x={at(right / answers)} y={MIDDLE} overflow="visible">
            <path className={styles['mark']} d={SHAPES[fit]} />
          </svg>
        </>
      )}
    </svg>
  )
}
