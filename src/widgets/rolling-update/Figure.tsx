import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { count } from './describe.ts'
import styles from './Figure.module.css'
import type { Pod, RolloutModel } from './model.ts'

interface Layout {
  readonly width: number
  readonly head: number
  readonly pod: number
}

const wide: Layout = { width: 860, head: 90, pod: 34 }
const narrow: Layout = { width: 350, head: 66, pod: 24 }

const TOP = 34
const POD_HEIGHT = 26

/** How many pods stand on the fullest place of a row, at any step. */
const depthOf = (model: RolloutModel, node: number | undefined) =>
  Math.max(
    node === undefined ? 0 : 1,
    ...model.steps.map(({ pods }) => pods.filter((pod) => pod.node === node).length),
  )

function PodBox({
  pod,
  x,
  y,
  size,
}: {
  readonly pod: Pod
  readonly x: number
  readonly y: number
  readonly size: number
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={size}
        height={POD_HEIGHT - 4}
        rx="5"
        className={styles[pod.node === undefined ? 'pending' : pod.version]}
      />
      <text
        x={x + size / 2}
        y={y + 16}
        textAnchor="middle"
        fontSize="12"
        className={figureText(...(pod.version === 'new' ? ['strong'] : ['soft']))}
      >
        {pod.version === 'new' ? m.rollout_pod_new() : m.rollout_pod_old()}
      </text>
    </g>
  )
}

/** The fleet step by step: what stands on each node, and what waits for one. */
function Drawing({ model, layout }: { readonly model: RolloutModel; readonly layout: Layout }) {
  const { steps, values, outcome } = model
  const { width, head, pod } = layout
  const rows = [...Array.from({ length: values.nodes }, (_, node) => node), undefined]
    .map((node) => ({ node, depth: depthOf(model, node) }))
    .filter(({ depth }) => depth > 0)
  // Steps that do not fit are left out in the middle; the first and the last ones tell the story.
  const room = Math.max(3, Math.floor((width - head) / (pod + 12)))
  const shown =
    steps.length <= room
      ? steps.map((_, at) => at)
      : [...Array.from({ length: room - 2 }, (_, at) => at), steps.length - 1]
  const pitch = Math.min(92, (width - head) / shown.length)
  let y = TOP
  const placed = rows.map(({ node, depth }) => {
    const top = y
    y += depth * POD_HEIGHT + 12
    return { node, top, height: depth * POD_HEIGHT }
  })
  return (
    <svg viewBox={`0 0 ${width} ${y + 56}`} aria-hidden="true">
      {shown.map((at, column) => (
        <text
          key={at}
          x={head + pitch * (column + 0.5)}
          y="18"
          textAnchor="middle"
          className={figureText('soft')}
        >
          {at === 0 && pitch > 50 ? m.rollout_before() : count(at)}
        </text>
      ))}
      {placed.map(({ node, top, height }) => (
        <g key={node ?? -1}>
          <path d={`M0 ${top - 6}H${width}`} className={styles['lane']} />
          <text
            x="2"
            y={top + height / 2 + 3}
            className={figureText(...(node === undefined ? ['fails', 'strong'] : ['strong']))}
          >
            {node === undefined ? m.rollout_pending() : m.rollout_node({ node: count(node + 1) })}
          </text>
          {shown.map((at, column) =>
            steps[at]?.pods
              .filter((one) => one.node === node)
              .map((one, index) => (
                <PodBox
                  key={one.id}
                  pod={one}
                  x={head + pitch * (column + 0.5) - pod / 2}
                  y={top + POD_HEIGHT * index}
                  size={pod}
                />
              )),
          )}
        </g>
      ))}
      <path d={`M0 ${y - 6}H${width}`} className={styles['lane']} />
      <text x="2" y={y + 18} className={figureText('soft')}>
        {m.rollout_ready()}
      </text>
      {shown.map((at, column) => (
        <text
          key={at}
          x={head + pitch * (column + 0.5)}
          y={y + 18}
          textAnchor="middle"
          className={figureText('value', 'strong')}
        >
          {count(steps[at]?.ready ?? 0)}
        </text>
      ))}
      {outcome === 'stuck' && (
        <text x={2} y={y + 44} className={figureText('fails', 'strong')}>
          {m.rollout_stuck_here()}
        </text>
      )}
    </svg>
  )
}

export const RolloutFigure = ({ model }: FigureProps<RolloutModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} />}
    narrow={<Drawing model={model} layout={narrow} />}
  />
)
