import type { Layout, Row } from './layout.ts'
import { text } from './text.ts'

interface Props {
  readonly layout: Layout
  readonly row: Row
  readonly name: string
  /** What the row comes to, at its other end. */
  readonly sum?: string
  readonly role?: 'works' | 'fails' | 'soft' | 'limps'
}

/** The name of a row and what it comes to: at its two ends, or above it where there is no room. */
export function RowName({ layout, row, name, sum, role = 'soft' }: Props) {
  const [from, to] = layout.axis
  const y = layout.stacked ? row.y - 5 : row.y + row.height / 2 + 5
  return (
    <>
      <text
        x={layout.stacked ? from - 2 : from - 10}
        y={y}
        textAnchor={layout.stacked ? 'start' : 'end'}
        className={text('soft')}
      >
        {name}
      </text>
      {sum !== undefined && (
        <text
          x={layout.stacked ? to : to + 10}
          y={y}
          textAnchor={layout.stacked ? 'end' : 'start'}
          className={text(role)}
        >
          {sum}
        </text>
      )}
    </>
  )
}
