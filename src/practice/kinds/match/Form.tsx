import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { useState } from 'react'
import { Coded } from '../../../ui/Coded.tsx'
import type { AnswerOf } from '../../answer.ts'
import type { Item, MatchQuestion } from '../../question.ts'
import type { FormProps } from '../form.ts'
import { Mark } from '../remark/Mark.tsx'
import { RemarkText } from '../remark/RemarkText.tsx'
import styles from './Form.module.css'
import { rivals } from './judge.ts'
import { partnersOf, type Partner } from './partners.ts'

const listOf = (items: readonly Item[]): string =>
  new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(
    items.map(({ text }) => m.practice_match_quoted({ item: text.replaceAll('`', '') })),
  )

/** Partners that a menu would cut off, in full and with the letters that the menus begin with. */
const PartnerList = ({ partners, id }: { readonly partners: readonly Partner[]; id: string }) => (
  <div className={styles['partners']}>
    <p id={id}>{m.practice_match_partners()}</p>
    <ul role="list" aria-labelledby={id}>
      {partners.map(({ id: partner, letter, text }) => (
        <li key={partner}>
          <strong>{letter}</strong>
          <span>
            <Coded text={text} />
          </span>
        </li>
      ))}
    </ul>
  </div>
)

type Props = FormProps<MatchQuestion, AnswerOf<'match'>>

interface RowProps extends Pick<Props, 'judgement' | 'name'> {
  readonly item: Item
  readonly partners: readonly Partner[]
  readonly chosen: string | undefined
  readonly others: readonly Item[]
  readonly onChoose: (partner: string) => void
}

/** A menu for one item; that its partner is taken is said beside it. */
function Row({ item, partners, chosen, others, onChoose, judgement, name }: RowProps) {
  const id = `${name}-${item.id}`
  const remark = judgement?.remarks.find(({ about }) => about === item.id)
  const right = partners.find((partner) => partner.id === item.in)?.label ?? ''
  const taken = remark === undefined && others.length > 0
  return (
    <li className={styles['row']}>
      <label htmlFor={id}>
        <Coded text={item.text} />
      </label>
      <span className={styles['menu']}>
        <select
          id={id}
          value={chosen ?? ''}
          disabled={remark !== undefined}
          aria-invalid={taken}
          aria-describedby={`${id}-taken`}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{m.practice_match_none()}</option>
          {partners.map((partner) => (
            <option key={partner.id} value={partner.id}>
              {partner.label}
            </option>
          ))}
        </select>
        {remark && <Mark right={remark.right} />}
      </span>
      <p id={`${id}-taken`} className={styles['taken']}>
        {taken && m.practice_match_twice({ items: listOf(others) })}
      </p>
      {remark && (
        <RemarkText
          remark={remark}
          words={remark.right ? m.practice_match_right() : m.practice_match_wrong({ right })}
        />
      )}
    </li>
  )
}

/** Pairs to find: a menu for each thing. That a partner is taken twice is said at once. */
export function MatchForm({ question, draft, onDraft, judgement, name }: Props) {
  const [said, setSaid] = useState('')
  const columns = draft?.columns ?? {}
  const partners = partnersOf(question, (letter, text) =>
    m.practice_match_lettered({ letter, text }),
  )

  function choose(item: Item, partner: string) {
    const { [item.id]: _, ...rest } = columns
    const next = partner === '' ? rest : { ...rest, [item.id]: partner }
    const others = rivals(question, next, item)
    const label = partners.find(({ id }) => id === partner)?.label ?? ''
    setSaid(
      others.length === 0
        ? ''
        : m.practice_match_twice_said({ partner: label, items: listOf([...others, item]) }),
    )
    onDraft({ kind: 'match', columns: next })
  }

  return (
    <div className={styles['match']}>
      <p id={`${name}-how`}>{m.practice_match_choose()}</p>
      {partners.some(({ letter }) => letter !== undefined) && (
        <PartnerList partners={partners} id={`${name}-partners`} />
      )}
      <ul role="list" aria-labelledby={`${name}-how`}>
        {question.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            partners={partners}
            chosen={columns[item.id]}
            others={rivals(question, columns, item)}
            onChoose={(partner) => choose(item, partner)}
            name={name}
            {...(judgement ? { judgement } : {})}
          />
        ))}
      </ul>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  )
}
