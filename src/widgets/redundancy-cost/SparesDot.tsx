import figures from '../../figures/figures.module.css'
import { plain } from './describe.ts'
import styles from './Figure.module.css'

interface Props {
  readonly x: number
  readonly y: number
  readonly spares: number
  readonly yours: boolean
  readonly least: boolean
}

/** A number of spares: filled where it is the reader's, ringed where it costs least. */
export const SparesDot = ({ x, y, spares, yours, least }: Props) => (
  <g>
    {least && <circle cx={x} cy={y} r="14" fill="none" stroke="var(--healthy)" strokeWidth="2.5" />}
    <circle
      cx={x}
      cy={y}
      r="10"
      fill={yours ? 'var(--ink)' : 'var(--raised)'}
      stroke={yours ? 'var(--ink)' : 'var(--soft)'}
      strokeWidth="1.6"
    />
    <text
      x={x}
      y={y + 4.5}
      textAnchor="middle"
      fontSize="13"
      className={`${figures['value']} ${styles['number']}`}
      data-yours={yours}
    >
      {plain(spares)}
    </text>
  </g>
)
