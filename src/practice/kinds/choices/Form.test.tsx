// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { ChoicesQuestion } from '../../question.ts'
import { ChoicesForm } from './Form.tsx'
import { judge } from './judge.ts'

afterEach(cleanup)

const question: ChoicesQuestion = {
  kind: 'choices',
  prompt: 'What do two power feeds share?',
  options: [
    { id: 'roof', text: 'A roof', why: 'Both end in one house.', correct: true },
    { id: 'cable', text: 'A cable', why: 'They are two.', misconception: 'one-cable' },
    { id: 'bill', text: 'A bill', why: 'Each has its own.', misconception: 'one-bill' },
    { id: 'crew', text: 'A crew', why: 'One crew serves both.', correct: true },
  ],
  solution: [],
}

function Asked({ judged }: { readonly judged?: string[] }) {
  const [draft, onDraft] = useState<AnswerOf<'choices'> | undefined>(
    judged && { kind: 'choices', options: judged },
  )
  const judgement = judged && draft ? judge(question, draft) : undefined
  return (
    <ChoicesForm
      question={question}
      draft={draft}
      onDraft={onDraft}
      name="feeds"
      {...(judgement ? { judgement } : {})}
    />
  )
}

const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name })
const chosen = () => screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)
const saidOf = (name: string) =>
  document.getElementById(box(name).getAttribute('aria-describedby') ?? '')?.textContent

describe('the form of a choice of several', () => {
  it('asks for all that hold', () => {
    render(<Asked />)
    expect(screen.getByRole('group', { name: 'Choose all that hold.' })).toBeDefined()
    expect(chosen()).toEqual([false, false, false, false])
  })

  it('takes several, and takes one back', () => {
    render(<Asked />)
    for (const name of ['A roof', 'A bill', 'A crew', 'A bill']) fireEvent.click(box(name))
    expect(chosen()).toEqual([true, false, false, true])
  })

  it('answers each option in words, chosen or not', () => {
    render(<Asked judged={['roof', 'cable']} />)
    expect(['A roof', 'A cable', 'A bill', 'A crew'].map(saidOf)).toEqual([
      'You chose this, and it holds. Both end in one house.',
      'You chose this. It does not hold. They are two.',
      'You left this out, and it does not hold. Why does it not hold?Each has its own.',
      'You left this out. It holds. One crew serves both.',
    ])
  })

  it('cannot be changed once it is judged', () => {
    render(<Asked judged={['roof']} />)
    expect(screen.getAllByRole('checkbox').every((one) => one.matches(':disabled'))).toBe(true)
    expect(chosen()).toEqual([true, false, false, false])
  })
})
