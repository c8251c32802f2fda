// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { NumericQuestion } from '../../question.ts'
import { NumericForm } from './Form.tsx'
import { isComplete, judge } from './judge.ts'

afterEach(cleanup)

const question: NumericQuestion = {
  kind: 'numeric',
  prompt: 'How available?',
  solution: [],
  answer: 0.9997,
  unit: 'percent',
  tolerance: { absolute: 0.00005 },
  traps: [],
  otherwise: { why: 'Count the pairs.', misconception: 'lost' },
  why: 'Three pairs.',
}

function Bench({ asked = question }: { readonly asked?: NumericQuestion }) {
  const [draft, setDraft] = useState<AnswerOf<'numeric'>>()
  const [given, setGiven] = useState<AnswerOf<'numeric'>>()
  const judgement = given && judge(asked, given)
  return (
    <>
      <NumericForm
        question={asked}
        draft={draft}
        onDraft={setDraft}
        name="q"
        {...(judgement ? { judgement } : {})}
      />
      <output>{draft?.value ?? 'nothing'}</output>
      <button type="button" disabled={!isComplete(draft)} onClick={() => setGiven(draft)}>
        Check
      </button>
    </>
  )
}

const input = (name = 'Your answer in per cent'): HTMLInputElement =>
  screen.getByRole('textbox', { name })
const type = (value: string, name?: string) => fireEvent.change(input(name), { target: { value } })
const draft = () => document.querySelector('output')?.textContent
const said = () => screen.getAllByRole('status')[0]?.textContent
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Check' }))

describe('a number to type', () => {
  it('is asked for in its unit', () => {
    render(<Bench />)
    expect(input().inputMode).toBe('decimal')
    cleanup()
    render(<Bench asked={{ ...question, unit: 'minutes' }} />)
    expect(input('Your answer in minutes')).toBeDefined()
    cleanup()
    render(<Bench asked={{ ...question, unit: 'number' }} />)
    expect(input('Your answer')).toBeDefined()
  })

  it('is a draft as soon as it can be read, and says as what', () => {
    render(<Bench />)
    type('99.97')
    expect(draft()).toBe('0.9997')
    expect(document.getElementById('q-number-hint')?.textContent).toBe('Read as 99.97%')
    type('1/8')
    expect(draft()).toBe('0.125')
    expect(input().value).toBe('1/8')
  })

  it('is no draft any more once it cannot be read', () => {
    render(<Bench />)
    type('99.97')
    type('99.97 metres')
    expect(draft()).toBe('nothing')
  })

  it('says what is wrong when it is left, not while it is typed', () => {
    render(<Bench />)
    type('a lot')
    expect(said()).toBe('')
    fireEvent.blur(input())
    expect(said()).toBe('This cannot be read as a number. Write it like 99.95.')
    expect(input().getAttribute('aria-invalid')).toBe('true')
    type('5 min')
    expect(said()).toBe('The answer is asked for in per cent.')
    type('1/0')
    expect(said()).toBe('Nothing can be divided by zero.')
    type('99')
    expect(said()).toBe('')
  })

  it('asks whoever may have typed a share, before anything is judged', () => {
    render(<Bench />)
    type('0.9997')
    expect(said()).toBe(
      'This would be 0.9997%. If you mean that, type the sign too. If you mean a share of one, type 99.97%.',
    )
    expect(draft()).toBe('nothing')
    // Wrong shares are asked about too, and with its sign a number is taken as it stands.
    type('0.5')
    expect([said(), draft()]).toEqual([expect.stringContaining('type 50%'), 'nothing'])
    type('0.5%')
    expect([said(), draft()]).toEqual(['', '0.005'])
    type('99.97')
    expect([said(), draft()]).toEqual(['', '0.9997'])
  })
})

describe('a number that is judged', () => {
  it('stands beside the right one, with words and a shape, and can be read and not changed', () => {
    const { container } = render(<Bench />)
    type('99.9')
    check()
    expect(input().readOnly).toBe(true)
    expect(Array.from(container.querySelectorAll('dd'), (dd) => dd.textContent)).toEqual([
      '99.9%',
      '99.97%',
    ])
    const remark = screen.getByText(/Count the pairs/)
    expect(remark.textContent).toBe('Not right. Count the pairs.')
    expect(remark.querySelector('svg')?.dataset['right']).toBe('false')
  })

  it('is called right where it is', () => {
    render(<Bench />)
    type('99.97 %')
    check()
    expect(screen.getByText(/Three pairs/).textContent).toBe('Right. Three pairs.')
  })
})
