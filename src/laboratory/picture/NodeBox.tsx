import { figureText } from '../../figures/figure-text.ts'
import { Lamp } from '../../figures/Lamp.tsx'
import { nodeCpu, nodeWord } from '../words.ts'
import type { PlacedNode, PodSize } from './layout.ts'
import styles from './Picture.module.css'
import { PodBox } from './PodBox.tsx'

interface Props {
  readonly placed: PlacedNode
  readonly size: PodSize
  readonly roomy: boolean
  readonly chosen: string | undefined
  readonly onChoose: (thing: string) => void
}

/** How much of a node's CPU its pods have asked for, as a bar along the top of it. */
function Asked({ placed: { at, node } }: Pick<Props, 'placed'>) {
  const { cpuAsked, cpuAll } = node
  const share = cpuAll > 0 ? Math.min(1, cpuAsked / cpuAll) : 0
  const width = at.width - 24
  return (
    <>
      <rect x={at.x + 12} y={at.y + 45} width={width} height="3" className={styles['room']} />
      <rect
        x={at.x + 12}
        y={at.y + 45}
        width={width * share}
        height="3"
        className={styles['asked']}
      />
    </>
  )
}

/** A node with its lamp, its state in words, its one number, and the pods on it. */
export function NodeBox({ placed, size, roomy, chosen, onChoose }: Props) {
  const { at, node, pods } = placed
  const { x, y, width } = at
  const id = `node ${node.name}`
  return (
    <g
      className={styles['thing']}
      data-chosen={chosen === id}
      data-lamp={node.lamp}
      onClick={() => onChoose(id)}
    >
      <title>{`${node.name}: ${nodeWord(node)}. ${nodeCpu(node)}`}</title>
      <rect {...at} rx="9" className={styles['node']} />
      <Lamp state={node.lamp} x={x + 18} y={y + (roomy ? 19 : 13)} />
      {roomy ? (
        <>
          <text x={x + 31} y={y + 23.5} className={figureText('strong')}>
            {node.name}
          </text>
          <text
            x={x + width - 12}
            y={y + 23.5}
            textAnchor="end"
            className={`${figureText('value', 'soft')} ${styles['cpu']}`}
          >
            {nodeCpu(node)}
          </text>
          <text
            x={x + 31}
            y={y + 39.5}
            className={`${figureText(node.lamp === 'failed' ? 'fails' : 'soft')} ${styles['word']}`}
          >
            {nodeWord(node)}
          </text>
          <Asked placed={placed} />
        </>
      ) : (
        <text x={x + 28} y={y + 17} className={`${figureText()} ${styles['word']}`}>
          {node.name.replace(/^.*?(\d+)$/, '$1')}
        </text>
      )}
      {pods.map((pod) => (
        <PodBox
          key={pod.pod.key}
          placed={pod}
          size={size}
          chosen={chosen === `pod ${pod.pod.key}`}
          onChoose={() => onChoose(`pod ${pod.pod.key}`)}
        />
      ))}
    </g>
  )
}
