import { figureText } from '../../figures/figure-text.ts'
import { count } from './describe.ts'
import { LINE } from './layout.ts'
import type { RolloutModel } from './model.ts'
import { stepWords, stuckWords } from './steps.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly columns: number
  readonly width: number
}

interface Line {
  readonly number: string
  readonly text: string
  readonly roles: readonly string[]
}

/** How many lines the words of a run have under one another. */
export const wordLines = (model: RolloutModel, columns: number): number =>
  Math.ceil(model.steps.length / columns) + stuckWords(model).length

/** Who did what at each step, those included for which the drawing has no room. */
export function StepWords({ model, at }: { readonly model: RolloutModel; readonly at: Place }) {
  const rows = Math.ceil(model.steps.length / at.columns)
  const lines: readonly Line[] = [
    ...stepWords(model).map((text, step) => ({ number: count(step), text, roles: [] })),
    ...stuckWords(model).map((text) => ({ number: '', text, roles: ['fails', 'strong'] })),
  ]
  return lines.map(({ number, text, roles }, index) => {
    const column = Math.min(at.columns - 1, Math.floor(index / rows))
    const x = at.x + (at.width / at.columns) * column
    const y = at.y + LINE * (index - column * rows)
    return (
      <g key={text + number}>
        <text x={x + 20} y={y} textAnchor="end" className={figureText('value', 'soft')}>
          {number}
        </text>
        <text x={x + 32} y={y} className={figureText(...roles)}>
          {text}
        </text>
      </g>
    )
  })
}
