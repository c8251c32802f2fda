// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Check } from './Check.tsx'
import { emptyOutline, LessonContext, type CheckQuestion } from './lesson-context.ts'

afterEach(() => {
  cleanup()
  kept.mockClear()
})

const question: CheckQuestion = {
  prompt: 'How many geese?',
  options: [
    {
      id: 'none',
      text: 'No goose',
      why: 'There was at least one.',
      misconception: 'no-geese',
      shown: { widget: 'single-point', scene: 'geese' },
    },
    { id: 'flock', text: 'A flock', why: 'Geese come in flocks.', correct: true },
    { id: 'two', text: 'Two', why: 'One for each engine is too neat.', misconception: 'neat' },
  ],
}

let forget: () => void
const kept = vi.fn<(option: string, confidence?: string) => void>()

function Lesson({ id }: { readonly id: string }) {
  return (
    <LessonContext
      value={{
        outline: { ...emptyOutline, questions: { geese: question } },
        useAnswer: () => {
          const [answer, setAnswer] = useState<string>()
          forget = () => setAnswer(undefined)
          return [
            answer,
            (option, confidence) => {
              kept(option, confidence)
              setAnswer(option)
            },
          ]
        },
        hrefOf: (widget) => `../${widget}/`,
      }}
    >
      <Check id={id} />
    </LessonContext>
  )
}

const radio = (name: string): HTMLInputElement => screen.getByRole('radio', { name })
const sure = (name: string) => screen.getByRole('button', { name })
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

  it('keeps an answer with how sure its reader is, and changes no later one to a first', () => {
    render(<Lesson id="geese" />)
    fireEvent.click(radio('A flock'))
    fireEvent.click(radio('Two'))
    expect(kept).not.toHaveBeenCalled()
    fireEvent.click(sure('Certain'))
    fireEvent.click(radio('A flock'))
    expect(kept.mock.calls).toEqual([
      ['two', 'sure'],
      ['flock', undefined],
    ])
    expect([radio('Two').checked, radio('A flock').checked]).toEqual([false, true])
  })

  it('explains nothing to a screen reader before the answer, and everything after it', () => {
    render(<Lesson id="geese" />)
    fireEvent.click(radio('Two'))
    expect(['No goose', 'A flock', 'Two'].map(explanationOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    fireEvent.click(sure('A guess'))
    expect(['No goose', 'A flock', 'Two'].map(explanationOf)).toEqual([
      'No. There was at least one. See it in the figure',
      'Yes. Geese come in flocks. ',
      'No. One for each engine is too neat. ',
    ])
    expect(document.activeElement).toBe(radio('Two'))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows the choice that it would keep, where the answer was deleted meanwhile', () => {
    render(<Lesson id="geese" />)
    fireEvent.click(radio('Two'))
    fireEvent.click(sure('Certain'))
    fireEvent.click(radio('A flock'))
    act(() => forget())
    expect(radio('A flock').checked).toBe(true)
    fireEvent.click(sure('Certain'))
    expect(kept).toHaveBeenLastCalledWith('flock', 'sure')
  })

  it('says what is missing where nothing was chosen', () => {
    render(<Lesson id="geese" />)
    fireEvent.click(sure('Fairly sure'))
    expect(screen.getByRole('status').textContent).toBe('Choose an answer first.')
    fireEvent.click(radio('Two'))
    expect(screen.getByRole('status').textContent).toBe('')
    expect(kept).not.toHaveBeenCalled()
  })

  it('shows a wrong choice where it can be seen to fail', () => {
    render(<Lesson id="geese" />)
    expect(screen.getByRole('link', { name: 'See it in the figure' }).getAttribute('href')).toBe(
      '../single-point/?scene=geese',
    )
  })

  it('stops the page for a question that the lesson has not', () => {
    expect(() => render(<Lesson id="ducks" />)).toThrow(/ducks/)
  })
})
