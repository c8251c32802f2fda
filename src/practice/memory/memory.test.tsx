// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Attempt } from '../attempt.ts'
import type { Confidence } from '../confidences.ts'
import { sample } from '../sample-attempts.ts'
import type { Keeping } from '../store.ts'
import { Calibration } from './Calibration.tsx'
import { NotKept } from './NotKept.tsx'
import { Progress } from './Progress.tsx'

afterEach(cleanup)

let asked = 0
const answers = (confidence: Confidence, right: number, wrong: number): readonly Attempt[] =>
  Array.from({ length: right + wrong }, (_, index) =>
    sample({ question: `asked-${asked++}`, confidence, right: index < right }),
  )
const show = (...attempts: readonly Attempt[]) =>
  render(<Calibration answers={attempts} first="ever" />)

// Limits as in calibration.test.ts.
describe('calibration in words', () => {
  it('invites when there is nothing', () => {
    show()
    expect(screen.getByText(/Say how sure you are before/)).toBeTruthy()
    expect(screen.getAllByText('no answers')).toHaveLength(3)
  })

  it('says nothing of four answers', () => {
    show(...answers('sure', 4, 0))
    expect(screen.getByText(/too few answers yet/)).toBeTruthy()
    expect(screen.getByText('4 of 4 right')).toBeTruthy()
    expect(screen.getByText('With fewer than 5 answers nothing can be said.')).toBeTruthy()
  })

  it('tells too much trust from too little', () => {
    show(...answers('sure', 10, 10), ...answers('unsure', 40, 0))
    expect(screen.getByText(/and in others you know more than you say/)).toBeTruthy()
    expect(screen.getByText(/even 70.1%, .* \(right at least nine times in ten\)/)).toBeTruthy()
    expect(screen.getByText(/even 91.2%, .* up to nine times in ten/)).toBeTruthy()
  })

  it('claims no more than that nothing speaks against it', () => {
    show(...answers('sure', 8, 2))
    expect(screen.getByText(/As far as these answers can tell/)).toBeTruthy()
    expect(screen.getByText(/Nothing speaks against it: .* between 49% and 94.3%/)).toBeTruthy()
  })
})

it('counts in a check what may have been answered before, and says so', () => {
  render(<Calibration answers={answers('sure', 1, 0)} first="in-check" />)
  expect(screen.getByText(/^Of this check the first answer/)).toBeTruthy()
  expect(screen.queryByText(/Only the first answer/)).toBeNull()
})

describe('progress in words', () => {
  const question = (id: string, lesson: string, kind: 'choice' | 'free' = 'choice') => ({
    id,
    lesson,
    outcome: 'implement',
    kind,
  })
  const questions = [
    question('a', 'quorums'),
    question('b', 'quorums'),
    question('c', 'quorums', 'free'),
    question('d', 'regions'),
  ]

  it('says what its bars show, and what a reader judged apart', () => {
    render(
      <Progress
        questions={questions}
        attempts={[sample({ question: 'a' }), sample({ question: 'd', right: false })]}
        lessons={[
          { id: 'quorums', title: 'Quorums' },
          { id: 'regions', title: 'Regions' },
          { id: 'costs', title: 'Costs' },
        ]}
        outcomes={[{ id: 'implement', text: 'Build it' }]}
      />,
    )
    const table = screen.getByRole('table', { name: 'By lesson' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Quorums1 of 2 tried, 1 rightJudged by yourself: None of 1 tried',
      'Regions1 of 1 tried, 0 right',
    ])
    const outcomes = screen.getByRole('table', { name: 'By what you should be able to do' })
    expect(within(outcomes).getByText('2 of 3 tried, 1 right')).toBeTruthy()
  })
})

describe('a notice', () => {
  const said = (keeping: Keeping, unreadable = 0) => {
    render(<NotKept keeping={keeping} unreadable={unreadable} />)
    return screen.getByRole('status').textContent
  }

  it('is silent while all is well', () => {
    expect(said({ status: 'kept' })).toBe('')
  })

  it('gives the reason', () => {
    expect(said({ status: 'not-kept', reason: 'full' })).toMatch(/not being kept.*storage.*full/)
  })

  it('tells of one record that cannot be read', () => {
    expect(said({ status: 'kept' }, 1)).toMatch(/One record here cannot be read/)
  })
})
