import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import { linearScale } from '../../figures/scale.ts'
import { clopperPearson } from '../../reliability/proportion-interval.ts'
import styles from './Figure.module.css'
import { small } from './small.ts'
import { CURVE_MEANS } from './fixed.ts'
import type { QuorumLayout } from './layout.ts'
import { type GuessMark, type QuorumModel, type Sample, staleShare } from './model.ts'
import { milliseconds, share, whole } from './words.ts'

const POINTS = 40
/** An interval misses in one of twenty runs. */
const RISK = 0.05
/** Fewer reads of one age say nothing, and are not put together. */
const FEWEST = 4

const tenth = (value: number): number => Math.round(value * 10) / 10

/** Where the curve's picture has a time and a share. */
interface Scales {
  readonly x: (ageMs: number) => number
  readonly y: (share: number) => number
}

/** Reads of the same age together: the share of them that was stale, and its interval. */
function Measured({ samples, x, y }: Scales & { readonly samples: readonly Sample[] }) {
  const ages = [...new Set(samples.map(({ ageMs }) => ageMs))]
  return ages.map((ageMs) => {
    const same = samples.filter((sample) => sample.ageMs === ageMs)
    if (same.length < FEWEST) return null
    const stale = same.filter((sample) => sample.stale).length
    const { lower, upper } = clopperPearson(stale, same.length, RISK)
    const [at, from, to] = [x(ageMs), y(lower), y(upper)].map(tenth) as [number, number, number]
    return (
      <g key={ageMs}>
        <path
          d={`M${at - 4} ${from}h8M${at} ${from}L${at} ${to}M${at - 4} ${to}h8`}
          className={styles['measured']}
        />
        <Dots places={[[at, y(stale / same.length)]]} r={4} />
      </g>
    )
  })
}

/** What the reads of this run say together, and what the library says for their ages. */
function wordsOf({ samples, staleUntilMs }: QuorumModel): readonly string[] {
  if (samples.length === 0) return [m.quorum_store_stale_none()]
  const stale = samples.filter((sample) => sample.stale).length
  const count = { stale: whole(stale), reads: whole(samples.length) }
  const { lower, upper } = clopperPearson(stale, samples.length, RISK)
  const expected = samples.reduce((sum, { ageMs }) => sum + staleShare(staleUntilMs, ageMs), 0)
  return [
    samples.length < FEWEST
      ? m.quorum_store_stale_few(count)
      : m.quorum_store_stale_this({
          share: share(stale / samples.length),
          sure: share(1 - RISK),
          lower: share(lower),
          upper: share(upper),
        }),
    m.quorum_store_stale_expected({ share: share(expected / samples.length) }),
  ]
}

/** How often a read is stale by its age, by the library; above and below, each read of this run. */
export function Curve({
  model,
  guess,
  layout,
  y: top,
}: {
  readonly model: QuorumModel
  readonly guess: GuessMark | undefined
  readonly layout: QuorumLayout
  readonly y: number
}) {
  const { values, samples, staleUntilMs } = model
  const { axis, height } = layout.curve
  const [left, right] = axis
  const bottom = top + 26 + height
  const farMs = Math.max(CURVE_MEANS * values.writeMs, values.gapMs)
  const x = linearScale([0, farMs], axis)
  const y = linearScale([0, 1], [bottom, bottom - height])
  const near = samples.filter(({ ageMs }) => ageMs <= farMs)
  const places = (wanted: boolean) =>
    near
      .filter(({ stale }) => stale === wanted)
      .map(({ ageMs }) => [x(ageMs), wanted ? y(1) - 8 : y(0) + 8] as const)
  const points = Array.from({ length: POINTS + 1 }, (_, index) => {
    const ageMs = (index * farMs) / POINTS
    return `${tenth(x(ageMs))} ${tenth(y(staleShare(staleUntilMs, ageMs)))}`
  })
  return (
    <g>
      <text x={layout.curve.x} y={top} {...small('strong')}>
        {m.quorum_store_stale_title()}
      </text>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={figures['grid']} />
          <text x={left - 6} y={y(tick) + 4.5} textAnchor="end" {...small('soft')}>
            {share(tick)}
          </text>
        </g>
      ))}
      <path d={`M${points.join('L')}`} className={styles['curve']} />
      <Measured samples={near} x={x} y={y} />
      <Crosses places={places(true)} r={3.5} />
      <Dots places={places(false)} r={3} />
      {guess !== undefined && (
        <g>
          <circle cx={x(values.gapMs)} cy={y(guess)} r="6" className={styles['guess']} />
          <text
            x={x(values.gapMs) + (values.gapMs > farMs / 2 ? -11 : 11)}
            y={y(guess) - 6}
            textAnchor={values.gapMs > farMs / 2 ? 'end' : 'start'}
            className={figureText('guessed', 'halo')}
          >
            {m.quorum_store_guess()}
          </text>
        </g>
      )}
      <text x={left} y={bottom + 26} {...small('soft')}>
        {milliseconds(0)}
      </text>
      <text x={right} y={bottom + 26} textAnchor="end" {...small('soft')}>
        {milliseconds(farMs)}
      </text>
      {wordsOf(model).map((line, index) => (
        <text
          key={line}
          x={layout.curve.x}
          y={bottom + 46 + index * 18}
          {...small(index === 0 ? 'strong' : 'soft')}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
