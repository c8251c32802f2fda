// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { FillQuestion } from '../../question.ts'
import { FillForm } from './Form.tsx'
import { isComplete, judge } from './judge.ts'

afterEach(cleanup)

const question: FillQuestion = {
  kind: 'fill',
  prompt: 'Complete.',
  solution: [],
  pieces: [
    'After ',
    {
      id: 'wait',
      sum: {
        answer: 1.5,
        unit: 'seconds',
        tolerance: { relative: 0.01 },
        traps: [],
        otherwise: { why: 'It waits first.', misconception: 'instant' },
        why: 'A timeout and a round.',
      },
    },
    ' a new `leader` is ',
    {
      id: 'how',
      options: [
        { id: 'vote', text: 'elected', why: 'By a majority.', correct: true },
        { id: 'boss', text: 'appointed', why: 'Nobody appoints it.', misconception: 'boss' },
      ],
    },
    '.',
  ],
}

function Bench() {
  const [draft, setDraft] = useState<AnswerOf<'fill'>>()
  const [given, setGiven] = useState<AnswerOf<'fill'>>()
  const judgement = given && judge(question, given)
  return (
    <>
      <FillForm
        question={question}
        draft={draft}
        onDraft={setDraft}
        name="q"
        {...(judgement ? { judgement } : {})}
      />
      <output>{JSON.stringify(draft?.blanks)}</output>
      <button type="button" disabled={!isComplete(draft, question)} onClick={() => setGiven(draft)}>
        Check
      </button>
    </>
  )
}

const number = (): HTMLInputElement => screen.getByRole('textbox')
const words = (): HTMLSelectElement => screen.getByRole('combobox')
const type = (value: string) => fireEvent.change(number(), { target: { value } })
const choose = (value: string) => fireEvent.change(words(), { target: { value } })
const draft = () => document.querySelector('output')?.textContent

describe('gaps in a text', () => {
  it('are named by their number, their unit and the words around them', () => {
    render(<Bench />)
    expect(number().getAttribute('aria-label')).toBe(
      'Gap 1 of 2, in seconds: After ___ a new leader is',
    )
    expect(words().getAttribute('aria-label')).toBe('Gap 2 of 2: a new leader is ___ .')
  })

  it('are filled one by one, and emptied again', () => {
    render(<Bench />)
    type('1500 ms')
    expect(draft()).toBe('{"wait":"1.5"}')
    choose('boss')
    expect(draft()).toBe('{"wait":"1.5","how":"boss"}')
    type('')
    expect(draft()).toBe('{"how":"boss"}')
    choose('')
    expect(draft()).toBe('{}')
  })

  it('say what is wrong with a number', () => {
    render(<Bench />)
    type('5 %')
    fireEvent.blur(number())
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(
      'The answer is asked for in seconds.',
    )
  })

  it('are explained one by one once they are judged, with what belongs there', () => {
    render(<Bench />)
    type('1.5')
    choose('boss')
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    const remarks = within(screen.getByRole('list', { name: 'Gap by gap' })).getAllByRole(
      'listitem',
    )
    expect(remarks.map(({ textContent }) => textContent)).toEqual([
      'Gap 1 is right. A timeout and a round.',
      'Gap 2 is not right. It should be elected. Nobody appoints it.',
    ])
    expect(remarks.map((one) => one.querySelector('svg')?.dataset['right'])).toEqual([
      'true',
      'false',
    ])
    expect([number().readOnly, words().disabled]).toEqual([true, true])
    expect([number().value, words().value]).toEqual(['1.5', 'boss'])
  })
})
