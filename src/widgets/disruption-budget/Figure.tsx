import * as m from '#messages/messages.js'
import { Fitted } from '../../figures/Fitted.tsx'
import { figureText } from '../../figures/figure-text.ts'
import type { FigureProps } from '../../frame/contract.ts'
import { count, stepWords } from './describe.ts'
import styles from './Figure.module.css'
import { type EvictionLayout, LINE, narrow, placed, wide } from './layout.ts'
import type { EvictionModel, Pod } from './model.ts'

interface PodBoxProps {
  readonly pod: Pod
  /** Whether it was made in the place of another. */
  readonly made: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function PodBox({ pod, made, x, y, width, height }: PodBoxProps) {
  const role = pod.node === undefined ? 'pending' : made ? 'made' : 'first'
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx="5" className={styles[role]} />
      <text
        x={x + width / 2}
        y={y + height / 2 + 5}
        textAnchor="middle"
        className={figureText(...(made ? ['strong'] : ['soft']))}
      >
        {count(pod.id)}
      </text>
    </g>
  )
}

/** Who did what at each step, and at the end what goes on for ever. */
function Words({
  model,
  x,
  y,
}: {
  readonly model: EvictionModel
  readonly x: number
  readonly y: number
}) {
  return (
    <>
      {stepWords(model).map((text, step) => (
        <g key={step + text}>
          <text
            x={x + 12}
            y={y + LINE * step}
            textAnchor="end"
            className={figureText('value', 'soft')}
          >
            {count(step)}
          </text>
          <text x={x + 22} y={y + LINE * step} className={figureText()}>
            {text}
          </text>
        </g>
      ))}
      {model.blocked && (
        <text
          x={x + 22}
          y={y + LINE * model.steps.length}
          className={figureText('fails', 'strong')}
        >
          {m.evict_for_ever()}
        </text>
      )}
    </>
  )
}

interface DrawingProps {
  readonly model: EvictionModel
  readonly layout: EvictionLayout
}

/** The pods step by step: what stands on each node, what waits for one, and how many are ready. */
function Drawing({ model, layout }: DrawingProps) {
  const { steps, values } = model
  const { rows, xs, podWidth, foot, edge, words, height: whole } = placed(model, layout)
  const { height: podHeight } = layout.pod
  return (
    <svg viewBox={`0 0 ${layout.width} ${whole}`} aria-hidden="true">
      {xs.map((x, step) => (
        <text key={x} x={x} y="18" textAnchor="middle" className={figureText('soft')}>
          {count(step)}
        </text>
      ))}
      {rows.map(({ node, top, height }) => (
        <g key={node ?? -1}>
          <path d={`M0 ${top - 6}H${edge}`} className={styles['lane']} />
          <text
            x="2"
            y={top + height / 2 + 3}
            className={figureText(...(node === undefined ? ['fails', 'strong'] : ['strong']))}
          >
            {node === undefined ? m.evict_pending() : m.evict_node({ node: count(node + 1) })}
          </text>
          {xs.map((x, step) =>
            steps[step]?.pods
              .filter((pod) => pod.node === node)
              .map((pod, index) => (
                <PodBox
                  key={`${step}-${pod.id}`}
                  pod={pod}
                  made={pod.id > values.replicas}
                  x={x - podWidth / 2}
                  y={top + podHeight * index}
                  width={podWidth}
                  height={podHeight - 4}
                />
              )),
          )}
        </g>
      ))}
      <path d={`M0 ${foot}H${edge}`} className={styles['lane']} />
      <text x="2" y={foot + 24} className={figureText('soft')}>
        {m.evict_ready()}
      </text>
      {xs.map((x, step) => {
        const ready = steps[step]?.ready ?? 0
        const below = ready < values.budget
        return (
          <text
            key={x}
            x={x}
            y={foot + 24}
            textAnchor="middle"
            className={figureText('value', 'strong', ...(below ? ['fails'] : []))}
          >
            {below
              ? m.evict_below({ ready: count(ready), budget: count(values.budget) })
              : count(ready)}
          </text>
        )
      })}
      <text x="2" y={foot + 47} className={figureText('soft')}>
        {m.evict_asks({ budget: count(values.budget) })}
      </text>
      <Words model={model} {...words} />
    </svg>
  )
}

export const EvictionFigure = ({ model }: FigureProps<EvictionModel, never>) => (
  <Fitted
    wide={<Drawing model={model} layout={wide} />}
    narrow={<Drawing model={model} layout={narrow} />}
  />
)
