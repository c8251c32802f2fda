import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { Coded } from '../ui/Coded.tsx'
import type { Answer } from './answer.ts'
import { AnswerForm } from './AnswerForm.tsx'
import styles from './Ask.module.css'
import type { Confidence as Level } from './confidences.ts'
import { completed, type Draft } from './drafts.ts'
import { Confidence } from './Confidence.tsx'
import { Feedback, verdictOf } from './Feedback.tsx'
import { formatOf } from './format.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import type { Laid, Question } from './question.ts'
import { variantOf } from './variant.ts'

export interface Given {
  readonly answer: Answer
  readonly confidence: Level
  readonly judgement: Judgement
}

interface Props {
  readonly question: Question
  readonly seed: number
  /** Once, as soon as the answer is judged. */
  readonly onJudged: (given: Given) => void
}

/** What is to be read before the answer; a name of code stands as code. */
const Prompt = ({ laid }: { readonly laid: Laid }) => (
  <p className={styles['prompt']}>
    <Coded text={laid.prompt} />
  </p>
)

/** One question: asked, answered with how sure one is, judged and explained. */
export function Ask({ question, seed, onJudged }: Props) {
  const name = useId()
  const laid = useMemo(() => variantOf(question, seed, formatOf(getLocale())), [question, seed])
  const [draft, setDraft] = useState<Draft>()
  const [confidence, setConfidence] = useState<Level>()
  const [judgement, setJudgement] = useState<Judgement>()
  const [missing, setMissing] = useState<string>()
  const verdict = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone, and what was said of the parts has pushed the verdict down.
  useEffect(() => {
    if (judgement) verdict.current?.focus()
  }, [judgement])

  function check(event: FormEvent) {
    event.preventDefault()
    if (judgement) return
    const answer = completed(laid, draft)
    if (!answer) return setMissing(m.practice_incomplete())
    if (!confidence) return setMissing(m.practice_say_sure())
    const given = judge(laid, answer)
    setMissing(undefined)
    setJudgement(given)
    onJudged({ answer, confidence, judgement: given })
  }

  return (
    <form className={styles['ask']} onSubmit={check} noValidate>
      <Prompt laid={laid} />
      <AnswerForm
        laid={laid}
        draft={draft}
        onDraft={(next) => {
          setDraft(next)
          setMissing(undefined)
        }}
        name={name}
        {...(judgement ? { judgement } : {})}
      />
      <Confidence
        value={confidence}
        onValue={(level) => {
          setConfidence(level)
          setMissing(undefined)
        }}
        fixed={judgement !== undefined}
        name={name}
      />
      {!judgement && (
        <button type="submit" className={styles['main']}>
          {m.practice_check()}
        </button>
      )}
      <p className={styles['missing']} role="status">
        {missing}
      </p>
      {judgement && (
        <>
          <p
            ref={verdict}
            className={styles['verdict']}
            tabIndex={-1}
            data-right={laid.kind === 'free' ? undefined : judgement.right}
          >
            {verdictOf(laid, judgement)}
          </p>
          <Feedback laid={laid} judgement={judgement} />
        </>
      )}
    </form>
  )
}
