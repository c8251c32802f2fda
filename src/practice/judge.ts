import type { Answer } from './answer.ts'
import type { Judgement } from './judgement.ts'
import { judge as judgeChoice } from './kinds/choice/judge.ts'
import { judge as judgeChoices } from './kinds/choices/judge.ts'
import { judge as judgeNumeric } from './kinds/numeric/judge.ts'
import { judge as judgeClassify } from './kinds/classify/judge.ts'
import { judge as judgeMatch } from './kinds/match/judge.ts'
import { judge as judgeOrder } from './kinds/order/judge.ts'
import { judge as judgeFill } from './kinds/fill/judge.ts'
import { judge as judgeGraph } from './kinds/graph/judge.ts'
import { judge as judgeDiagram } from './kinds/diagram/judge.ts'
import { judge as judgeDesign } from './kinds/design/judge.ts'
import { judge as judgeFree } from './kinds/free/judge.ts'
import type { Laid } from './question.ts'

/**
 * What an answer to a question is worth, and why.
 *
 * @param laid with its numbers
 * @param answer of the same kind
 * @throws RangeError for an answer of another kind, or one that names what the question has not
 */
export function judge(laid: Laid, answer: Answer): Judgement {
  switch (laid.kind) {
    case 'choice':
      if (answer.kind === laid.kind) return judgeChoice(laid, answer)
      break
    case 'choices':
      if (answer.kind === laid.kind) return judgeChoices(laid, answer)
      break
    case 'numeric':
      if (answer.kind === laid.kind) return judgeNumeric(laid, answer)
      break
    case 'classify':
      if (answer.kind === laid.kind) return judgeClassify(laid, answer)
      break
    case 'match':
      if (answer.kind === laid.kind) return judgeMatch(laid, answer)
      break
    case 'order':
      if (answer.kind === laid.kind) return judgeOrder(laid, answer)
      break
    case 'fill':
      if (answer.kind === laid.kind) return judgeFill(laid, answer)
      break
    case 'graph':
      if (answer.kind === laid.kind) return judgeGraph(laid, answer)
      break
    case 'diagram':
      if (answer.kind === laid.kind) return judgeDiagram(laid, answer)
      break
    case 'design':
      if (answer.kind === laid.kind) return judgeDesign(laid, answer)
      break
    case 'free':
      if (answer.kind === laid.kind) return judgeFree(laid, answer)
      break
  }
  throw new RangeError(`judge: a ${answer.kind} is no answer to a ${laid.kind}`)
}
