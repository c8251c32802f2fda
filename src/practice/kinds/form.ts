import type { Judgement } from '../judgement.ts'

/** What every form gets: before a judgement it takes answers, with one it only shows them. */
export interface FormProps<Q, A> {
  readonly question: Q
  /** What is filled in so far; it may be incomplete. */
  readonly draft: A | undefined
  /** Nothing where an answer was taken back. */
  readonly onDraft: (draft: A | undefined) => void
  readonly judgement?: Judgement
  /** Of its page, unique; ids and names of inputs begin with it. */
  readonly name: string
}
