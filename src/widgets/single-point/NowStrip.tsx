import * as m from '#messages/messages.js'
import { ComponentBox } from '../../figures/ComponentBox.tsx'
import { figureText } from '../../figures/figure-text.ts'
import figures from '../../figures/figures.module.css'
import type { State } from '../../figures/Lamp.tsx'
import { Crosses, Dots } from '../../figures/Marks.tsx'
import styles from './Figure.module.css'
import { SERVICE_MS } from './fixed.ts'
import { type Journey, type Seen, seenAt } from './journeys.ts'
import { BOX, type LaneTops, type SpofLayout } from './layout.ts'
import type { Lane } from './model.ts'
import type { Spell } from './spells.ts'
import { along, wayOf } from './way.ts'
import { seconds, server as nameOf, whole } from './words.ts'

interface Props {
  readonly lane: Lane
  readonly journeys: readonly Journey[]
  readonly atMs: number
  readonly tops: LaneTops
  readonly layout: SpofLayout
}

const LAMPS: Readonly<Record<Spell['state'], State>> = {
  works: 'healthy',
  unnoticed: 'failed',
  out: 'failed',
  returning: 'degraded',
}

const stateAt = (life: readonly Spell[], atMs: number): Spell['state'] =>
  life.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)?.state ??
  life.at(-1)?.state ??
  'works'

function noteOf(state: Spell['state'], inside: number): string {
  switch (state) {
    case 'works':
      return m.spof_inside({ count: whole(inside) })
    case 'unnoticed':
      return m.spof_unnoticed()
    case 'out':
      return m.spof_down()
    case 'returning':
      return m.spof_returning()
  }
}

/** How many stand side by side in a server's box. */
const SLOTS = 6

/** The parts of a lane as they are at the playhead, and the requests that are on their way. */
export function NowStrip({ lane, journeys, atMs, tops, layout }: Props) {
  const { users, balancer, server, mark } = layout
  const paired = lane.lives.length > 1
  const middles = tops.boxes.map((top) => top + BOX / 2)
  const states = lane.lives.map((life) => stateAt(life, atMs))
  const alive = (index: number, ms: number) => {
    const state = stateAt(lane.lives[index] ?? [], ms)
    return state === 'works' || state === 'returning'
  }
  const seen = seenAt(journeys, atMs, SERVICE_MS, alive)
  const away = lane.balancerAway.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)
  const trusted = states.flatMap((state, index) =>
    state === 'works' || state === 'unnoticed' ? [nameOf(index)] : [],
  )
  const ways = lane.lives.map((_, index) => {
    const y = middles[index] ?? tops.middle
    return wayOf(
      paired
        ? [
            [users[1], tops.middle],
            [balancer[0], tops.middle],
            [balancer[1], tops.middle],
            [server[0], y],
          ]
        : [
            [users[1], y],
            [server[0], y],
          ],
    )
  })
  const isInside = ({ server: at, progress }: Seen) =>
    at !== undefined && progress >= 0.3 && progress <= 0.7
  const placeOf = (one: Seen) => {
    const { server: at, progress, request } = one
    // Nobody could be reached: it dies at the door, the balancer's or that of the lone server.
    if (at === undefined) return [(paired ? balancer[0] : server[0]) - 9, tops.middle] as const
    if (isInside(one)) {
      // Side by side, where the box has no words.
      const place = request % (layout.stacked ? SLOTS : 2 * SLOTS)
      const x = server[1] - 14 - (place % SLOTS) * (mark * 2 + 3)
      return [x, (tops.boxes[at] ?? 0) + (place < SLOTS ? 18 : 34)] as const
    }
    const share = progress < 0.5 ? progress / 0.3 : (1 - progress) / 0.3
    const [x, y] = along(ways[at] ?? wayOf([]), share)
    // Answers run a little below the requests.
    return [x, y + (progress > 0.5 ? 6 : -6)] as const
  }
  return (
    <g>
      {ways.map(({ points }, index) => (
        <path
          key={index}
          d={`M${points.map(([x, y]) => `${x} ${y}`).join('L')}`}
          className={styles['link']}
        />
      ))}
      {/* Below the boxes: a request passes behind the balancer, and never across its words. */}
      <Dots places={seen.filter((one) => !isInside(one) && !one.died).map(placeOf)} r={mark} />
      <rect
        x={users[0]}
        y={tops.middle - BOX / 2}
        width={users[1] - users[0]}
        height={BOX}
        rx="9"
        className={figures['box']}
      />
      <text
        x={(users[0] + users[1]) / 2}
        y={tops.middle - 2}
        textAnchor="middle"
        className={figureText('strong')}
      >
        {m.spof_users()}
      </text>
      <text
        x={(users[0] + users[1]) / 2}
        y={tops.middle + 16}
        textAnchor="middle"
        className={figureText('value', 'soft')}
      >
        {seconds(atMs)}
      </text>
      {paired && (
        <ComponentBox
          at={{
            x: balancer[0],
            y: tops.middle - BOX / 2,
            width: balancer[1] - balancer[0],
            height: BOX,
          }}
          name={m.spof_balancer()}
          note={
            away
              ? m.spof_down()
              : trusted.length > 0
                ? m.spof_sends({ to: trusted.join(', ') })
                : m.spof_sends_nobody()
          }
          state={away ? 'failed' : 'healthy'}
        />
      )}
      {states.map((state, index) => (
        <ComponentBox
          key={index}
          at={{
            x: server[0],
            y: tops.boxes[index] ?? 0,
            width: server[1] - server[0],
            height: BOX,
          }}
          name={nameOf(index)}
          note={noteOf(
            state,
            seen.filter((one) => one.server === index && isInside(one) && !one.died).length,
          )}
          state={LAMPS[state]}
        />
      ))}
      <Dots places={seen.filter((one) => isInside(one) && !one.died).map(placeOf)} r={mark} />
      <Crosses places={seen.filter(({ died }) => died).map(placeOf)} r={mark + 1.4} />
    </g>
  )
}
