import * as m from '#messages/messages.js'
import { Cross } from '../../figures/Cross.tsx'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import type { Ended, Write } from '../../systems/multi-primary/world.ts'
import styles from './Figure.module.css'
import { LENGTH_MS } from './fixed.ts'
import { placed } from './labels.ts'
import { type MultiPrimaryLayout, laneOf, tenth } from './layout.ts'
import type { MultiPrimaryModel } from './model.ts'
import { stampName, writeMark } from './words.ts'

interface Props {
  readonly model: MultiPrimaryModel
  readonly layout: MultiPrimaryLayout
  /** The numbers of the writes that are gone by now. */
  readonly gone: string
}

type Way = Pick<Ended, 'number' | 'from' | 'to' | 'sentMs' | 'arrivesMs' | 'endMs'> &
  Partial<Pick<Ended, 'fate' | 'outcome'>>

/** Every message of the run, with those that are on their way as it ends. */
const waysOf = ({ last }: MultiPrimaryModel): readonly Way[] => [
  ...last.ended,
  ...last.flights.map((flight) => ({ ...flight, endMs: Math.min(flight.arrivesMs, LENGTH_MS) })),
]

export const Diamond = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} className={styles['conflict']} />
)

/** A message from lane to lane: with a head where it arrived, with a cross where it died. */
function Arrow({
  way,
  x,
  y,
}: {
  readonly way: Way
  readonly x: (ms: number) => number
  readonly y: (site: string) => number
}) {
  const { from, to, sentMs, arrivesMs, endMs, fate, outcome } = way
  const [x1, y1, y2] = [x(sentMs), y(from), y(to)]
  const part = (endMs - sentMs) / Math.max(1, arrivesMs - sentMs)
  const [endX, endY] = [x(endMs), y1 + Math.min(1, part) * (y2 - y1)]
  const length = Math.hypot(endX - x1, endY - y1) || 1
  const [dx, dy] = [(endX - x1) / length, (endY - y1) / length]
  const tip = [endX - 3 * dx, endY - 3 * dy] as const
  const foot = [endX - 13 * dx, endY - 13 * dy] as const
  const kind = fate === 'lost' ? 'lostWay' : outcome === 'known' ? 'idleWay' : 'way'
  const head =
    `M${tenth(tip[0])} ${tenth(tip[1])}` +
    `L${tenth(foot[0] - 4.5 * dy)} ${tenth(foot[1] + 4.5 * dx)}` +
    `L${tenth(foot[0] + 4.5 * dy)} ${tenth(foot[1] - 4.5 * dx)}z`
  return (
    <g>
      <path
        d={`M${tenth(x1)} ${tenth(y1)}L${tenth(endX)} ${tenth(endY)}`}
        className={styles[kind]}
      />
      {fate === 'arrived' && <path d={head} className={styles[`${kind}Head`]} />}
      {fate === 'lost' && <Cross x={tenth(endX)} y={tenth(endY)} r={5} />}
    </g>
  )
}

/** Of each write the concurrent one of each other site that is nearest in time: a mesh says nothing. */
function nearestPairs({ pairs }: MultiPrimaryModel): readonly (readonly [Write, Write])[] {
  const apart = ([one, other]: readonly [Write, Write]) => Math.abs(other.atMs - one.atMs)
  return pairs.filter((pair) =>
    pair.some((write, end) => {
      const other = pair[1 - end]
      const rivals = pairs.filter(
        (each) =>
          (each[0] === write && each[1].site === other?.site) ||
          (each[1] === write && each[0].site === other?.site),
      )
      return rivals.every((each) => apart(each) >= apart(pair))
    }),
  )
}

function Concurrent({ model, x, y }: Props & Scales) {
  const shown = nearestPairs(model)
  const word = m.multi_primary_concurrent()
  return shown.map(([one, other], index) => {
    const [x1, y1, x2, y2] = [x(one.atMs), y(one.site), x(other.atMs), y(other.site)]
    const middle = [(x1 + x2) / 2, y1 + (y2 - y1) * 0.42] as const
    const fitsLeft = middle[0] - 10 - figureTextWidth(word) >= 0
    return (
      <g key={`${one.number} ${other.number}`}>
        <path d={`M${tenth(x1)} ${y1}L${tenth(x2)} ${y2}`} className={styles['concurrent']} />
        {index === 0 && (
          <text
            x={tenth(middle[0] + (fitsLeft ? -10 : 10))}
            y={tenth(middle[1])}
            textAnchor={fitsLeft ? 'end' : 'start'}
            className={figureText('limps', 'halo')}
          >
            {word}
          </text>
        )}
      </g>
    )
  })
}

interface Scales {
  readonly x: (ms: number) => number
  readonly y: (site: string) => number
}

/** The writes of a site, each with its name above and what it is stamped with below. */
function Writes({ model, layout, gone, x, y, site }: Props & Scales & { readonly site: string }) {
  const { values, ids } = model
  const lost = new Set(gone.split(' '))
  const writes = model.writes.filter((write) => write.site === site)
  const isGone = (key: number) => lost.has(String(key))
  // News goes to the right, so words end at the write, or begin with the lane where it is early.
  const labels = (text: (write: Write) => string, past: number) =>
    writes.map((write) => ({
      key: write.number,
      x: Math.max(layout.axis[0] - 4 + figureTextWidth(text(write)), x(write.atMs) + past),
      text: text(write),
    }))
  return (
    <g>
      {writes.map(({ number, atMs }) =>
        isGone(number) ? (
          <g key={number}>
            <circle cx={tenth(x(atMs))} cy={y(site)} r="9" className={styles['gone']} />
            <Cross x={tenth(x(atMs))} y={y(site)} r={4.5} />
          </g>
        ) : (
          <circle
            key={number}
            cx={tenth(x(atMs))}
            cy={y(site)}
            r="6.5"
            className={styles['write']}
          />
        ),
      )}
      {placed(
        labels(
          (write) =>
            isGone(write.number)
              ? m.multi_primary_gone({ what: writeMark(write) })
              : writeMark(write),
          14,
        ),
        2,
      ).map(({ key, x: at, text, row }) => (
        <text
          key={key}
          x={tenth(at)}
          y={y(site) - 16 - row * 17}
          textAnchor="end"
          className={figureText('strong', 'halo', ...(isGone(key) ? ['fails'] : []))}
        >
          {text}
        </text>
      ))}
      {placed(
        labels((write) => stampName(values.rule, write, ids), 0),
        1,
      ).map(({ key, x: at, text }) => (
        <text
          key={key}
          x={tenth(at)}
          y={y(site) + 24}
          textAnchor="end"
          className={figureText('value', 'soft', 'halo')}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

/** Space and time after Lamport: a lane for each site, and every message from lane to lane. */
export function Lanes(props: Props) {
  const { model, layout } = props
  const { ids } = model
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const y = (site: string) => laneOf(layout, ids.indexOf(site))
  const ways = waysOf(model)
  const arrivals = ways.filter(({ fate }) => fate === 'arrived')
  return (
    <g>
      {ids.map((id) => (
        <g key={id}>
          <line
            x1={layout.axis[0]}
            x2={layout.axis[1]}
            y1={y(id)}
            y2={y(id)}
            className={styles['lane']}
          />
          <text
            x={layout.axis[0] - 12}
            y={y(id) + 5}
            textAnchor="end"
            className={figureText('strong')}
          >
            {id}
          </text>
        </g>
      ))}
      <Concurrent {...props} x={x} y={y} />
      {ways.map((way) => (
        <Arrow key={way.number} way={way} x={x} y={y} />
      ))}
      {arrivals.map(({ number, to, endMs, outcome }) =>
        outcome === 'conflict' ? (
          <Diamond key={number} x={tenth(x(endMs))} y={y(to)} />
        ) : outcome === 'overwrote' || outcome === 'discarded' ? (
          <Cross key={number} x={tenth(x(endMs))} y={y(to)} r={6} />
        ) : null,
      )}
      {ids.map((site) => (
        <Writes key={site} {...props} x={x} y={y} site={site} />
      ))}
    </g>
  )
}
