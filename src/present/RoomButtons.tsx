import * as m from '#messages/messages.js'
import type { Commands } from './commands.ts'
import styles from './Console.module.css'
import type { Room } from './room.ts'
import { Sign } from './Sign.tsx'
import { useShown } from './use-room.ts'

/** What the presenter does to the wall, apart from the figure itself. */
export function RoomButtons({
  room,
  commands,
  at,
  slides,
}: {
  readonly room: Room
  readonly commands: Commands
  readonly at: number
  readonly slides: number
}) {
  const black = useShown(room, (shown) => shown.black)
  const zoomed = useShown(room, ({ zoom }) => zoom !== undefined)
  const lit = useShown(room, ({ light }) => light !== undefined)
  const code = useShown(room, (shown) => shown.code)
  return (
    <div className={styles['buttons']}>
      <button type="button" onClick={commands.previous} aria-disabled={at === 0}>
        <Sign of="previous" />
        <span>{m.present_previous()}</span>
      </button>
      <button type="button" data-main onClick={commands.next} aria-disabled={at === slides - 1}>
        <span>{m.present_next()}</span>
        <Sign of="next" />
      </button>
      <button type="button" aria-pressed={black} onClick={commands.black}>
        {m.present_black_short()}
      </button>
      <button type="button" aria-pressed={zoomed} onClick={commands.zoom}>
        {m.present_zoom_short()}
      </button>
      <button type="button" aria-pressed={lit} onClick={commands.light}>
        {m.present_light_short()}
      </button>
      <button type="button" aria-pressed={code} onClick={commands.code}>
        {m.present_code_short()}
      </button>
      <button type="button" onClick={commands.reset}>
        {m.frame_reset()}
      </button>
      {black && <p role="status">{m.present_black_on()}</p>}
    </div>
  )
}
