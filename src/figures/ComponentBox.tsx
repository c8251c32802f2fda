import styles from './figures.module.css'
import { Lamp, type State } from './Lamp.tsx'

/** Where a component stands, by its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Props {
  readonly at: Box
  readonly name: string
  /** Its one number, or the word for its state. */
  readonly note: string
  readonly state: State
}

/** A component, node, pod or replica: a rounded box with a lamp, a name and one number. */
export function ComponentBox({ at, name, note, state }: Props) {
  const { x, y, width, height } = at
  return (
    <g>
      <rect {...at} rx="9" className={styles['box']} data-state={state} />
      <Lamp state={state} x={x + 16} y={y + 19} />
      <text x={x + 29} y={y + 23.5} className={`${styles['text']} ${styles['strong']}`}>
        {name}
      </text>
      <text
        x={x + 14}
        y={y + height - 13}
        className={`${styles['text']} ${styles['value']}`}
        textLength={note.length * 8 > width - 22 ? width - 24 : undefined}
        lengthAdjust="spacingAndGlyphs"
      >
        {note}
      </text>
    </g>
  )
}
