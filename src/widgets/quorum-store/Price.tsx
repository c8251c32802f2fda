import * as m from '#messages/messages.js'
import { linearScale } from '../../figures/scale.ts'
import { kOfN } from '../../reliability/k-of-n.ts'
import { majorityOf } from '../../systems/raft/quorum.ts'
import styles from './Figure.module.css'
import { small } from './small.ts'
import { PRICE_ROW, type QuorumLayout } from './layout.ts'
import type { QuorumModel } from './model.ts'
import { downtimeName, milliseconds, whole } from './words.ts'

/** The waits of a row that is chosen, the write's first. */
const waitWords = (writeMs: number | undefined, readMs: number | undefined): string =>
  writeMs !== undefined && readMs !== undefined
    ? m.quorum_store_price_both({ write: whole(Math.round(writeMs)), read: milliseconds(readMs) })
    : milliseconds(writeMs ?? readMs ?? 0)

/** What it costs to wait for one answer, for two, and so on: time, and availability. */
export function Price({
  model,
  layout,
  y,
}: {
  readonly model: QuorumModel
  readonly layout: QuorumLayout
  readonly y: number
}) {
  const { world, waits, values } = model
  const { n, write, read } = world
  const { x, bars, end } = layout.price
  const first = y + 26
  const longest = Math.max(waits.write[n - 1] ?? 0, waits.read[n - 1] ?? 0)
  const scale = linearScale([0, longest], bars)
  const widthOf = (ms: number) => Math.max(1, scale(ms) - bars[0])
  return (
    <g>
      <text x={x} y={y} {...small('strong')}>
        {m.quorum_store_price_title({ n: whole(n), majority: whole(majorityOf(n)) })}
      </text>
      <text x={bars[0]} y={y + 19} {...small('soft')}>
        {m.quorum_store_price_wait()}
      </text>
      <text x={end} y={y + 19} textAnchor="end" {...small('soft')}>
        {m.quorum_store_price_up()}
      </text>
      {Array.from({ length: n }, (_, index) => {
        const k = index + 1
        const top = first + index * PRICE_ROW
        const [writeMs, readMs] = [waits.write[index] ?? 0, waits.read[index] ?? 0]
        const chosen = k === write || k === read
        const marks = [k === write ? 'W' : '', k === read ? 'R' : ''].join('')
        return (
          <g key={k}>
            <text x={x} y={top + 14} {...small(chosen ? 'strong' : 'soft')}>
              {`${whole(k)} ${marks}`}
            </text>
            <rect
              x={bars[0]}
              y={top + 3}
              width={widthOf(writeMs)}
              height="6"
              className={styles['waitWrite']}
            />
            <rect
              x={bars[0]}
              y={top + 10}
              width={widthOf(readMs)}
              height="5"
              className={styles['waitRead']}
            />
            {chosen && (
              <text
                x={bars[0] + widthOf(Math.max(writeMs, readMs)) + 5}
                y={top + 14}
                {...small('halo')}
              >
                {waitWords(k === write ? writeMs : undefined, k === read ? readMs : undefined)}
              </text>
            )}
            <text
              x={end}
              y={top + 14}
              textAnchor="end"
              {...small('value', chosen ? 'strong' : 'soft')}
            >
              {downtimeName(kOfN(n, k, values.copyUp))}
            </text>
          </g>
        )
      })}
    </g>
  )
}
