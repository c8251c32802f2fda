import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { Bit } from '../../systems/error-codes/outcome.ts'
import styles from './Figure.module.css'

interface Props {
  readonly x: number
  readonly y: number
  readonly side: number
  readonly bit: Bit
  /** Whether it is a check bit. */
  readonly check: boolean
  readonly state: 'right' | 'wrong' | 'mended'
  readonly onClick?: (() => void) | undefined
}

/** One bit: dashed where it is a check, with a cross where it is not what was written. */
export function Cell({ x, y, side, bit, check, state, onClick }: Props) {
  return (
    <g className={onClick && styles['target']} onClick={onClick}>
      <rect
        x={x}
        y={y}
        width={side}
        height={side}
        rx={side > 24 ? 6 : 3}
        className={styles['cell']}
        data-check={check}
        data-state={state}
      />
      <text
        x={x + side / 2}
        y={y + side / 2 + 5}
        textAnchor="middle"
        className={`${figureText('value', ...(state === 'wrong' ? ['strong'] : []))} ${styles['digit']} ${side > 24 ? '' : styles['small']}`}
      >
        {bit}
      </text>
      {state === 'wrong' && side > 24 && <Cross x={x + side - 7} y={y + 7} r={3} />}
    </g>
  )
}
