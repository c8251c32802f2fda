// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { ChoiceQuestion } from '../../question.ts'
import { ChoiceForm } from './Form.tsx'
import { judge } from './judge.ts'

afterEach(cleanup)

const question: ChoiceQuestion = {
  kind: 'choice',
  prompt: 'How many geese?',
  options: [
    { id: 'none', text: 'No goose', why: 'There was one.', misconception: 'no-geese' },
    { id: 'flock', text: 'A flock', why: 'They come in flocks.', correct: true },
    { id: 'two', text: 'Two `geese`', why: 'That is too neat.', misconception: 'neat' },
  ],
  solution: [],
}

function Asked({ judged }: { readonly judged?: string }) {
  const [draft, onDraft] = useState<AnswerOf<'choice'> | undefined>(
    judged === undefined ? undefined : { kind: 'choice', option: judged },
  )
  const judgement = judged !== undefined && draft ? judge(question, draft) : undefined
  return (
    <ChoiceForm
      question={question}
      draft={draft}
      onDraft={onDraft}
      name="geese"
      {...(judgement ? { judgement } : {})}
    />
  )
}

const radio = (name: string): HTMLInputElement => screen.getByRole('radio', { name })
const saidOf = (name: string) =>
  document.getElementById(radio(name).getAttribute('aria-describedby') ?? '')

describe('the form of a choice', () => {
  it('offers its options in a group, none of them chosen, and explains none', () => {
    render(<Asked />)
    const radios = within(screen.getByRole('group', { name: 'Choose one.' })).getAllByRole('radio')
    expect(radios.map((one) => one.matches(':checked'))).toEqual([false, false, false])
    expect(document.body.textContent).not.toContain('too neat')
  })

  it('takes one option, and another instead', () => {
    render(<Asked />)
    fireEvent.click(radio('No goose'))
    fireEvent.click(radio('Two geese'))
    expect([radio('No goose').checked, radio('Two geese').checked]).toEqual([false, true])
  })

  it('says of a wrong choice why, shows the right one, and explains the others on demand', () => {
    render(<Asked judged="none" />)
    expect(saidOf('No goose')?.textContent).toBe('You chose this. It is not right. There was one.')
    expect(saidOf('A flock')?.textContent).toBe('This is the right one. They come in flocks.')
    const other = saidOf('Two geese')?.querySelector('details')
    expect(other?.open).toBe(false)
    expect(other?.textContent).toBe('Why not this one?That is too neat.')
  })

  it('says of a right choice why', () => {
    render(<Asked judged="flock" />)
    expect(saidOf('A flock')?.textContent).toBe(
      'You chose this, and it is right. They come in flocks.',
    )
  })

  it('shows with a shape what its words say', () => {
    render(<Asked judged="none" />)
    const shape = (name: string) => saidOf(name)?.querySelector('svg path')?.getAttribute('d')
    expect(shape('No goose')).not.toBe(shape('A flock'))
  })

  it('cannot be changed once it is judged, and still shows what was chosen', () => {
    render(<Asked judged="none" />)
    expect(screen.getAllByRole('radio').every((one) => one.matches(':disabled'))).toBe(true)
    expect(radio('No goose').checked).toBe(true)
  })
})
