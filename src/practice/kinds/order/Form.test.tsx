// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { OrderQuestion } from '../../question.ts'
import { OrderForm } from './Form.tsx'
import { judge } from './judge.ts'

afterEach(cleanup)

const question: OrderQuestion = {
  kind: 'order',
  prompt: 'Put the failover in order.',
  steps: [
    { id: 'promote', text: 'Promote' },
    { id: 'detect', text: 'Detect' },
    { id: 'fence', text: 'Fence with `stonith`' },
  ],
  rules: [
    { earlier: 'detect', later: 'fence', why: 'Nothing is known.', misconception: 'psychic' },
    { earlier: 'fence', later: 'promote', why: 'Two would write.', misconception: 'hasty' },
  ],
  why: 'The old one is silent first.',
  solution: [],
}

function Asked({ judged }: { readonly judged?: string[] }) {
  const [draft, onDraft] = useState<AnswerOf<'order'> | undefined>(
    judged && { kind: 'order', steps: judged },
  )
  const judgement = judged && draft ? judge(question, draft) : undefined
  return (
    <OrderForm
      question={question}
      draft={draft}
      onDraft={onDraft}
      name="failover"
      {...(judgement ? { judgement } : {})}
    />
  )
}

const list = () => screen.getByRole('list', { name: /^Bring the steps into order/ })
const steps = () =>
  within(list())
    .getAllByRole('listitem')
    .map((one) => one.querySelector('p')?.textContent)
const press = (name: string) => {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
  return button
}

describe('the form of an order', () => {
  it('names each of its buttons by what it does and the step that it moves', () => {
    render(<Asked />)
    expect(
      screen.getAllByRole('button').map((button) => button.getAttribute('aria-label')),
    ).toEqual([
      'Earlier: Promote',
      'Later: Promote',
      'Earlier: Detect',
      'Later: Detect',
      'Earlier: Fence with stonith',
      'Later: Fence with stonith',
    ])
  })

  it('moves a step by one place, says so, and keeps the focus on the button of that step', () => {
    render(<Asked />)
    const later = press('Later: Promote')
    expect(steps()).toEqual(['Detect', 'Promote', 'Fence with stonith'])
    expect(screen.getByRole('status').textContent).toBe('Place 2 of 3: Promote')
    expect(document.activeElement).toBe(later)
    fireEvent.click(later)
    expect(steps()).toEqual(['Detect', 'Fence with stonith', 'Promote'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Later: Promote' }))
  })

  it('moves a step to an earlier place with the focus on it', () => {
    render(<Asked />)
    const earlier = press('Earlier: Fence with stonith')
    expect(steps()).toEqual(['Promote', 'Fence with stonith', 'Detect'])
    expect(document.activeElement).toBe(earlier)
  })

  it('says that a step is at its end already, without taking the button away', () => {
    render(<Asked />)
    const earlier = press('Earlier: Promote')
    expect(earlier.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('status').textContent).toBe('Already the first: Promote')
    press('Later: Fence with stonith')
    expect(screen.getByRole('status').textContent).toBe('Already the last: Fence with stonith')
    expect(steps()).toEqual(['Promote', 'Detect', 'Fence with stonith'])
  })

  it('says of a step that comes too early why, and shows an order that keeps every rule', () => {
    render(<Asked judged={['detect', 'promote', 'fence']} />)
    const said = within(list())
      .getAllByRole('listitem')
      .map((one) => one.querySelector('p:nth-of-type(2)')?.textContent)
    expect(said).toEqual([undefined, 'Too early. Two would write.', undefined])
    const mended = screen.getByRole('list', {
      name: 'An order that keeps every rule, near to yours',
    })
    expect(
      within(mended)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['Detect', 'Fence with stonith', 'Promote'])
  })

  it('says of a right order why, and shows no other', () => {
    render(<Asked judged={['detect', 'fence', 'promote']} />)
    expect(screen.getByText('The old one is silent first.').textContent).toBe(
      'Right. The old one is silent first.',
    )
    expect(screen.getAllByRole('list')).toHaveLength(1)
  })

  it('cannot be changed once it is judged', () => {
    render(<Asked judged={['detect', 'fence', 'promote']} />)
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
