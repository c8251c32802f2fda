import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useId } from 'react'
import type { Widget } from '../frame/contract.ts'
import { number, percent } from '../ui/format.ts'
import { type Hands as Counts, favourite, raised } from './hands.ts'
import styles from './Present.module.css'
import type { Room } from './room.ts'
import { useShown } from './use-room.ts'

interface Props {
  readonly room: Room
  readonly widget: Widget
  readonly prediction: NonNullable<Widget['prediction']>
}

const none: Counts = {}
const MOST = 9999

/** A share, hatched: what is expected is drawn so everywhere. */
function Bar({ share }: { readonly share: number }) {
  const hatch = useId()
  return (
    <svg aria-hidden="true">
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" strokeWidth="2.4" />
        </pattern>
      </defs>
      <rect width={`${100 * share}%`} height="100%" fill={`url(#${hatch})`} stroke="none" />
    </svg>
  )
}

/** What the room expected, counted by hand: entered here, and drawn beside the result. */
export function Hands({ room, widget, prediction, large }: Props & { readonly large?: boolean }) {
  const id = useId()
  const hands = useShown(room, (shown) => shown.hands[widget.id]) ?? none
  const all = raised(hands)
  const set = (option: string, count: number) => {
    const { hands: before } = room.store.getState().shown
    const sound = Math.min(MOST, Math.max(0, Math.round(count) || 0))
    room.change({ hands: { ...before, [widget.id]: { ...before[widget.id], [option]: sound } } })
  }
  return (
    <section className={styles['hands']} aria-labelledby={id} data-large={large}>
      <h2 id={id}>{large ? prediction.question() : m.present_room_said()}</h2>
      <ol role="list">
        {prediction.options.map((option) => {
          const count = hands[option.id] ?? 0
          return (
            <li key={option.id} data-most={option.id === favourite(hands)}>
              <label htmlFor={`${id}-${option.id}`}>{option.label()}</label>
              <span className={styles['counter']}>
                <button
                  type="button"
                  aria-label={m.present_fewer({ option: option.label() })}
                  onClick={() => set(option.id, count - 1)}
                >
                  −
                </button>
                <input
                  id={`${id}-${option.id}`}
                  type="text"
                  inputMode="numeric"
                  value={count}
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => set(option.id, Number(event.target.value))}
                />
                <button
                  type="button"
                  aria-label={m.present_more({ option: option.label() })}
                  onClick={() => set(option.id, count + 1)}
                >
                  +
                </button>
              </span>
              <Bar share={all > 0 ? count / all : 0} />
              <span className={styles['part']}>
                {all > 0 ? percent(getLocale(), count / all, 2) : ''}
              </span>
            </li>
          )
        })}
      </ol>
      <p>{m.present_hands_raised({ count: number(getLocale(), all) })}</p>
    </section>
  )
}
