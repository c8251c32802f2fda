/** The state of a component: colour, shape and (beside it, in the figure) a word. */
export type State = 'healthy' | 'degraded' | 'failed' | 'standby' | 'unknown'

interface Props {
  readonly state: State
  readonly x: number
  readonly y: number
}

/** The lamp on a component: ● healthy, ◐ degraded, ✕ failed, ○ standby, ? unknown. */
export function Lamp({ state, x, y }: Props) {
  switch (state) {
    case 'healthy':
      return <circle cx={x} cy={y} r="5.2" fill="var(--healthy)" />
    case 'degraded':
      return (
        <g>
          <circle cx={x} cy={y} r="4.6" fill="none" stroke="var(--degraded)" strokeWidth="2" />
          <path d={`M${x} ${y - 4.6}a4.6 4.6 0 0 0 0 9.2z`} fill="var(--degraded)" />
        </g>
      )
    case 'failed':
      return (
        <path
          d={`M${x - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`}
          stroke="var(--failed)"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      )
    case 'standby':
      return <circle cx={x} cy={y} r="4.6" fill="none" stroke="var(--standby)" strokeWidth="2" />
    case 'unknown':
      return (
        <text x={x} y={y + 4.5} textAnchor="middle" fontSize="13" fontWeight="700">
          ?
        </text>
      )
  }
}
