import * as m from '#messages/messages.js'
import { type Seen, RequestMark } from './RequestMark.tsx'
import { figureText, figureTextWidth } from '../../figures/figure-text.ts'

interface Props {
  readonly seen: ReadonlySet<Seen>
  readonly x: number
  readonly y: number
}

const WORDS = [
  { kind: 'lost', words: m.haft_key_lost, role: 'fails' },
  { kind: 'late', words: m.haft_key_late, role: 'works' },
] as const

/** Under the users' row, the words for marks that do not speak for themselves, where there are any. */
export function MarkKey({ seen, x, y }: Props) {
  const shown = WORDS.filter(({ kind }) => seen.has(kind))
  return shown.map(({ kind, words, role }, index) => {
    const from =
      x + shown.slice(0, index).reduce((sum, one) => sum + figureTextWidth(one.words()) + 20, 0)
    return (
      <g key={kind}>
        <RequestMark seen={kind} x={from + 5} y={y - 5} r={4.4} />
        <text x={from + 15} y={y} className={figureText(role)}>
          {words()}
        </text>
      </g>
    )
  })
}
