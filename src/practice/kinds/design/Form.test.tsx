// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { DesignQuestion } from '../../question.ts'
import { DesignForm } from './Form.tsx'
import { isComplete, judge } from './judge.ts'

afterEach(cleanup)

const design = (copies: string, size: string, met: boolean, cost: number) => ({
  settings: { copies, size },
  meets: [{ met, why: met ? `${copies} copies are enough.` : 'One copy is none.' }],
  cost,
  costText: `$${cost}`,
})
const sizes = ['xs', 's', 'm', 'l', 'xl', 'xxl']
const question: DesignQuestion = {
  kind: 'design',
  prompt: 'Choose.',
  solution: [],
  knobs: [
    { id: 'copies', text: 'Copies', options: ['1', '2', '3'].map((id) => ({ id, text: id })) },
    { id: 'size', text: 'Size', options: sizes.map((id) => ({ id, text: `size ${id}` })) },
  ],
  demands: [{ text: 'It survives a failure', misconception: 'one-is-enough' }],
  designs: ['1', '2', '3'].flatMap((copies) =>
    sizes.map((size, at) => design(copies, size, copies !== '1', Number(copies) * (100 + 10 * at))),
  ),
  dear: { why: 'Two would have done.', misconception: 'more-is-better' },
  why: 'The least that does it.',
}

function Bench({ asked = question }: { readonly asked?: DesignQuestion }) {
  const [draft, setDraft] = useState<AnswerOf<'design'>>()
  const [given, setGiven] = useState<AnswerOf<'design'>>()
  const judgement = given && judge(asked, given)
  return (
    <>
      <DesignForm
        question={asked}
        draft={draft}
        onDraft={setDraft}
        name="q"
        {...(judgement ? { judgement } : {})}
      />
      <button type="button" disabled={!isComplete(draft, asked)} onClick={() => setGiven(draft)}>
        Check
      </button>
    </>
  )
}

const copies = (name: string): HTMLInputElement =>
  within(screen.getByRole('group', { name: 'Copies' })).getByRole('radio', { name })
const size = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Size' })
const choose = (count: string, value: string) => {
  fireEvent.click(copies(count))
  fireEvent.change(size(), { target: { value } })
}
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Check' }))
const button = (): HTMLButtonElement => screen.getByRole('button', { name: 'Check' })

describe('a design to choose', () => {
  it('is asked knob by knob: a few options as buttons, many as a list', () => {
    render(<Bench />)
    expect(copies('2').checked).toBe(false)
    expect(size().options).toHaveLength(7)
    fireEvent.click(copies('2'))
    expect(button().disabled).toBe(true)
    choose('2', 'xs')
    expect(button().disabled).toBe(false)
  })

  it('says what is demanded, and nothing of what comes of a design before it is judged', () => {
    const { container } = render(<Bench />)
    choose('2', 'xs')
    expect(screen.getByText('It survives a failure')).toBeDefined()
    expect(container.textContent).not.toContain('$')
    expect(container.textContent).not.toContain('enough')
  })
})

describe('a design that is judged', () => {
  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent))

  it('says whether each demand is met, and what it costs too much', () => {
    render(<Bench />)
    choose('3', 'xs')
    check()
    expect(screen.getByText(/are enough/).textContent).toBe(
      'Met: It survives a failure. 3 copies are enough.',
    )
    expect(screen.getByText(/would have done/).textContent).toBe(
      'It costs more than it has to. Two would have done.',
    )
    expect(
      screen.getByText('Yours costs $300. What meets them all costs $200 at the least.'),
    ).toBeDefined()
  })

  it('stands among all that meet every demand, the cheapest first', () => {
    render(<Bench />)
    choose('3', 'xs')
    check()
    expect(rows()).toHaveLength(12)
    expect(rows()[0]).toEqual(['$200', '2 · size xscheapest'])
    expect(rows()[5]).toEqual(['$300', '2 · size xxl'])
    expect(rows()[6]).toEqual(['$300', '3 · size xsyours'])
  })

  it('shows only the cheapest where there are more than twelve', () => {
    const more = { ...question, designs: [...question.designs, design('4', 'xs', true, 400)] }
    render(<Bench asked={more} />)
    choose('1', 'm')
    check()
    expect(rows()).toEqual([['$200', '2 · size xscheapest']])
    expect(screen.getByText(/One copy is none/).textContent).toBe(
      'Not met: It survives a failure. One copy is none.',
    )
    expect(screen.getByText(/The cheapest design that meets them all costs \$200/)).toBeDefined()
  })

  it('stays as it was set', () => {
    render(<Bench />)
    choose('2', 'xs')
    check()
    fireEvent.click(copies('3'))
    expect([copies('2').checked, copies('3').checked, size().disabled]).toEqual([true, false, true])
    expect(screen.getByText('Nothing that meets them all costs less than $200.')).toBeDefined()
  })
})
