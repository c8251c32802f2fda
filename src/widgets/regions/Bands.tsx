import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import { REGIONS } from '../../systems/regions/parameters.ts'
import { staleShare } from '../../systems/regions/steering.ts'
import type { Traffic } from '../../systems/regions/world.ts'
import styles from './Figure.module.css'
import { LENGTH_MS } from './fixed.ts'
import { CHART, LINE, type RegionsLayout, type topsOf } from './layout.ts'
import { firstOf, type GuessMark, type RegionsModel } from './model.ts'
import { restOf } from './events.ts'
import { nameOf, share } from './words.ts'

interface Props {
  readonly model: RegionsModel
  readonly guess: GuessMark | undefined
  readonly layout: RegionsLayout
  readonly tops: ReturnType<typeof topsOf>
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** What becomes of users, from the bottom of the chart to its top. */
export const LAYERS: readonly {
  readonly id: string
  readonly name: () => string
  readonly of: (traffic: Traffic) => number
}[] = [
  ...REGIONS.map((id) => ({
    id,
    name: () => m.regions_served_in({ where: nameOf(id) }),
    of: ({ served }: Traffic) => served[id],
  })),
  { id: 'reads-only', name: m.regions_reads_only, of: ({ readOnly }) => readOnly },
  { id: 'turned-away', name: m.regions_turned_away, of: ({ turnedAway }) => turnedAway },
  { id: 'dead-end', name: m.regions_dead_end, of: ({ deadEnd }) => deadEnd },
]

/** A level that stays until the next one, forwards or backwards along the axis. */
function stairs(
  levels: readonly { readonly x: number; readonly y: number }[],
  end: number,
): { readonly forth: string; readonly back: string } {
  const [first] = levels
  if (!first) return { forth: '', back: '' }
  let forth = `M${tenth(first.x)} ${tenth(first.y)}`
  const kept = [first]
  for (const level of levels) {
    const last = kept.at(-1) ?? first
    if (Math.abs(level.y - last.y) < 0.4) continue
    forth += `H${tenth(level.x)}V${tenth(level.y)}`
    kept.push(level)
  }
  forth += `H${end}`
  let back = ''
  for (const [index, level] of kept.toReversed().entries()) {
    back += `${index === 0 ? 'L' : 'V'}${index === 0 ? `${end} ` : ''}${tenth(level.y)}H${tenth(level.x)}`
  }
  return { forth, back: `${back}Z` }
}

/** Each layer that has anything in it, stacked on those before. */
function areasOf(
  samples: readonly Traffic[],
  x: (ms: number) => number,
  y: (share: number) => number,
  [from, to]: RegionsLayout['axis'],
): readonly { readonly id: string; readonly d: string }[] {
  const sums = samples.map(() => 0)
  const edge = () =>
    stairs(
      samples.map(({ atMs }, index) => ({
        x: index === 0 ? from : x(atMs),
        y: y(Math.min(1, sums[index] ?? 0)),
      })),
      to,
    )
  let lower = edge()
  return LAYERS.flatMap(({ id, of }) => {
    for (const [index, sample] of samples.entries()) sums[index] = (sums[index] ?? 0) + of(sample)
    const upper = edge()
    const d = upper.forth + lower.back
    lower = upper
    return samples.some((sample) => of(sample) > 1e-4) ? [{ id, d }] : []
  })
}

/** The closed form over what the caches did: from the change of what is said until the region is back. */
function expected(model: RegionsModel, x: (ms: number) => number, y: (share: number) => number) {
  const lost = firstOf(model, 'region-lost')
  const steered = lost && firstOf(model, 'steered', lost.atMs)
  if (!lost || !steered || lost.note.kind !== 'region-lost') return ''
  const before = model.samples.findLast((sample) => sample.atMs <= lost.atMs)
  const region = lost.note.region
  const affected = before ? REGIONS.reduce((sum, home) => sum + before.sent[home][region], 0) : 0
  const endMs = firstOf(model, 'region-back', steered.atMs)?.atMs ?? LENGTH_MS
  const steps = 60
  return Array.from({ length: steps + 1 }, (_, step) => {
    const sinceMs = ((endMs - steered.atMs) * step) / steps
    const level = y(1 - affected * staleShare(model.world, sinceMs))
    return `${step === 0 ? 'M' : 'L'}${tenth(x(steered.atMs + sinceMs))} ${tenth(level)}`
  }).join('')
}

/** All users through time: where they are served, and what becomes of the others. */
export function Bands({ model, guess, layout, tops }: Props) {
  const hatch = useId()
  const { samples } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const y = linearScale([0, 1], [tops.chart + CHART, tops.chart])
  const [from, to] = layout.axis
  const areas = areasOf(samples, x, y, layout.axis)
  const line = expected(model, x, y)
  const at = Math.min(to - 8, x(Math.min(LENGTH_MS, restOf(model))))
  const guessed = guess === undefined ? '' : m.regions_guess({ share: share(guess) })
  const fits = at + 14 + figureTextWidth(guessed) < to
  return (
    <g>
      {areas.map(({ id, d }) => (
        <path key={id} d={d} className={styles['band']} data-band={id} />
      ))}
      {line && <path d={line} className={styles['expected']} />}
      <rect x={from} y={tops.chart} width={to - from} height={CHART} className={styles['frame']} />
      {[1, 0.5, 0].map((level) => (
        <text
          key={level}
          x={from - 8}
          y={y(level) + (level === 1 ? 10 : 5)}
          textAnchor="end"
          className={figureText('soft')}
        >
          {share(level)}
        </text>
      ))}
      {guess !== undefined && (
        <g>
          <defs>
            <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse">
              <path d="M0 7L7 0" stroke="var(--guess)" strokeWidth="1.4" />
            </pattern>
          </defs>
          <rect
            x={at - 8}
            y={y(1)}
            width="16"
            height={Math.max(2, y(1 - guess) - y(1))}
            fill={`url(#${hatch})`}
            className={styles['guess']}
          />
          <text
            x={at + (fits ? 14 : -14)}
            y={y(1) + 16}
            textAnchor={fits ? 'start' : 'end'}
            className={figureText('guessed', 'halo')}
          >
            {guessed}
          </text>
        </g>
      )}
    </g>
  )
}

/** What the bands are. */
export function BandKey({ layout, tops }: Pick<Props, 'layout' | 'tops'>) {
  return [...LAYERS, { id: 'expected', name: m.regions_closed_form }].map(({ id, name }, index) => {
    const x = layout.key[index % layout.key.length] ?? 0
    const line = tops.key + Math.floor(index / layout.key.length) * LINE
    return (
      <g key={id}>
        {id === 'expected' ? (
          <path d={`M${x} ${line - 5}h14`} className={styles['expected']} />
        ) : (
          <rect
            x={x}
            y={line - 11}
            width="14"
            height="12"
            className={styles['band']}
            data-band={id}
          />
        )}
        <text x={x + 20} y={line} className={figureText('soft')}>
          {name()}
        </text>
      </g>
    )
  })
}
