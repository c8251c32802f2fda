import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { Coded } from '../ui/Coded.tsx'
import { formatOf } from './format.ts'
import { keyText } from './key-words.ts'
import styles from './KeySheet.module.css'
import type { Laid, Question } from './question.ts'
import { mistakesOf } from './mistakes.ts'
import { useCourse } from './practice-context.ts'
import { variantOf } from './variant.ts'

interface SheetProps {
  readonly questions: readonly Question[]
  readonly seed: number
  readonly keys: boolean
}

const Lines = ({ of }: { readonly of: readonly string[] }) =>
  of.map((line, index) => (
    <p key={index}>
      <Coded text={line} />
    </p>
  ))

/** Each misconception that a wrong answer to this question may rest on, and what is said of it. */
function Mistakes({ laid }: { readonly laid: Laid }) {
  const { misconceptions } = useCourse()
  return (
    <ul>
      {mistakesOf(laid).map(({ what, why, misconception }, index) => (
        <li key={index}>
          <strong>
            <Coded text={what} />
          </strong>{' '}
          <Coded text={why} />
          <span className={styles['belief']}>
            {m.practice_key_belief({ belief: misconceptions[misconception]?.belief ?? '' })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Questions on paper, with the numbers of a seed; with their keys or without. */
export function KeySheet({ questions, seed, keys }: SheetProps) {
  return (
    <ol className={styles['sheet']}>
      {questions.map((question) => {
        const laid = variantOf(question, seed, formatOf(getLocale()))
        const { front, key } = keyText(laid, getLocale())
        return (
          <li key={question.id} data-keys={keys || undefined}>
            <div className={styles['front']}>
              <h2 className={styles['aim']}>{question.aim}</h2>
              <Lines of={front} />
            </div>
            {keys ? (
              <div className={styles['key']}>
                <h3>{m.practice_key_key()}</h3>
                <Lines of={key} />
                {laid.solution.length > 0 && (
                  <>
                    <h3>{m.practice_solution()}</h3>
                    <Lines of={laid.solution} />
                  </>
                )}
                {laid.kind !== 'free' && (
                  <>
                    <h3>{m.practice_key_misconceptions()}</h3>
                    <Mistakes laid={laid} />
                  </>
                )}
              </div>
            ) : (
              <div className={styles['space']} data-kind={laid.kind} aria-hidden="true" />
            )}
          </li>
        )
      })}
    </ol>
  )
}
