import * as m from '#messages/messages.js'
import { figureText } from '../../figures/figure-text.ts'
import { DESIGN_NAMES, PAUSE_NAMES, REPEAT_NAMES } from './describe.ts'
import styles from './Figure.module.css'
import type { EitherModel } from './model.ts'

const BOX = 58
const PITCH = 78

/** The questions that are needed for this system in their order, each with its answer. */
export function Path({ model, width }: { readonly model: EitherModel; readonly width: number }) {
  const { facts, design, said, asked: open } = model
  const questions = [
    { ask: m.either_ask_pause(), answer: PAUSE_NAMES[facts.pause](), asked: true },
    {
      ask: m.either_ask_repeat(),
      answer: REPEAT_NAMES[facts.repeat](),
      asked: facts.pause === 'expensive',
    },
    {
      ask: m.either_ask_safe(),
      answer: facts.safeState ? m.either_yes() : m.either_no(),
      asked: facts.pause === 'catastrophic',
    },
  ]
  const shown = questions.filter(({ asked }) => asked)
  const end = 30 + PITCH * shown.length
  const height = end + BOX + (said === undefined ? 8 : 34)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <text x="4" y="16" className={figureText('soft')}>
        {m.either_path_title()}
      </text>
      {shown.map(({ ask, answer }, index) => {
        const y = 30 + PITCH * index
        return (
          <g key={ask}>
            <rect x="3" y={y} width={width - 6} height={BOX} rx="9" className={styles['asked']} />
            <text x="18" y={y + 23} className={figureText('soft')}>
              {ask}
            </text>
            <text x="18" y={y + 46} className={figureText('strong')}>
              {answer}
            </text>
            <path
              d={`M${width / 2} ${y + BOX}v${PITCH - BOX - 3}m-5 -6l5 6l5 -6`}
              className={styles['arrow']}
            />
          </g>
        )
      })}
      <rect x="3" y={end} width={width - 6} height={BOX} rx="9" className={styles['result']} />
      <text x="18" y={end + 23} className={figureText('soft')}>
        {m.either_so()}
      </text>
      <text x="18" y={end + 46} className={figureText('strong')}>
        {open ? m.either_unsaid() : DESIGN_NAMES[design]()}
      </text>
      {said !== undefined && (
        <text x="18" y={end + BOX + 24} className={figureText('guessed', 'strong')}>
          {m.either_yours({ design: DESIGN_NAMES[said]() })}
        </text>
      )}
    </svg>
  )
}
