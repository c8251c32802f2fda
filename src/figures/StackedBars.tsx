import { type ReactNode, useId } from 'react'
import { figureText } from './figure-text.ts'
import { Hatch } from './Hatch.tsx'

/** How a part is told from the others without its colour. */
export type Texture = 'plain' | 'dots' | 'upright' | 'level' | 'crossed'

/** A part of every bar, and where its name stands above them. */
export interface BarPart {
  readonly id: string
  readonly label: string
  /** A role, as in `var(--failed)`. */
  readonly fill: string
  readonly texture: Texture
  /** Drawn round it and in its texture, where it is only a tint. */
  readonly edge?: string
  readonly at: readonly [x: number, y: number]
}

export interface StackedBar {
  readonly key: number
  /** What the bar is for, drawn with its middle at this place. */
  readonly mark: (x: number, y: number) => ReactNode
  /** What it comes to. */
  readonly value: string
  readonly yours: boolean
  readonly guessed: boolean
  readonly names: readonly { readonly text: string; readonly role: string }[]
  /** End to end, in shares of the length of a full bar. */
  readonly segments: readonly {
    readonly part: string
    readonly x: number
    readonly width: number
  }[]
  /** It goes on beyond the full bar. */
  readonly torn: boolean
}

interface Props {
  readonly width: number
  readonly title: string
  readonly parts: readonly BarPart[]
  readonly bars: readonly StackedBar[]
  /** Where the first bar begins. */
  readonly top: number
  /** How far from the start of a bar its names begin, behind its value. */
  readonly namesAt: number
}

const PITCH = 41
const LEFT = 42
const RIGHT = 8

/** How long a full bar is in a picture of this width. */
export const fullLength = (width: number): number => width - LEFT - RIGHT

const STROKES = {
  dots: 'M2 2h0M6 6h0',
  upright: 'M2 0v8M6 0v8',
  level: 'M0 3h8',
  crossed: 'M0 0l8 8M8 0l-8 8',
} satisfies Record<Exclude<Texture, 'plain'>, string>

const textureId = (base: string, part: BarPart): string => `${base}-${part.id}`

function TexturePattern({ id, part }: { readonly id: string; readonly part: BarPart }) {
  if (part.texture === 'plain') return null
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={part.fill} />
      <path
        d={STROKES[part.texture]}
        stroke={part.edge ?? 'var(--raised)'}
        strokeWidth={part.texture === 'dots' ? 2.6 : 1.4}
        strokeLinecap="round"
        fill="none"
      />
    </pattern>
  )
}

interface PieceProps {
  readonly base: string
  readonly part: BarPart
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const Piece = ({ base, part, ...at }: PieceProps) => (
  <rect
    {...at}
    fill={part.texture === 'plain' ? part.fill : `url(#${textureId(base, part)})`}
    {...(part.edge !== undefined && at.width > 2 ? { stroke: part.edge, strokeWidth: 1 } : {})}
  />
)

/** Bars one under another, each a sum of the same parts, of which each has a colour and a texture. */
export function StackedBars({ width, title, parts, bars, top, namesAt }: Props) {
  const base = useId()
  return (
    <svg viewBox={`0 0 ${width} ${top + PITCH * bars.length + 4}`} aria-hidden="true">
      <Hatch id={`${base}-guess`} />
      <defs>
        {parts.map((part) => (
          <TexturePattern key={part.id} id={textureId(base, part)} part={part} />
        ))}
      </defs>
      <text x="4" y="16" className={figureText('soft')}>
        {title}
      </text>
      {parts.map((part) => {
        const [x, y] = part.at
        return (
          <g key={part.id}>
            <Piece {...{ base, part, x }} y={y - 12} width={16} height={14} />
            <text x={x + 22} y={y} className={figureText()}>
              {part.label}
            </text>
          </g>
        )
      })}
      {bars.map((bar, index) => (
        <Bar key={bar.key} {...{ base, bar, parts, width, namesAt }} y={top + PITCH * index} />
      ))}
    </svg>
  )
}

interface BarProps extends Pick<Props, 'parts' | 'width' | 'namesAt'> {
  readonly base: string
  readonly bar: StackedBar
  readonly y: number
}

function Bar({ base, bar, parts, width, namesAt, y }: BarProps) {
  const length = fullLength(width)
  return (
    <g>
      {bar.guessed && (
        <rect
          x={LEFT - 4}
          y={y + 17}
          width={length + 8}
          height="20"
          rx="3"
          fill={`url(#${base}-guess)`}
          stroke="var(--guess)"
          strokeWidth="1.6"
        />
      )}
      {bar.mark(18, y + 22)}
      <text x={LEFT} y={y + 13} className={figureText('value', ...(bar.yours ? ['strong'] : []))}>
        {bar.value}
      </text>
      {bar.names.map(({ text, role }) => (
        <text
          key={role}
          x={role === 'guessed' ? LEFT + length : LEFT + namesAt}
          y={y + 13}
          textAnchor={role === 'guessed' ? 'end' : 'start'}
          className={figureText('strong', role)}
        >
          {text}
        </text>
      ))}
      {bar.segments.map(({ part: id, x, width: wide }) => {
        const part = parts.find((each) => each.id === id)
        return (
          part && (
            <Piece
              key={id}
              {...{ base, part }}
              x={LEFT + x * length}
              y={y + 20}
              width={wide * length}
              height={14}
            />
          )
        )
      })}
      {bar.torn && (
        <path
          d={`M${LEFT + length - 26} ${y + 38}l8 -22m7 0l-8 22`}
          stroke="var(--raised)"
          strokeWidth="4"
          fill="none"
        />
      )}
    </g>
  )
}
