import * as m from '#messages/messages.js'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import { clopperPearson } from '../../reliability/proportion-interval.ts'
import styles from './Figure.module.css'
import { CURVE_MEANS } from './fixed.ts'
import type { QuorumLayout } from './layout.ts'
import { type GuessMark, type QuorumModel, staleShare } from './model.ts'
import { milliseconds, share } from './words.ts'

const POINTS = 40
/** The interval misses in one of twenty runs. */
const RISK = 0.05

/** How often a read is stale by its age, by the library; above and below, each read of this run. */
export function Curve({
  model,
  guess,
  layout,
}: {
  readonly model: QuorumModel
  readonly guess: GuessMark | undefined
  readonly layout: QuorumLayout
}) {
  const { values, samples, staleUntilMs } = model
  const [left, right] = layout.curve.x
  const [top, bottom] = layout.curve.y
  const farMs = Math.max(CURVE_MEANS * values.writeMs, values.gapMs)
  const x = linearScale([0, farMs], layout.curve.x)
  const y = linearScale([0, 1], [bottom, top])
  const point = (ageMs: number) =>
    `${Math.round(x(ageMs) * 10) / 10} ${Math.round(y(staleShare(staleUntilMs, ageMs)) * 10) / 10}`
  const places = (wanted: boolean) =>
    samples
      .filter(({ stale, ageMs }) => stale === wanted && ageMs <= farMs)
      .map(({ ageMs }) => [x(ageMs), wanted ? top - 9 : bottom + 9] as const)
  const stale = samples.filter((sample) => sample.stale).length
  const { lower, upper } =
    samples.length > 0 ? clopperPearson(stale, samples.length, RISK) : { lower: 0, upper: 1 }
  const expected =
    samples.reduce((sum, { ageMs }) => sum + staleShare(staleUntilMs, ageMs), 0) /
    Math.max(1, samples.length)
  const lines =
    samples.length === 0
      ? [m.quorum_store_stale_none()]
      : [
          m.quorum_store_stale_this({
            stale: String(stale),
            reads: String(samples.length),
            lower: share(lower),
            upper: share(upper),
          }),
          m.quorum_store_stale_expected({ share: share(expected) }),
        ]
  const start = layout.narrow ? 2 : left - 38
  return (
    <g>
      <text x={start} y={top - 22} className={figureText('strong')} fontSize="13">
        {m.quorum_store_stale_title()}
      </text>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={figures['grid']} />
          <text
            x={left - 5}
            y={y(tick) + 4.5}
            textAnchor="end"
            fontSize="12"
            className={figureText('soft')}
          >
            {share(tick)}
          </text>
        </g>
      ))}
      <path
        d={`M${Array.from({ length: POINTS + 1 }, (_, index) => point((index * farMs) / POINTS)).join('L')}`}
        className={styles['curve']}
      />
      <Crosses places={places(true)} r={3.5} />
      <Dots places={places(false)} r={3} />
      {guess !== undefined && (
        <g>
          <circle cx={x(values.gapMs)} cy={y(guess)} r="6" className={styles['guess']} />
          <text
            x={x(values.gapMs) + 11}
            y={Math.min(bottom - 6, y(guess) + 5)}
            className={figureText('guessed', 'halo')}
          >
            {m.quorum_store_guess()}
          </text>
        </g>
      )}
      <text x={left} y={bottom + 29} fontSize="12" className={figureText('soft')}>
        {milliseconds(0)}
      </text>
      <text x={right} y={bottom + 29} textAnchor="end" fontSize="12" className={figureText('soft')}>
        {milliseconds(farMs)}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x={start}
          y={bottom + 48 + index * 18}
          fontSize="13"
          className={figureText(index === 0 ? 'strong' : 'soft')}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
