import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { percent } from '../ui/format.ts'
import { Coded } from '../ui/Coded.tsx'
import styles from './Ask.module.css'
import { restsOn, type Judgement } from './judgement.ts'
import { misconceptionIn } from './misconceptions.ts'
import { useCourse } from './practice-context.ts'
import type { Laid } from './question.ts'

/** The answer as a whole, in a few words. */
export function verdictOf({ kind }: Laid, { right, credit }: Judgement): string {
  const share = percent(getLocale(), Math.round(credit * 100) / 100)
  if (kind === 'free') return m.practice_rated({ percent: share })
  if (right) return m.practice_right()
  return credit > 0 ? m.practice_partly({ percent: share }) : m.practice_wrong()
}

/** A belief that a wrong answer may rest on, what is so, and where to see it. */
export function Belief({ id }: { readonly id: string }) {
  const { misconceptions, parts, hrefOf } = useCourse()
  const found = misconceptionIn(misconceptions, id)
  if (!found) return null
  const { belief, truth, widget, scene, lesson } = found
  const part = parts.find((one) => one.id === lesson)
  return (
    <div className={styles['belief']}>
      <p>
        <q>{belief}</q>
      </p>
      <p>
        {m.practice_in_truth()} {truth}
      </p>
      <p className={styles['ways']}>
        <a href={hrefOf.scene(widget, scene)}>{m.practice_see_scene()}</a>
        {part && (
          <a href={hrefOf.lesson(part.id)}>{m.practice_read_lesson({ title: part.title })}</a>
        )}
      </p>
    </div>
  )
}

interface Props {
  readonly laid: Laid
  readonly judgement: Judgement
}

/** What a judged answer teaches, beyond what stands beside its parts. */
export function Feedback({ laid, judgement }: Props) {
  const beliefs = restsOn(judgement)
  return (
    <div className={styles['feedback']}>
      {beliefs.length > 0 && (
        <>
          <p>{m.practice_rests_on({ count: beliefs.length })}</p>
          {beliefs.map((id) => (
            <Belief key={id} id={id} />
          ))}
        </>
      )}
      {laid.solution.length > 0 && (
        <details open={!judgement.right}>
          <summary>{m.practice_solution()}</summary>
          <ol>
            {laid.solution.map((step) => (
              <li key={step}>
                <Coded text={step} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
