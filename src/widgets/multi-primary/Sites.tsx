import * as m from '#messages/messages.js'
import type { Act } from '../../frame/contract.ts'
import { Cross } from '../../figures/Cross.tsx'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { GOODS, type Good, goodsIn } from '../../systems/multi-primary/basket.ts'
import { shown } from '../../systems/multi-primary/conflict.ts'
import type { MultiPrimaryWorld, Write } from '../../systems/multi-primary/world.ts'
import { Chips } from './Chips.tsx'
import styles from './Figure.module.css'
import { BOX, type MultiPrimaryLayout } from './layout.ts'
import { adds, isWhole, linksOf, removes, toggles } from './subjects.ts'
import { seconds, stampName, vectorName, whole } from './words.ts'

interface Props {
  readonly world: MultiPrimaryWorld
  readonly ids: readonly string[]
  readonly layout: MultiPrimaryLayout
  /** The top of the first box. */
  readonly top: number
  readonly act: Act | undefined
}

/** A line of a box: a basket, and what the site goes by beside it. */
interface Line {
  readonly goods: readonly Good[]
  readonly stamp: string
}

function linesOf({ parameters, sites }: MultiPrimaryWorld, id: string, ids: readonly string[]) {
  const versions = sites[id]?.versions ?? []
  const { rule } = parameters
  const isPoured = rule === 'union' && versions.length > 1
  const lines: readonly Line[] = isPoured
    ? shown(rule, versions).map(({ basket }) => ({ goods: goodsIn(basket), stamp: '' }))
    : versions.map((version) => ({
        goods: goodsIn(version.basket),
        stamp:
          rule === 'clock' || rule === 'lamport'
            ? m.multi_primary_stamp({ stamp: stampName(rule, version, ids), site: version.by })
            : stampName(rule, version, ids),
      }))
  const from = isPoured
    ? versions.map(({ vector }) => vectorName(vector, ids)).join(' + ')
    : undefined
  return { lines, from, siblings: versions.length }
}

const TONES = { healthy: 'soft', degraded: 'limps', failed: 'fails' } as const

/** The writes that a site acknowledged, and that are gone. */
const lostOf = ({ lost, writes }: MultiPrimaryWorld, id: string): readonly Write[] =>
  lost.flatMap(({ write }) => writes[write] ?? []).filter(({ site }) => site === id)

/** What was put in there and is gone. */
const goneGoods = (lost: readonly Write[]): readonly Good[] =>
  GOODS.filter((name) => lost.some(({ kind, good }) => kind === 'add' && good === name))

/** How a site is doing, as lamp and word. */
function stateOf(lost: number, siblings: number) {
  if (lost > 0) return { lamp: 'failed', word: m.multi_primary_site_lost({ count: lost }) } as const
  return siblings > 1
    ? ({
        lamp: 'degraded',
        word: m.multi_primary_site_siblings({ count: whole(siblings) }),
      } as const)
    : ({ lamp: 'healthy', word: m.multi_primary_site_one() } as const)
}

function Plus({
  x,
  y,
  onClick,
}: {
  readonly x: number
  readonly y: number
  readonly onClick: () => void
}) {
  return (
    <g className={styles['button']} onClick={onClick}>
      <circle cx={x} cy={y} r="12" className={styles['plus']} />
      <path d={`M${x - 5} ${y}h10M${x} ${y - 5}v10`} className={styles['plusSign']} />
    </g>
  )
}

function SiteBox({
  world,
  ids,
  layout,
  act,
  id,
  y,
}: Omit<Props, 'top'> & { readonly id: string; readonly y: number }) {
  const { x, width } = layout.boxes
  const { lines, from, siblings } = linesOf(world, id, ids)
  const lost = lostOf(world, id)
  const gone = goneGoods(lost)
  const { lamp, word } = stateOf(lost.length, siblings)
  const aheadMs = world.parameters.rule === 'clock' ? (world.parameters.aheadMs[id] ?? 0) : 0
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={BOX}
        rx="8"
        className={styles['site']}
        data-lamp={lamp}
      />
      <Lamp state={lamp} x={x + 16} y={y + 17} />
      <text x={x + 30} y={y + 22} className={figureText('strong')}>
        {id}
      </text>
      {aheadMs > 0 && (
        <text x={x + 48} y={y + 22} className={figureText('soft')}>
          {m.multi_primary_ahead_by({ time: seconds(aheadMs) })}
        </text>
      )}
      <text
        x={x + width - (act ? 38 : 12)}
        y={y + 22}
        textAnchor="end"
        className={figureText(TONES[lamp])}
      >
        {word}
      </text>
      {act && <Plus x={x + width - 19} y={y + 18} onClick={() => act(adds(id))} />}
      {lines.map(({ goods, stamp }, index) => {
        const line = y + 33 + index * 22
        const room = width - 24 - (stamp ? figureTextWidth(stamp) + 8 : 0)
        return (
          // Two siblings may hold the same goods.
          <g key={`${index} ${stamp}`}>
            <Chips
              goods={goods}
              x={x + 12}
              y={line}
              room={room}
              onPick={act && ((good) => act(removes(id, good)))}
            />
            <text
              x={x + width - 12}
              y={line + 15}
              textAnchor="end"
              className={figureText('value', 'soft')}
            >
              {stamp}
            </text>
          </g>
        )
      })}
      {gone.length > 0 && (
        <Chips
          goods={gone}
          x={x + 12}
          y={y + 33 + lines.length * 26}
          room={width - 24}
          onPick={undefined}
          className="goneChip"
        />
      )}
      {from !== undefined && (
        <text x={x + 12} y={y + 74} className={figureText('value', 'soft')}>
          {from}
        </text>
      )}
    </g>
  )
}

/** A link between two boxes, whole or cut; a click does the other. */
function Link({
  d,
  at,
  whole: isUp,
  onClick,
}: {
  readonly d: string
  readonly at: readonly [x: number, y: number]
  readonly whole: boolean
  readonly onClick: (() => void) | undefined
}) {
  return (
    <g className={onClick && styles['button']} onClick={onClick}>
      <path d={d} className={styles[isUp ? 'link' : 'cutLink']} />
      {!isUp && <Cross x={at[0]} y={at[1]} r={6} />}
      {onClick && <path d={d} className={styles['hit']} />}
    </g>
  )
}

/** What each site shows its customers at this moment, and who reaches whom. */
export function Sites(props: Props) {
  const { world, ids, layout, top, act } = props
  const { x, width, pitch } = layout.boxes
  const yOf = (id: string) => top + ids.indexOf(id) * pitch
  return (
    <g>
      {linksOf(ids).map(([one, other]) => {
        const isNear = ids.indexOf(other) - ids.indexOf(one) === 1
        const [from, to] = [yOf(one), yOf(other)]
        const d = isNear
          ? `M${x + 60} ${from + BOX}V${to}`
          : `M${x + width} ${from + BOX / 2}H${layout.bracket}V${to + BOX / 2}H${x + width}`
        const at = isNear
          ? ([x + 60, (from + BOX + to) / 2] as const)
          : ([layout.bracket, (from + to + BOX) / 2] as const)
        return (
          <Link
            key={one + other}
            d={d}
            at={at}
            whole={isWhole(world, one, other)}
            onClick={act && (() => act(toggles(world, one, other)))}
          />
        )
      })}
      {ids.map((id) => (
        <SiteBox key={id} {...props} id={id} y={yOf(id)} />
      ))}
    </g>
  )
}
