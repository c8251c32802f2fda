// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Attempt } from './attempt.ts'
import { Home } from './Home.tsx'
import type { Course } from './practice-context.ts'
import type { Question } from './question.ts'
import { sample } from './sample-attempts.ts'
import { SAMPLES } from './sample-questions.ts'

afterEach(cleanup)

const question: Question = {
  id: 'quorums',
  outcome: 'implement',
  lesson: 'quorums',
  aim: 'Say who decides',
  depth: 'recall',
  kind: 'choice',
  parameters: {},
  lay: () => SAMPLES.choice,
}
const course: Course = {
  questions: [question],
  misconceptions: {
    half: {
      belief: 'Half of them decide.',
      truth: 'More than half do.',
      widget: 'quorums',
      scene: 'two-of-four',
      lesson: 'quorums',
    },
  },
  outcomes: [{ id: 'implement', text: 'Build it' }],
  parts: [{ id: 'quorums', title: 'Quorums' }],
  hrefOf: { lesson: (lesson) => lesson, scene: (widget, scene) => `${widget}/${scene}` },
}
const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 5, 9)

const show = (attempts: readonly Attempt[], now = START) =>
  render(
    <Home
      outcomes={course.outcomes}
      course={course}
      attempts={attempts}
      now={now}
      back={false}
      onCheck={() => undefined}
      onReview={() => undefined}
    >
      <p />
    </Home>,
  )
const wrong = (change: Partial<Attempt>) =>
  sample({ right: false, credit: 0, at: START, misconceptions: ['half'], ...change })

describe('what wrong answers had in common', () => {
  it('is told with what is so', () => {
    show([wrong({})])
    expect(screen.getByText('Half of them decide.')).toBeTruthy()
  })

  it.each([
    ['a belief that is none of the list', wrong({ misconceptions: ['gone'] })],
    ['one that every object has by that name', wrong({ misconceptions: ['constructor'] })],
    ['what a question says that is gone', wrong({ question: 'gone-from-the-course' })],
  ])('leaves out %s', (_, attempt) => {
    show([attempt])
    expect(screen.getByText('Nothing that you have not put right since.')).toBeTruthy()
    expect(document.querySelectorAll('q')).toHaveLength(0)
  })
})

describe('what is due', () => {
  it('is nothing today of what was missed today, and one question tomorrow', () => {
    const { unmount } = show([wrong({})])
    expect(screen.getByText(/^Nothing is due now/)).toBeTruthy()
    unmount()
    show([wrong({})], START + DAY_MS)
    expect(screen.getByText('1 question is about to be forgotten.')).toBeTruthy()
  })

  it('counts no question that is gone from the course', () => {
    show([wrong({ question: 'gone-from-the-course' })], START + DAY_MS)
    expect(screen.getByText(/^Nothing yet/)).toBeTruthy()
  })
})
