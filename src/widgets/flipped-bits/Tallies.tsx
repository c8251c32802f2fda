import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import type { Outcome } from '../../systems/error-codes/outcome.ts'
import styles from './Figure.module.css'
import type { BitsLayout } from './layout.ts'
import { type SmallWord, talliesOf } from './model.ts'
import { outcomeName, whole } from './words.ts'

const ORDER = ['corrected', 'detected', 'missed', 'miscorrected'] as const

const TONES: Readonly<Record<Exclude<Outcome, 'clean'>, 'holds' | 'limps' | 'fails' | 'gone'>> = {
  corrected: 'holds',
  detected: 'limps',
  missed: 'gone',
  miscorrected: 'fails',
}

const ROW = 29

/** How tall the bars of a word so long are, with their heading. */
export const talliesHeight = (bits: number): number => 26 + bits * ROW

/** For each number of flips, what becomes of every pattern. The one in the picture is framed. */
export function Tallies({
  word,
  layout,
  y,
}: {
  readonly word: SmallWord
  readonly layout: BitsLayout
  readonly y: number
}) {
  const { x, width } = layout.bars
  const { code, flips } = word
  return (
    <g>
      <text x={x - 24} y={y + 14} className={figureText('soft')}>
        {m.bits_every()}
      </text>
      {talliesOf(code)
        .slice(1)
        .map((tally, index) => {
          const top = y + 24 + index * ROW
          const parts = ORDER.filter((outcome) => tally.counts[outcome] > 0)
          const before = (outcome: (typeof ORDER)[number]) =>
            parts
              .slice(0, parts.indexOf(outcome))
              .reduce((sum, each) => sum + tally.counts[each], 0)
          return (
            <g key={tally.flips}>
              <text x={x - 10} y={top + 16} textAnchor="end" className={figureText('value')}>
                {whole(tally.flips)}
              </text>
              {parts.map((outcome) => (
                <IntervalBar
                  key={outcome}
                  at={{
                    x: x + (width * before(outcome)) / tally.patterns,
                    y: top,
                    width: (width * tally.counts[outcome]) / tally.patterns - 2,
                    height: 22,
                  }}
                  tone={TONES[outcome]}
                  words={[
                    `${outcomeName(outcome)} ${whole(tally.counts[outcome])}`,
                    outcomeName(outcome),
                  ]}
                />
              ))}
              {tally.flips === flips.length && (
                <rect
                  x={x - 23}
                  y={top - 2.5}
                  width={width + 23}
                  height="27"
                  rx="5"
                  className={styles['now']}
                />
              )}
            </g>
          )
        })}
    </g>
  )
}
