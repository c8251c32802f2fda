// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Check } from './Check.tsx'
import { emptyOutline, LessonContext, type CheckQuestion } from './lesson-context.ts'

afterEach(cleanup)

const question: CheckQuestion = {
  prompt: 'How many geese?',
  options: [
    { id: 'none', text: 'No goose', why: 'There was at least one.', misconception: 'no-geese' },
    { id: 'flock', text: 'A flock', why: 'Geese come in flocks.', correct: true },
    { id: 'two', text: 'Two', why: 'One for each engine is too neat.', misconception: 'neat' },
  ],
}

function Lesson({ id }: { readonly id: string }) {
  return (
    <LessonContext
      value={{
        outline: { ...emptyOutline, questions: { geese: question } },
        useAnswer: () => useState<string>(),
        hrefOf: (widget) => widget,
      }}
    >
      <Check id={id} />
    </LessonContext>
  )
}

const radio = (name: string): HTMLInputElement => screen.getByRole('radio', { name })
const explanationOf = (name: string) =>
  document.getElementById(radio(name).getAttribute('aria-describedby') ?? '')?.textContent

describe('a check', () => {
  it('asks its question of a group of choices, none of them chosen', () => {
    render(<Lesson id="geese" />)
    expect(screen.getByRole('group', { name: 'How many geese?' })).toBeDefined()
    expect(screen.getByRole('heading', { name: 'Check yourself' })).toBeDefined()
    const radios = screen.getAllByRole<HTMLInputElement>('radio')
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, false])
  })

  it('has for each choice its own explanation, right and wrong said in words', () => {
    render(<Lesson id="geese" />)
    expect(['No goose', 'A flock', 'Two'].map(explanationOf)).toEqual([
      'No. There was at least one.',
      'Yes. Geese come in flocks.',
      'No. One for each engine is too neat.',
    ])
  })

  it('takes an answer, and another after it', () => {
    render(<Lesson id="geese" />)
    fireEvent.click(radio('Two'))
    fireEvent.click(radio('A flock'))
    expect([radio('Two').checked, radio('A flock').checked]).toEqual([false, true])
  })

  it('stops the page for a question that the lesson has not', () => {
    expect(() => render(<Lesson id="ducks" />)).toThrow(/ducks/)
  })
})
