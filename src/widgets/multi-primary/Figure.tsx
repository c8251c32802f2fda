import * as m from '#messages/messages.js'
import { memo, useId } from 'react'
import type { Act, FigureProps } from '../../frame/contract.ts'
import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { Fitted } from '../../figures/Fitted.tsx'
import { IntervalBar } from '../../figures/IntervalBar.tsx'
import { Playhead } from '../../figures/Playhead.tsx'
import { linearScale } from '../../figures/scale.ts'
import { TimeAxis } from '../../figures/TimeAxis.tsx'
import { INVARIANTS, type MultiPrimaryWorld } from '../../systems/multi-primary/world.ts'
import { Chips } from './Chips.tsx'
import styles from './Figure.module.css'
import { LENGTH_MS } from './fixed.ts'
import { Diamond, Lanes } from './Lanes.tsx'
import {
  type MultiPrimaryLayout,
  ROW,
  type Tops,
  laneOf,
  narrow,
  tenth,
  topsOf,
  wide,
} from './layout.ts'
import { type GuessMark, type MultiPrimaryModel, worldAt } from './model.ts'
import { Promises } from './Promises.tsx'
import { Sites } from './Sites.tsx'
import { drops } from './subjects.ts'
import { linkName, seconds, whole } from './words.ts'

interface Props {
  readonly model: MultiPrimaryModel
  readonly layout: MultiPrimaryLayout
}

const MARKS = ['write', 'gone', 'conflict', 'known'] as const

const topsFor = ({ model, layout }: Props, guessed: boolean): Tops =>
  topsOf(layout, {
    sites: model.ids.length,
    promises: INVARIANTS.length,
    marks: MARKS.length,
    guessed,
  })

/** What the marks on the lanes are. */
function Key({ layout, y }: { readonly layout: MultiPrimaryLayout; readonly y: number }) {
  const words = {
    write: m.multi_primary_key_write(),
    gone: m.multi_primary_key_gone(),
    conflict: m.multi_primary_key_conflict(),
    known: m.multi_primary_key_known(),
  }
  return MARKS.map((mark, index) => {
    const x = layout.key[index % layout.key.length] ?? 0
    const line = y + Math.floor(index / layout.key.length) * 24
    return (
      <g key={mark}>
        {mark === 'write' && (
          <circle cx={x + 7} cy={line - 5} r="6.5" className={styles['write']} />
        )}
        {mark === 'gone' && <Cross x={x + 7} y={line - 5} r={6} />}
        {mark === 'conflict' && <Diamond x={x + 7} y={line - 5} />}
        {mark === 'known' && <path d={`M${x} ${line - 5}h16`} className={styles['idleWay']} />}
        <text x={x + 21} y={line} className={figureText('soft')}>
          {words[mark]}
        </text>
      </g>
    )
  })
}

/** Below the lanes: which links are cut, when the sites differ, and the time. */
function Rows({ model, layout }: Props) {
  const { links, agree, axis, key } = topsFor({ model, layout }, false)
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const [from, to] = layout.axis
  const forGood = model.last.breaches.agreement !== undefined
  const names = [
    [links, m.multi_primary_row_links()],
    [agree, m.multi_primary_row_sites()],
  ] as const
  return (
    <g>
      <TimeAxis
        lengthMs={LENGTH_MS}
        axis={layout.axis}
        y={axis}
        bands={[[laneOf(layout, 0) - 44, agree + ROW + 6]]}
        words={seconds}
        shortestMs={1000}
      />
      {names.map(([y, name]) => (
        <g key={name}>
          <text x={from - 8} y={y + 15} textAnchor="end" className={figureText('soft')}>
            {name}
          </text>
          <line x1={from} x2={to} y1={y + ROW / 2} y2={y + ROW / 2} className={styles['quiet']} />
        </g>
      ))}
      {model.cuts.map((span) => {
        const all = span.links.map(linkName).join(', ')
        return (
          <IntervalBar
            key={span.fromMs}
            at={{ x: x(span.fromMs), y: links, width: x(span.toMs) - x(span.fromMs), height: ROW }}
            tone="fails"
            words={[m.multi_primary_link_cut({ links: all }), m.multi_primary_row_cut()]}
          />
        )
      })}
      {model.differ.map(({ fromMs, toMs }) => (
        <IntervalBar
          key={fromMs}
          at={{ x: x(fromMs), y: agree, width: x(toMs) - x(fromMs), height: ROW }}
          tone={forGood && toMs === LENGTH_MS ? 'fails' : 'limps'}
          words={[
            m.multi_primary_differ_for({ time: seconds(toMs - fromMs) }),
            m.multi_primary_differ(),
          ]}
        />
      ))}
      <Key layout={layout} y={key} />
    </g>
  )
}

/** Everything that stands still while the playhead moves, until a write is gone. */
const Still = memo(function Still({ gone, ...props }: Props & { readonly gone: string }) {
  return (
    <>
      <Rows {...props} />
      <Lanes {...props} gone={gone} />
    </>
  )
})

/** Messages on their way now, on their arrows. */
function Flights({ world, model, layout, atMs, act }: Props & Now) {
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const y = (site: string) => laneOf(layout, model.ids.indexOf(site))
  return world.flights.map(({ number, from, to, sentMs, arrivesMs }) => {
    const part = (atMs - sentMs) / Math.max(1, arrivesMs - sentMs)
    const [cx, cy] = [tenth(x(atMs)), tenth(y(from) + part * (y(to) - y(from)))]
    const beside = cx > layout.axis[1] - 30 ? -1 : 1
    return (
      <g
        key={number}
        className={act && styles['button']}
        onClick={act && (() => act(drops(number)))}
      >
        {act && <circle cx={cx} cy={cy} r="14" className={styles['target']} />}
        <circle cx={cx} cy={cy} r="6" className={styles['flight']} />
        <text
          x={cx + 11 * beside}
          y={cy + 5}
          textAnchor={beside > 0 ? 'start' : 'end'}
          className={figureText('value', 'halo')}
        >
          {whole(number)}
        </text>
      </g>
    )
  })
}

interface Now {
  readonly world: MultiPrimaryWorld
  readonly atMs: number
  readonly act: Act | undefined
}

/** What the reader expects everybody to be shown, hatched. */
function Guess({
  guess,
  x,
  y,
}: {
  readonly guess: GuessMark
  readonly x: number
  readonly y: number
}) {
  const id = useId()
  return (
    <g>
      <text x={x} y={y} className={figureText('guessed')}>
        {guess === 'differ' ? m.multi_primary_guess_differ() : m.multi_primary_guess()}
      </text>
      {guess !== 'differ' && (
        <>
          <defs>
            <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
              <path d="M0 7L7 0" stroke="var(--guess)" strokeWidth="1.2" />
            </pattern>
          </defs>
          <g style={{ fill: `url(#${id})` }}>
            <Chips
              goods={guess}
              x={x}
              y={y + 10}
              room={280}
              onPick={undefined}
              className="guessChip"
            />
          </g>
        </>
      )}
    </g>
  )
}

function Drawing({
  model,
  layout,
  atMs,
  guess,
  act,
}: Props & Omit<Now, 'world'> & { readonly guess: GuessMark | undefined }) {
  const at = topsFor({ model, layout }, guess !== undefined)
  const now = Math.min(atMs, LENGTH_MS)
  const world = worldAt(model, now)
  return (
    <svg viewBox={`0 0 ${layout.width} ${at.height}`} aria-hidden="true">
      <Still model={model} layout={layout} gone={world.lost.map(({ write }) => write).join(' ')} />
      {now < LENGTH_MS && (
        <Playhead
          x={linearScale([0, LENGTH_MS], layout.axis)(now)}
          end={layout.axis[1] + 6}
          top={laneOf(layout, 0) - 44}
          bottom={at.agree + ROW + 6}
        />
      )}
      <Flights model={model} layout={layout} world={world} atMs={now} act={act} />
      <Sites world={world} ids={model.ids} layout={layout} top={at.box} act={act} />
      {guess && <Guess guess={guess} x={layout.boxes.x} y={at.guess} />}
      <Promises world={world} layout={layout} y={at.promises} />
    </svg>
  )
}

/** Sites that all take writes: through time, and as they are now. */
export const MultiPrimaryFigure = (props: FigureProps<MultiPrimaryModel, GuessMark>) => (
  <Fitted
    wide={<Drawing {...props} layout={wide} />}
    narrow={<Drawing {...props} layout={narrow} />}
  />
)
