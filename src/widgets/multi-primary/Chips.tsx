import * as m from '#messages/messages.js'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'
import type { Good } from '../../systems/multi-primary/basket.ts'
import styles from './Figure.module.css'
import { goodName, whole } from './words.ts'

const GAP = 5
const HEIGHT = 20
const widthOf = (good: Good): number => figureTextWidth(goodName(good)) + 8

const ROLES = { chip: [], guessChip: ['guessed', 'halo'], goneChip: ['fails'] } as const

/** How many have room, the rest being counted. */
function fitting(goods: readonly Good[], room: number): number {
  let used = 0
  for (const [index, good] of goods.entries()) {
    used += widthOf(good) + GAP
    const rest = index < goods.length - 1 ? figureTextWidth('+9') : 0
    if (used - GAP + rest > room) return index
  }
  return goods.length
}

/** What lies in a basket, each good a chip. */
export function Chips({
  goods,
  x,
  y,
  room,
  onPick,
  className = 'chip',
}: {
  readonly goods: readonly Good[]
  readonly x: number
  readonly y: number
  readonly room: number
  readonly onPick: ((good: Good) => void) | undefined
  readonly className?: 'chip' | 'guessChip' | 'goneChip'
}) {
  const count = fitting(goods, room)
  const shown = goods.slice(0, count)
  const lefts = shown.map((_, index) =>
    shown.slice(0, index).reduce((left, good) => left + widthOf(good) + GAP, x),
  )
  const end = shown.reduce((left, good) => left + widthOf(good) + GAP, x)
  if (goods.length === 0)
    return (
      <text x={x} y={y + 15} className={figureText('soft')}>
        {m.multi_primary_empty()}
      </text>
    )
  return (
    <g>
      {shown.map((good, index) => (
        <g
          key={good}
          className={onPick && styles['button']}
          onClick={onPick && (() => onPick(good))}
        >
          <rect
            x={lefts[index]}
            y={y}
            width={widthOf(good)}
            height={HEIGHT}
            rx="4"
            className={styles[className]}
          />
          <text
            x={(lefts[index] ?? x) + widthOf(good) / 2}
            y={y + 15}
            textAnchor="middle"
            className={figureText(...ROLES[className])}
          >
            {goodName(good)}
          </text>
          {className === 'goneChip' && (
            <path
              d={`M${(lefts[index] ?? x) - 3} ${y + HEIGHT / 2}h${widthOf(good) + 6}`}
              className={styles['struck']}
            />
          )}
        </g>
      ))}
      {count < goods.length && (
        <text x={end} y={y + 15} className={figureText('soft')}>
          {m.multi_primary_more({ count: whole(goods.length - count) })}
        </text>
      )}
    </g>
  )
}
