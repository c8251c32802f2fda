// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { GraphQuestion } from '../../question.ts'
import { GraphForm } from './Form.tsx'
import { isComplete, judge } from './judge.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const question: GraphQuestion = {
  kind: 'graph',
  prompt: 'Predict.',
  solution: [],
  x: { label: 'Load', unit: 'number', from: 0, to: 10 },
  y: { label: 'Wait', unit: 'seconds', from: 0, to: 200 },
  at: [
    { x: 2, y: 20 },
    { x: 8, y: 150 },
  ],
  tolerance: 0.05,
  curve: [
    [0, 0],
    [2, 20],
    [8, 150],
    [10, 200],
  ],
  traps: [],
  otherwise: { why: 'It turns up.', misconception: 'linear' },
  why: 'It turns up late.',
}

function Bench() {
  const [draft, setDraft] = useState<AnswerOf<'graph'>>()
  const [given, setGiven] = useState<AnswerOf<'graph'>>()
  const judgement = given && judge(question, given)
  return (
    <>
      <GraphForm
        question={question}
        draft={draft}
        onDraft={setDraft}
        name="q"
        {...(judgement ? { judgement } : {})}
      />
      <output>{draft ? draft.values.join(' ') : 'nothing'}</output>
      <button type="button" disabled={!isComplete(draft, question)} onClick={() => setGiven(draft)}>
        Check
      </button>
    </>
  )
}

const typed = (at: number): HTMLInputElement =>
  screen.getByRole('textbox', { name: `Wait at ${at}, typed` })
const slider = (at: number): HTMLInputElement =>
  screen.getByRole('slider', { name: `Wait at ${at}` })
const type = (at: number, value: string) => fireEvent.change(typed(at), { target: { value } })
const draft = () => document.querySelector('output')?.textContent
const picture = () => screen.getAllByRole('img')[0]

describe('a curve to predict', () => {
  it('starts empty, and its sliders say that nothing is set', () => {
    const { container } = render(<Bench />)
    expect(container.querySelectorAll('circle')).toHaveLength(0)
    expect(slider(2).getAttribute('aria-valuetext')).toBe('not set')
    expect(picture()?.getAttribute('aria-label')).toBe(
      'An empty picture of Wait over Load, with 2 places for your guess. The values can be set below it.',
    )
  })

  it('is a draft once every place has a value, however each was set', () => {
    render(<Bench />)
    type(2, '30')
    expect(draft()).toBe('nothing')
    fireEvent.change(slider(8), { target: { value: '120' } })
    expect(draft()).toBe('30 120')
    type(2, '')
    expect(draft()).toBe('nothing')
  })

  it('keeps slider, number and picture the same', () => {
    const { container } = render(<Bench />)
    fireEvent.change(slider(2), { target: { value: '40' } })
    expect([typed(2).value, slider(2).getAttribute('aria-valuetext')]).toEqual(['40', '40\u00a0s'])
    type(2, '1 min')
    expect([slider(2).value, typed(2).value]).toEqual(['60', '1 min'])
    expect(picture()?.getAttribute('aria-label')).toBe(
      'Your guess of Wait over Load: 60\u00a0s at 2.',
    )
    // One point in each of the two layouts.
    expect(container.querySelectorAll('circle')).toHaveLength(2)
  })

  it('is drawn with a pointer, which passes every place on its way', () => {
    const { container } = render(<Bench />)
    // As large as it is drawn: 600 by 320, the plot from its upper to its lower tick.
    vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockReturnValue(
      DOMRect.fromRect({ x: 0, y: 0, width: 600, height: 320 }),
    )
    const pad = container.querySelector('[data-pad]')
    if (!pad) throw new Error('there is nothing to draw on')
    // The upper end of the y axis is at 16 of 320.
    fireEvent.pointerDown(pad, { button: 0, buttons: 1, clientX: 40, clientY: 16 })
    fireEvent.pointerMove(pad, { buttons: 1, clientX: 590, clientY: 16 })
    expect(draft()).toBe('200 200')
    expect([typed(2).value, typed(8).value]).toEqual(['200', '200'])
  })

  it('refuses what the axis has no room for, and says so', () => {
    render(<Bench />)
    type(2, '201')
    fireEvent.blur(typed(2))
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(
      'The axis goes from 0\u00a0s to 200\u00a0s.',
    )
  })
})

describe('a curve that is judged', () => {
  it('has the right one beside it, told apart by label, and says of each value how close it is', () => {
    const { container } = render(<Bench />)
    type(2, '25')
    type(8, '100')
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    const labels = Array.from(container.querySelectorAll('svg text'), (text) => text.textContent)
    expect(labels).toContain('Your guess')
    expect(labels).toContain('What happens')
    expect(screen.getByText('Close enough.').parentElement?.textContent).toBe(
      'Close enough. It is 20\u00a0s.',
    )
    expect(screen.getByText('Too low.').parentElement?.textContent).toBe(
      'Too low. It is 150\u00a0s.',
    )
    expect(screen.getByText(/It turns up/).textContent).toBe('Not right. It turns up.')
    expect(screen.queryAllByRole('slider')).toEqual([])
    expect([typed(2).readOnly, container.querySelector('[data-pad]')]).toEqual([true, null])
    expect(picture()?.getAttribute('aria-label')).toContain(
      'The right curve: 20\u00a0s at 2 and 150\u00a0s at 8.',
    )
  })
})
