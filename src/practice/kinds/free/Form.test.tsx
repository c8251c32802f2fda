// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { FreeQuestion } from '../../question.ts'
import { FreeForm } from './Form.tsx'
import { isComplete, judge, type FreeDraft } from './judge.ts'

afterEach(cleanup)

const question: FreeQuestion = {
  kind: 'free',
  prompt: 'Why was the backup of no use?',
  model: 'Nobody had ever restored it.',
  points: [
    { id: 'restore', text: 'It was never restored' },
    { id: 'place', text: 'It lay on the same disk' },
  ],
  solution: [],
}

function Asked({ judged }: { readonly judged?: FreeDraft }) {
  const [draft, onDraft] = useState<FreeDraft | undefined>(judged)
  const judgement = judged && isComplete(draft, question) ? judge(question, draft) : undefined
  return (
    <>
      <FreeForm
        question={question}
        draft={draft}
        onDraft={onDraft}
        name="backup"
        {...(judgement ? { judgement } : {})}
      />
      <output aria-label="complete">{String(isComplete(draft, question))}</output>
    </>
  )
}

const area = (): HTMLTextAreaElement =>
  screen.getByRole('textbox', { name: 'Your answer, in two or three sentences' })
const write = (value: string) => fireEvent.change(area(), { target: { value } })
const compare = () =>
  fireEvent.click(screen.getByRole('button', { name: 'Compare with a model answer' }))
const complete = () => screen.getByLabelText('complete').textContent

describe('the form of a free answer', () => {
  it('shows neither model nor points before something is written', () => {
    render(<Asked />)
    write(' ')
    compare()
    expect(document.body.textContent).not.toContain('Nobody had ever restored it.')
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/^Write a sentence or two first/)
    expect(complete()).toBe('false')
  })

  it('shows the model answer once something is written, and brings the reader to it', () => {
    render(<Asked />)
    write('We never tried.')
    expect(complete()).toBe('false')
    compare()
    const model = screen.getByRole('region', { name: 'A model answer' })
    expect(model.textContent).toContain('Nobody had ever restored it.')
    expect(document.activeElement).toBe(model)
  })

  it('keeps what was written as it was while the reader compares', () => {
    render(<Asked />)
    write('We never tried.')
    compare()
    expect([area().readOnly, area().value]).toEqual([true, 'We never tried.'])
  })

  it('lets the reader judge, and says that it is their own judgement', () => {
    render(<Asked />)
    write('We never tried.')
    compare()
    const points = screen.getByRole('group', { name: /^Which of these did your answer say/ })
    const own = document.getElementById(points.getAttribute('aria-describedby') ?? '')
    expect(own?.textContent).toMatch(/^This is your own judgement/)
    const boxes = within(points).getAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false])
    expect(complete()).toBe('true')
    const [first] = boxes
    if (!first) throw new Error('there is no point')
    fireEvent.click(first)
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false])
    fireEvent.click(first)
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false])
  })

  it('shows in words which points were found and which not, once that is done', () => {
    render(<Asked judged={{ kind: 'free', text: 'We never tried.', points: ['restore'] }} />)
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'In your answer. It was never restored',
      'Not in your answer. It lay on the same disk',
    ])
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    expect(area().readOnly).toBe(true)
  })
})
