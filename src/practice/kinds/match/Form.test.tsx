// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { MatchQuestion } from '../../question.ts'
import { MatchForm } from './Form.tsx'
import { judge } from './judge.ts'

afterEach(cleanup)

const swapped = { why: 'The other one does that.', misconception: 'swapped' }
const bell = { why: 'A bell only tells.', misconception: 'alarm-mends' }

const question: MatchQuestion = {
  kind: 'match',
  prompt: 'What does each do?',
  columns: [
    { id: 'stops', text: 'It stops calling' },
    { id: 'again', text: 'It calls again' },
    { id: 'rings', text: 'It rings a bell' },
  ],
  items: [
    {
      id: 'breaker',
      text: 'Breaker',
      in: 'stops',
      why: 'An open breaker refuses.',
      mistakes: { again: swapped, rings: bell },
    },
    {
      id: 'retry',
      text: 'Retry',
      in: 'again',
      why: 'That is all it does.',
      mistakes: { stops: swapped, rings: bell },
    },
  ],
  solution: [],
}

/** A partner that no menu of a phone shows in full. */
const long: MatchQuestion = {
  ...question,
  columns: [
    { id: 'stops', text: 'It stops calling for as long as the other one seems to be ill' },
    ...question.columns.slice(1),
  ],
}

interface Asked {
  readonly of?: MatchQuestion
  readonly judged?: Record<string, string>
}

function Asked({ of = question, judged }: Asked) {
  const [draft, onDraft] = useState<AnswerOf<'match'> | undefined>(
    judged && { kind: 'match', columns: judged },
  )
  const judgement = judged && draft ? judge(of, draft) : undefined
  return (
    <MatchForm
      question={of}
      draft={draft}
      onDraft={onDraft}
      name="does"
      {...(judgement ? { judgement } : {})}
    />
  )
}

const menu = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name })
const choose = (name: string, value: string) => fireEvent.change(menu(name), { target: { value } })
const described = (name: string) =>
  document.getElementById(menu(name).getAttribute('aria-describedby') ?? '')?.textContent

describe('the form of a match', () => {
  it('has a menu for each item, with nothing chosen', () => {
    render(<Asked />)
    expect([menu('Breaker').value, menu('Retry').value]).toEqual(['', ''])
    expect(
      within(menu('Retry'))
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['choose …', 'It stops calling', 'It calls again', 'It rings a bell'])
  })

  it('says at once that a partner is taken, beside both items and aloud', () => {
    render(<Asked />)
    choose('Breaker', 'again')
    expect(screen.getByRole('status').textContent).toBe('')
    choose('Retry', 'again')
    expect(screen.getByRole('status').textContent).toBe(
      '“It calls again” is now chosen for “Breaker” and “Retry”.',
    )
    expect([described('Breaker'), described('Retry')]).toEqual([
      'Also chosen for “Retry”.',
      'Also chosen for “Breaker”.',
    ])
    expect(menu('Breaker').getAttribute('aria-invalid')).toBe('true')
  })

  it('takes that back as soon as each has its own, or none', () => {
    render(<Asked />)
    choose('Breaker', 'again')
    choose('Retry', 'again')
    choose('Breaker', '')
    expect([described('Breaker'), described('Retry')]).toEqual(['', ''])
    expect(screen.getByRole('status').textContent).toBe('')
    expect(menu('Breaker').value).toBe('')
  })

  it('lists partners in full, with letters, where a menu would cut one off', () => {
    render(<Asked of={long} />)
    const partners = within(screen.getByRole('list', { name: 'To choose from' }))
    expect(partners.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'AIt stops calling for as long as the other one seems to be ill',
      'BIt calls again',
      'CIt rings a bell',
    ])
    expect(within(menu('Retry')).getByRole('option', { name: 'C: It rings a bell' })).toBeDefined()
  })

  it('says of each item what goes with it, and of a wrong partner why not', () => {
    render(<Asked judged={{ breaker: 'stops', retry: 'rings' }} />)
    const said = (name: string) => menu(name).closest('li')?.querySelector('p:last-child')
    expect(said('Breaker')?.textContent).toBe('Right. An open breaker refuses.')
    expect(said('Retry')?.textContent).toBe(
      'Not right. With this goes “It calls again”. A bell only tells.',
    )
  })

  it('cannot be changed once it is judged, and no longer warns', () => {
    render(<Asked judged={{ breaker: 'again', retry: 'again' }} />)
    expect([menu('Breaker').disabled, menu('Retry').disabled]).toEqual([true, true])
    expect(described('Retry')).toBe('')
  })
})
