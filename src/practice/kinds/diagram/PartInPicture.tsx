import { figureText } from '../../../figures/figure-text.ts'
import { Lamp } from '../../../figures/Lamp.tsx'
import styles from './Form.module.css'
import { isTight, LINE, type Placed } from './layout.ts'

/** What the corner of a box shows. */
export type Badge =
  | { readonly kind: 'none' }
  | { readonly kind: 'box'; readonly ticked: boolean }
  | { readonly kind: 'lamp'; readonly works: boolean }

const SIZE = 9

const BadgeShape = ({ badge, x, y }: { badge: Badge; x: number; y: number }) => {
  if (badge.kind === 'none') return null
  if (badge.kind === 'lamp')
    return (
      <g>
        <circle cx={x} cy={y} r={SIZE + 1} className={styles['lamp']} />
        <Lamp state={badge.works ? 'healthy' : 'failed'} x={x} y={y} />
      </g>
    )
  return (
    <g>
      <rect
        x={x - SIZE}
        y={y - SIZE}
        width={2 * SIZE}
        height={2 * SIZE}
        rx="4"
        className={styles['tick-box']}
        data-ticked={badge.ticked}
      />
      {badge.ticked && (
        <path d={`M${x - 4.5} ${y + 0.5}l3.2 3.4l6 -7.2`} className={styles['tick']} />
      )}
    </g>
  )
}

interface Props {
  readonly placed: Placed
  readonly badge: Badge
  readonly served: boolean
  /** Whether it is the part that the reader has taken away. */
  readonly struck: boolean
  readonly onPick: (() => void) | undefined
}

/** A part: a box with its name and, in its corner, whether it is ticked or works. */
export function PartInPicture({
  placed: { box, lines, room },
  badge,
  served,
  struck,
  onPick,
}: Props) {
  const { x, y, width, height } = box
  const lost = badge.kind === 'lamp' && !badge.works
  const first = y + height / 2 - ((lines.length - 1) * LINE) / 2 + 5
  return (
    <g className={onPick && styles['target']} onClick={onPick}>
      <rect {...box} rx="9" className={styles['part']} data-lost={lost} data-struck={struck} />
      {served && (
        <rect
          x={x + 4}
          y={y + 4}
          width={width - 8}
          height={height - 8}
          rx="6"
          className={styles['served']}
          data-lost={lost}
        />
      )}
      {lines.map((line, index) => (
        <text
          key={index}
          x={x + width / 2}
          y={first + index * LINE}
          textAnchor="middle"
          textLength={isTight(line, room) ? room : undefined}
          lengthAdjust="spacingAndGlyphs"
          className={
            served && index === lines.length - 1 ? figureText('soft') : figureText('strong')
          }
        >
          {line}
        </text>
      ))}
      <BadgeShape badge={badge} x={x + 3} y={y + 3} />
    </g>
  )
}
