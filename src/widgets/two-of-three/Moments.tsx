import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { count } from './describe.ts'
import styles from './Figure.module.css'
import { type Moment, SERVERS, SIDE, type TrioModel } from './model.ts'

const tenth = (value: number) => Math.round(value * 10) / 10
const KEY = 26
/** A ring at the edge of the square is drawn in full. */
const EDGE = 11

/** The square of moments: what is not marked, works. */
export function Moments({ model, width }: { readonly model: TrioModel; readonly width: number }) {
  const { moments, drawn } = model
  const step = (width - 2 * EDGE) / SIDE
  const place = ({ at }: Moment): readonly [number, number] => [
    tenth(EDGE + step * ((at % SIDE) + 0.5)),
    tenth(EDGE + step * (Math.floor(at / SIDE) + 0.5)),
  ]
  const dots = (chosen: readonly Moment[]) =>
    chosen.map((one) => `M${place(one).join(' ')}h0`).join('')
  const crosses = (chosen: readonly Moment[], r: number) =>
    chosen
      .map((one) => {
        const [x, y] = place(one)
        return `M${tenth(x - r)} ${tenth(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`
      })
      .join('')
  const out = moments.filter(({ downs }) => downs > 1)
  // Few crosses may be large; many must leave room for one another.
  const r = out.length > 300 ? 2.4 : out.length > 60 ? 4 : 6
  const coincidences = out.filter(({ downs, sharedCause }) => downs === SERVERS && !sharedCause)
  const keys = [
    { name: 'one', text: m.trio_key_one({ count: count(drawn.oneDown) }) },
    { name: 'out', text: m.trio_key_out({ count: count(drawn.out) }) },
    ...(coincidences.length > 0
      ? [{ name: 'all', text: m.trio_key_all({ count: count(coincidences.length) }) }]
      : []),
    ...(drawn.sharedCause > 0
      ? [{ name: 'ring', text: m.trio_key_shared({ count: count(drawn.sharedCause) }) }]
      : []),
  ]
  return (
    <svg viewBox={`0 0 ${width} ${width + 12 + KEY * Math.max(3, keys.length)}`} aria-hidden="true">
      <rect
        x={EDGE - 2}
        y={EDGE - 2}
        width={width - 2 * EDGE + 4}
        height={width - 2 * EDGE + 4}
        className={styles['square']}
      />
      <path
        d={dots(moments.filter(({ downs }) => downs === 1))}
        strokeWidth={step * 0.9}
        className={styles['one']}
      />
      <path d={crosses(out, r)} strokeWidth={r > 3 ? 2.6 : 1.6} className={styles['out']} />
      {coincidences.map((one) => (
        <rect
          key={one.at}
          x={place(one)[0] - r - 3}
          y={place(one)[1] - r - 3}
          width={2 * r + 6}
          height={2 * r + 6}
          strokeWidth="1.4"
          className={styles['ring']}
        />
      ))}
      {out
        .filter(({ sharedCause }) => sharedCause)
        .map((one) => (
          <circle
            key={one.at}
            cx={place(one)[0]}
            cy={place(one)[1]}
            r={r + 3}
            strokeWidth="1.4"
            className={styles['ring']}
          />
        ))}
      {keys.map(({ name, text }, index) => {
        const y = width + 20 + KEY * index
        return (
          <g key={name}>
            {name === 'one' && (
              <path d={`M14 ${y - 5}h0`} strokeWidth="7" className={styles['one']} />
            )}
            {name === 'out' && (
              <path
                d={`M9 ${y - 10}l10 10m0 -10l-10 10`}
                strokeWidth="2.6"
                className={styles['out']}
              />
            )}
            {name === 'all' && (
              <rect
                x="7"
                y={y - 12}
                width="14"
                height="14"
                strokeWidth="1.6"
                className={styles['ring']}
              />
            )}
            {name === 'ring' && (
              <circle cx="14" cy={y - 5} r="7" strokeWidth="1.6" className={styles['ring']} />
            )}
            <text x="30" y={y} className={figureText()}>
              {text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
