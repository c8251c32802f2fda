import * as m from '#messages/messages.js'
import { useId } from 'react'
import { figureText } from '../../figures/figure-text.ts'
import { oneIn, share, yearlyText } from './describe.ts'
import styles from './Figure.module.css'
import { Hatch } from '../../figures/Hatch.tsx'
import type { TrioModel } from './model.ts'
import type { GuessMark } from './prediction.ts'

interface Props {
  readonly model: TrioModel
  readonly guess: GuessMark | undefined
  readonly width: number
}

const PITCH = 94

/** What is quoted, what is right, and what the shared causes make of it, to one scale. */
export function Chances({ model, guess, width }: Props) {
  const hatch = useId()
  const { values, quoted, anyTwo, withShared } = model
  const bars = [
    { name: 'quoted', value: quoted, text: m.trio_bar_quoted({ down: share(values.down) }) },
    { name: 'any', value: anyTwo, text: m.trio_bar_any() },
    {
      name: 'truth',
      value: withShared,
      text: m.trio_bar_truth({ shared: share(values.shared) }),
    },
  ].filter(({ name }) => name !== 'truth' || values.shared > 0)
  const longest = width - 8
  const most = Math.max(...bars.map(({ value }) => value))
  const length = (value: number) => Math.max(2, (Math.min(value, most) / most) * longest)
  return (
    <svg viewBox={`0 0 ${width} ${34 + PITCH * 3}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text x="4" y="16" className={figureText('soft')}>
        {m.trio_bars_title()}
      </text>
      {bars.map(({ name, value, text }, index) => {
        const y = 34 + PITCH * index
        const guessed = name === 'any' ? guess : undefined
        return (
          <g key={name}>
            <text x="4" y={y + 15} className={figureText()}>
              {text}
            </text>
            {guessed !== undefined && (
              <rect
                x="4"
                y={y + 22}
                width={length(guessed)}
                height="28"
                fill={`url(#${hatch})`}
                stroke="var(--guess)"
                strokeWidth="1.6"
              />
            )}
            <rect x="4" y={y + 26} width={length(value)} height="20" className={styles[name]} />
            <text x="4" y={y + 66} className={figureText('value', 'strong')}>
              {oneIn(value)}
            </text>
            <text x={width - 4} y={y + 66} textAnchor="end" className={figureText('soft')}>
              {m.trio_a_year({ time: yearlyText(value) })}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
