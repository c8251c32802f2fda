import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { count } from './describe.ts'
import styles from './Figure.module.css'
import { LINE, narrow, placed, type RolloutLayout, wide } from './layout.ts'
import type { Pod, RolloutModel } from './model.ts'
import { StepWords, wordLines } from './StepWords.tsx'

interface PodBoxProps {
  readonly pod: Pod
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function PodBox({ pod, x, y, width, height }: PodBoxProps) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="5"
        className={styles[pod.node === undefined ? 'pending' : pod.version]}
      />
      <text
        x={x + width / 2}
        y={y + height / 2 + 5}
        textAnchor="middle"
        className={figureText(...(pod.version === 'new' ? ['strong'] : ['soft']))}
      >
        {pod.version === 'new' ? m.rollout_pod_new() : m.rollout_pod_old()}
      </text>
    </g>
  )
}

interface DrawingProps {
  readonly model: RolloutModel
  readonly layout: RolloutLayout
}

/** The fleet step by step: what stands on each node, what waits for one, and who did what. */
function Drawing({ model, layout }: DrawingProps) {
  const { steps } = model
  const { columns, rows, podWidth, foot, edge, words } = placed(model, layout)
  const { height: podHeight } = layout.pod
  const below = words.y > foot
  const cut = columns.some(({ step }) => step === 'gap')
  const top = words.y + (cut ? LINE : 0)
  const bottom = Math.max(foot + 32, top + LINE * (wordLines(model, words.columns) - 1) + 8)
  return (
    <svg viewBox={`0 0 ${layout.width} ${bottom}`} aria-hidden="true">
      <text x="2" y="18" className={figureText('soft')}>
        {m.rollout_step()}
      </text>
      {columns.map(({ step, x }) => (
        <text key={step} x={x} y="18" textAnchor="middle" className={figureText('soft')}>
          {step === 'gap' ? '…' : count(step)}
        </text>
      ))}
      {rows.map(({ node, top: y, height }) => (
        <g key={node ?? -1}>
          <path d={`M0 ${y - 6}H${edge}`} className={styles['lane']} />
          <text
            x="2"
            y={y + height / 2 + 3}
            className={figureText(...(node === undefined ? ['fails', 'strong'] : ['strong']))}
          >
            {node === undefined ? m.rollout_pending() : m.rollout_node({ node: count(node + 1) })}
          </text>
          {columns.map(({ step, x }) =>
            step === 'gap'
              ? undefined
              : steps[step]?.pods
                  .filter((pod) => pod.node === node)
                  .map((pod, index) => (
                    <PodBox
                      key={pod.id}
                      pod={pod}
                      x={x - podWidth / 2}
                      y={y + podHeight * index}
                      width={podWidth}
                      height={podHeight - 4}
                    />
                  )),
          )}
        </g>
      ))}
      <path d={`M0 ${foot}H${edge}`} className={styles['lane']} />
      <text x="2" y={foot + 24} className={figureText('soft')}>
        {m.rollout_ready()}
      </text>
      {columns.map(({ step, x }) => (
        <text
          key={step}
          x={x}
          y={foot + 24}
          textAnchor="middle"
          className={figureText('value', 'strong')}
        >
          {step === 'gap' ? '…' : count(steps[step]?.ready ?? 0)}
        </text>
      ))}
      {below && <path d={`M0 ${foot + 34}H${edge}`} className={styles['lane']} />}
      {cut && (
        <text x={words.x} y={words.y} className={figureText('soft')}>
          {m.rollout_left_out({
            first: count(columns.length - 2),
            last: count(steps.length - 2),
          })}
        </text>
      )}
      <StepWords model={model} at={{ ...words, y: top }} />
    </svg>
  )
}

export const RolloutFigure = ({ model }: FigureProps<RolloutModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} />}
    narrow={<Drawing model={model} layout={narrow} />}
  />
)
