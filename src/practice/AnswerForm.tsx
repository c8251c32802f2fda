import type { Judgement } from './judgement.ts'
import { draftOf, type Draft } from './drafts.ts'
import { ChoiceForm } from './kinds/choice/Form.tsx'
import { ChoicesForm } from './kinds/choices/Form.tsx'
import { NumericForm } from './kinds/numeric/Form.tsx'
import { ClassifyForm } from './kinds/classify/Form.tsx'
import { MatchForm } from './kinds/match/Form.tsx'
import { OrderForm } from './kinds/order/Form.tsx'
import { FillForm } from './kinds/fill/Form.tsx'
import { GraphForm } from './kinds/graph/Form.tsx'
import { DiagramForm } from './kinds/diagram/Form.tsx'
import { DesignForm } from './kinds/design/Form.tsx'
import { FreeForm } from './kinds/free/Form.tsx'
import type { Laid } from './question.ts'

interface Props {
  readonly laid: Laid
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft | undefined) => void
  readonly judgement?: Judgement
  /** Of its page, unique. */
  readonly name: string
}

/** The form of a question, of whatever kind. */
export function AnswerForm({ laid, draft, ...rest }: Props) {
  switch (laid.kind) {
    case 'choice':
      return <ChoiceForm question={laid} draft={draftOf(draft, 'choice')} {...rest} />
    case 'choices':
      return <ChoicesForm question={laid} draft={draftOf(draft, 'choices')} {...rest} />
    case 'numeric':
      return <NumericForm question={laid} draft={draftOf(draft, 'numeric')} {...rest} />
    case 'classify':
      return <ClassifyForm question={laid} draft={draftOf(draft, 'classify')} {...rest} />
    case 'match':
      return <MatchForm question={laid} draft={draftOf(draft, 'match')} {...rest} />
    case 'order':
      return <OrderForm question={laid} draft={draftOf(draft, 'order')} {...rest} />
    case 'fill':
      return <FillForm question={laid} draft={draftOf(draft, 'fill')} {...rest} />
    case 'graph':
      return <GraphForm question={laid} draft={draftOf(draft, 'graph')} {...rest} />
    case 'diagram':
      return <DiagramForm question={laid} draft={draftOf(draft, 'diagram')} {...rest} />
    case 'design':
      return <DesignForm question={laid} draft={draftOf(draft, 'design')} {...rest} />
    case 'free':
      return <FreeForm question={laid} draft={draftOf(draft, 'free')} {...rest} />
  }
}
