import type { Answer, AnswerOf } from './answer.ts'
import { isComplete as isChoiceComplete } from './kinds/choice/judge.ts'
import { isComplete as isChoicesComplete } from './kinds/choices/judge.ts'
import { isComplete as isNumericComplete } from './kinds/numeric/judge.ts'
import { isComplete as isClassifyComplete } from './kinds/classify/judge.ts'
import { isComplete as isMatchComplete } from './kinds/match/judge.ts'
import { isComplete as isOrderComplete } from './kinds/order/judge.ts'
import { isComplete as isFillComplete } from './kinds/fill/judge.ts'
import { isComplete as isGraphComplete } from './kinds/graph/judge.ts'
import { isComplete as isDiagramComplete } from './kinds/diagram/judge.ts'
import { isComplete as isDesignComplete } from './kinds/design/judge.ts'
import { isComplete as isFreeComplete, type FreeDraft } from './kinds/free/judge.ts'
import type { Kind, Laid } from './question.ts'

/** What is filled in so far. It has the shape of an answer and may lack some of it. */
export type Draft = Exclude<Answer, AnswerOf<'free'>> | FreeDraft

/** The draft of a question of this kind; nothing where it belongs to another kind. */
export const draftOf = <K extends Kind>(
  draft: Draft | undefined,
  kind: K,
): Extract<Draft, { readonly kind: K }> | undefined => (isOf(draft, kind) ? draft : undefined)

const isOf = <K extends Kind>(
  draft: Draft | undefined,
  kind: K,
): draft is Extract<Draft, { readonly kind: K }> => draft?.kind === kind

/** @returns the draft as an answer, where nothing is missing */
export function completed(laid: Laid, draft: Draft | undefined): Answer | undefined {
  switch (laid.kind) {
    case 'choice': {
      const own = draftOf(draft, 'choice')
      return own && isChoiceComplete(own, laid) ? own : undefined
    }
    case 'choices': {
      const own = draftOf(draft, 'choices')
      return own && isChoicesComplete(own, laid) ? own : undefined
    }
    case 'numeric': {
      const own = draftOf(draft, 'numeric')
      return own && isNumericComplete(own) ? own : undefined
    }
    case 'classify': {
      const own = draftOf(draft, 'classify')
      return own && isClassifyComplete(own, laid) ? own : undefined
    }
    case 'match': {
      const own = draftOf(draft, 'match')
      return own && isMatchComplete(own, laid) ? own : undefined
    }
    case 'order': {
      const own = draftOf(draft, 'order')
      return own && isOrderComplete(own, laid) ? own : undefined
    }
    case 'fill': {
      const own = draftOf(draft, 'fill')
      return own && isFillComplete(own, laid) ? own : undefined
    }
    case 'graph': {
      const own = draftOf(draft, 'graph')
      return own && isGraphComplete(own, laid) ? own : undefined
    }
    case 'diagram': {
      const own = draftOf(draft, 'diagram')
      return own && isDiagramComplete(own) ? own : undefined
    }
    case 'design': {
      const own = draftOf(draft, 'design')
      return own && isDesignComplete(own, laid) ? own : undefined
    }
    case 'free': {
      const own = draftOf(draft, 'free')
      return own && isFreeComplete(own, laid) ? own : undefined
    }
  }
}
