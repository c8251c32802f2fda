// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen, within } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { OrderQuestion } from '../../question.ts'
import { OrderForm } from './Form.tsx'
import { judge } from './judge.ts'
import { brought } from './use-dragging.ts'

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

let answer: AnswerOf<'order'> | undefined

function Asked({ judged }: { readonly judged?: string[] }) {
  const [draft, onDraft] = useState<AnswerOf<'order'> | undefined>(
    judged && { kind: 'order', steps: judged },
  )
  useEffect(() => {
    answer = draft
  }, [draft])
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

describe('dragging', () => {
  const dataTransfer = { dropEffect: 'move', effectAllowed: '', setData: () => undefined }
  const item = (text: string) => {
    const found = within(list())
      .getAllByRole('listitem')
      .find((one) => one.querySelector('p')?.textContent === text)
    if (!found) throw new RangeError(text)
    return found
  }
  /** jsdom has no layout: every step lies at 0, and a pointer at 1 is below its middle. */
  const over = (text: string, clientY: number) => {
    const event = createEvent.dragOver(item(text), { dataTransfer })
    Object.defineProperty(event, 'clientY', { value: clientY })
    fireEvent(item(text), event)
  }

  it('brings a step to where the pointer is, once that is past the middle of another', () => {
    render(<Asked />)
    fireEvent.dragStart(item('Promote'), { dataTransfer })
    over('Fence with stonith', -1)
    expect(steps()).toEqual(['Promote', 'Detect', 'Fence with stonith'])
    over('Fence with stonith', 1)
    expect(steps()).toEqual(['Detect', 'Fence with stonith', 'Promote'])
    over('Detect', 1)
    expect(steps()).toEqual(['Detect', 'Fence with stonith', 'Promote'])
    over('Detect', -1)
    fireEvent.dragEnd(item('Promote'), { dataTransfer })
    expect(steps()).toEqual(['Promote', 'Detect', 'Fence with stonith'])
  })

  it('goes back to where it was when it is let go outside', () => {
    render(<Asked />)
    fireEvent.dragStart(item('Promote'), { dataTransfer })
    over('Fence with stonith', 1)
    expect(answer?.steps).toEqual(['detect', 'fence', 'promote'])
    fireEvent.dragEnd(item('Promote'), { dataTransfer: { ...dataTransfer, dropEffect: 'none' } })
    expect(steps()).toEqual(['Promote', 'Detect', 'Fence with stonith'])
    expect(answer).toBeUndefined()
  })

  it('is over once an answer is judged', () => {
    render(<Asked judged={['detect', 'fence', 'promote']} />)
    expect(item('Detect').draggable).toBeFalsy()
  })

  it.each([
    ['a', 'c', 'bcad'],
    ['d', 'a', 'dabc'],
    ['b', 'c', 'acbd'],
    ['c', 'b', 'acbd'],
  ])('brings %s to the place of %s: %s', (id, to, order) => {
    expect(brought(['a', 'b', 'c', 'd'], id, to).join('')).toBe(order)
  })
})
