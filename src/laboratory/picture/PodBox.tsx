import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { podWord } from '../words.ts'
import type { PlacedPod, PodSize } from './layout.ts'
import styles from './Picture.module.css'
import { LAMPS } from './pod-state.ts'

interface Props {
  readonly placed: PlacedPod
  readonly size: PodSize
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A pod: a small box with a lamp and the end of its name; where there are many, the lamp alone. */
export function PodBox({ placed: { at, pod }, size, chosen, onChoose }: Props) {
  const { x, y, width, height } = at
  const middle = y + height / 2
  return (
    <g
      className={styles['thing']}
      data-state={pod.state}
      data-chosen={chosen}
      onClick={(event) => {
        event.stopPropagation()
        onChoose()
      }}
    >
      <title>{`${pod.name}: ${podWord(pod.state)}`}</title>
      <rect {...at} rx={size === 'named' ? 6 : 3} className={styles['pod']} />
      {size === 'named' ? (
        <>
          <g transform={`translate(${x + 13} ${middle}) scale(0.86)`}>
            <Lamp state={LAMPS[pod.state]} x={0} y={0} />
          </g>
          <text x={x + 22} y={middle + 4} className={`${figureText('value')} ${styles['end']}`}>
            {pod.end}
          </text>
          {pod.revision !== undefined && (
            <text
              x={x + width - 6}
              y={middle + 3.5}
              textAnchor="end"
              className={`${figureText('soft')} ${styles['revision']}`}
            >
              {`r${pod.revision}`}
            </text>
          )}
        </>
      ) : (
        <g transform={`translate(${x + width / 2} ${middle}) scale(0.7)`}>
          <Lamp state={LAMPS[pod.state]} x={0} y={0} />
        </g>
      )}
    </g>
  )
}
