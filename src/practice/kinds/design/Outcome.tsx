import * as m from '#messages/messages.js'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { Judgement } from '../../judgement.ts'
import { soundDesigns } from '../../key.ts'
import type { Design, DesignQuestion } from '../../question.ts'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'
import { demandId, designOf, isDear } from './judge.ts'

/** More rows than that are no help. */
const MOST_ROWS = 12

function costSentence(question: DesignQuestion, design: Design, cheapest: Design): string {
  const costs = { cost: design.costText, cheapest: cheapest.costText }
  if (!design.meets.every(({ met }) => met)) return m.practice_design_misses(costs)
  return isDear(question, design)
    ? m.practice_design_is_dear(costs)
    : m.practice_design_is_cheapest({ cost: design.costText })
}

const BETWEEN = ' · '
/** The settings in the order of the knobs. */
const settingsText = ({ knobs }: DesignQuestion, { settings }: Design): string =>
  knobs
    .map(({ id, options }) => options.find((option) => option.id === settings[id])?.text ?? '')
    .join(BETWEEN)

/** What was asked for, closed by a full stop where it has no mark of its own. */
const closed = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

interface TableProps {
  readonly question: DesignQuestion
  readonly designs: readonly Design[]
  readonly own: Design
  readonly caption: string
}

/** A design to a row; its settings in one cell, so that any number of knobs fits a phone. */
const DesignTable = ({ question, designs, own, caption }: TableProps) => (
  <table className={styles['designs']}>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{m.practice_design_cost()}</th>
        <th scope="col">
          <Coded text={question.knobs.map(({ text }) => text).join(BETWEEN)} />
        </th>
      </tr>
    </thead>
    <tbody>
      {designs.map((design) => (
        <tr key={JSON.stringify(design.settings)} data-own={design === own}>
          <td>{design.costText}</td>
          <td>
            <Coded text={settingsText(question, design)} />
            {!isDear(question, design) && <strong>{m.practice_design_cheapest()}</strong>}
            {design === own && <strong data-own>{m.practice_design_yours()}</strong>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

interface Props {
  readonly question: DesignQuestion
  readonly answer: AnswerOf<'design'>
  readonly judgement: Judgement
  readonly name: string
}

/** What comes of a design: demand by demand, what it costs, and what else would have done. */
export function Outcome({ question, answer, judgement, name }: Props) {
  const design = designOf(question, answer.settings)
  const sound = soundDesigns(question)
  const [cheapest] = sound
  if (!design || !cheapest) return null
  const small = sound.length <= MOST_ROWS
  const whole = judgement.remarks.find(({ about }) => about === undefined)
  return (
    <div className={styles['outcome']}>
      <ul role="list" aria-labelledby={`${name}-demands`}>
        {question.demands.map(({ text }, index) => {
          const remark = judgement.remarks.find(({ about }) => about === demandId(index))
          if (!remark) return null
          const words = (remark.right ? m.practice_design_met : m.practice_design_missed)({
            demand: closed(text.replaceAll('`', '')),
          })
          return (
            <li key={text}>
              <RemarkText remark={remark} words={words} />
            </li>
          )
        })}
      </ul>
      {whole && (
        <RemarkText
          remark={whole}
          words={whole.right ? m.practice_design_right() : m.practice_design_too_dear()}
        />
      )}
      <p className={styles['cost']}>{costSentence(question, design, cheapest)}</p>
      <DesignTable
        question={question}
        designs={small ? sound : [cheapest]}
        own={design}
        caption={small ? m.practice_design_all() : m.practice_design_best()}
      />
    </div>
  )
}
