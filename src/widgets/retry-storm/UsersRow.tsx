import { Cross } from '../../figures/Cross.tsx'
import { figureText } from '../../figures/figure-text.ts'
import { linearScale } from '../../figures/scale.ts'
import type { Fate } from '../../systems/call-chain/report.ts'
import styles from './Figure.module.css'
import { LENGTH_MS } from './fixed.ts'
import type { StormLayout } from './layout.ts'

interface Props {
  readonly name: string
  readonly fates: readonly Fate[]
  readonly y: number
  readonly layout: StormLayout
}

/** Each user at the moment of coming: answered, or told of a failure. */
export function UsersRow({ name, fates, y, layout }: Props) {
  const x = linearScale([0, LENGTH_MS], layout.axis)
  const [from] = layout.axis
  const { stacked, mark } = layout
  return (
    <g>
      <text
        x={stacked ? 0 : from - 10}
        y={stacked ? y - 9 : y + 5}
        textAnchor={stacked ? 'start' : 'end'}
        className={figureText('soft')}
      >
        {name}
      </text>
      {fates.map(({ request, bornMs, outcome }) =>
        outcome === 'failed' ? (
          <Cross key={request} x={x(bornMs)} y={y} r={mark} />
        ) : (
          <circle
            key={request}
            cx={x(bornMs)}
            cy={y}
            r={mark * 0.9}
            className={styles[outcome === 'open' ? 'open' : 'answered']}
          />
        ),
      )}
    </g>
  )
}
