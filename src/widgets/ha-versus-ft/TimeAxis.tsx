import figures from '../../figures/figures.module.css'
import { linearScale } from '../../figures/scale.ts'
import { seconds } from './describe.ts'
import { type LaneLayout, usersY } from './layout.ts'

/** The seconds under both lanes, and a line behind the rows for each. */
export function TimeAxis({
  lengthMs,
  layout,
}: {
  readonly lengthMs: number
  readonly layout: LaneLayout
}) {
  const x = linearScale([0, lengthMs], layout.axis)
  const [from, to] = layout.axis
  // As many ticks as have room for their words.
  const most = Math.floor((to - from) / 62)
  const every = layout.tickMs * Math.ceil(lengthMs / layout.tickMs / most)
  const ticks = Array.from(
    { length: Math.floor(lengthMs / every) + 1 },
    (_, index) => index * every,
  )
  // Behind the rows alone, so that no line runs through words.
  const bands = layout.lanes.map((top) => [top + layout.head, usersY(layout, top) + 8] as const)
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          {bands.map(([top, end]) => (
            <line
              key={top}
              x1={x(tick)}
              x2={x(tick)}
              y1={top}
              y2={end}
              className={figures['grid']}
            />
          ))}
          <text
            x={x(tick)}
            y={layout.height - 5}
            textAnchor={tick === 0 ? 'start' : tick > lengthMs - every / 2 ? 'end' : 'middle'}
            className={`${figures['text']} ${figures['soft']}`}
          >
            {seconds(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}
