// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnswerOf } from '../../answer.ts'
import type { DiagramQuestion, Part } from '../../question.ts'
import { DiagramForm } from './Form.tsx'
import { isComplete, judge } from './judge.ts'

afterEach(cleanup)

const part = (
  id: string,
  at: Part['at'],
  needs: readonly string[] = [],
  anyOf: readonly string[] = [],
): Part => ({ id, text: `The ${id}`, at, needs, anyOf, why: `About the ${id}.` })

const question: DiagramQuestion = {
  kind: 'diagram',
  prompt: 'What is shared?',
  solution: [],
  parts: [
    part('shop', [0, 0], ['dns'], ['left', 'right']),
    part('left', [1, 0], ['power']),
    part('right', [1, 1], ['power']),
    part('power', [2, 0]),
    part('dns', [0, 1]),
  ],
  served: ['shop'],
  key: ['power', 'dns'],
  overlooked: 'copies-share-nothing',
  imagined: 'all-is-shared',
}

function Bench() {
  const [draft, setDraft] = useState<AnswerOf<'diagram'>>()
  const [given, setGiven] = useState<AnswerOf<'diagram'>>()
  const judgement = given && judge(question, given)
  return (
    <>
      <DiagramForm
        question={question}
        draft={draft}
        onDraft={setDraft}
        name="q"
        {...(judgement ? { judgement } : {})}
      />
      <button type="button" disabled={!isComplete(draft)} onClick={() => setGiven(draft)}>
        Check
      </button>
    </>
  )
}

const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name })
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Check' }))
const inPicture = (name: string) => {
  const [text] = Array.from(document.querySelectorAll('svg text')).filter(
    ({ textContent }) => textContent === name,
  )
  if (!text) throw new Error(`the picture has no ${name}`)
  return text
}

describe('a diagram', () => {
  it('asks for every part but the one that is served', () => {
    render(<Bench />)
    expect(screen.getAllByRole('checkbox')).toHaveLength(4)
    expect(screen.queryByRole('checkbox', { name: 'The shop' })).toBeNull()
  })

  it('says in words what its lines say', () => {
    const { container } = render(<Bench />)
    expect(Array.from(container.querySelectorAll('details li'), (li) => li.textContent)).toEqual([
      'The shop needs The dns, and one of The left or The right. The shop is what has to be served.',
      'The left needs The power.',
      'The right needs The power.',
      'The power needs nothing else.',
      'The dns needs nothing else.',
    ])
  })

  it('is ticked in its list or in its picture, and both show it', () => {
    const { container } = render(<Bench />)
    fireEvent.click(box('The power'))
    expect(container.querySelectorAll('[data-ticked="true"]')).toHaveLength(2)
    fireEvent.click(inPicture('The dns'))
    expect([box('The power').checked, box('The dns').checked]).toEqual([true, true])
    fireEvent.click(inPicture('The dns'))
    expect(box('The dns').checked).toBe(false)
  })

  it('lets nobody lose a part before the answer', () => {
    render(<Bench />)
    expect(screen.queryByRole('group', { name: /Lose one part/ })).toBeNull()
  })
})

describe('a diagram that is judged', () => {
  const judgedWith = (...names: readonly string[]) => {
    render(<Bench />)
    for (const name of names) fireEvent.click(box(name))
    check()
  }

  it('says of each part what came of it', () => {
    judgedWith('The left', 'The power')
    expect(screen.getAllByText(/^About the/).map(({ textContent }) => textContent)).toEqual([
      'Ticked, and it does not stop everything. About the left.',
      'Rightly left out. About the right.',
      'Rightly ticked. About the power.',
      'Missed. About the dns.',
    ])
  })

  it('keeps its ticks, and takes no other', () => {
    judgedWith('The left')
    fireEvent.click(box('The left'))
    fireEvent.click(box('The dns'))
    expect([box('The left').checked, box('The dns').checked]).toEqual([true, false])
  })

  it('shows what stops when a part is lost, in words and crossed out', () => {
    judgedWith('The left')
    const lose = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
    const said = () => screen.getByRole('status').textContent
    lose('The power')
    expect(said()).toBe(
      'Without The power these stop too: The shop, The left, and The right. Nothing is served any more.',
    )
    expect(screen.getAllByRole('img')[0]?.getAttribute('aria-label')).toBe(
      'The diagram without The power. What stops is crossed out: The shop, The left, The right, and The power.',
    )
    lose('The left')
    expect(said()).toBe('Without The left nothing else stops. Still served: The shop.')
    lose('The left')
    expect(said()).toBe('')
    fireEvent.click(inPicture('The dns'))
    expect(said()).toBe('Without The dns these stop too: The shop. Nothing is served any more.')
  })
})
