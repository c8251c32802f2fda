// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { type Course, CourseContext } from './practice-context.ts'
import type { Question } from './question.ts'
import { SAMPLES } from './sample-questions.ts'
import { begin } from './session.ts'
import { SessionView } from './SessionView.tsx'

beforeAll(() => {
  // jsdom lays nothing out and has no scrolling.
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(cleanup)

const question = (id: string): Question => ({
  id,
  outcome: 'implement',
  lesson: 'quorums',
  aim: `Know ${id}`,
  depth: 'recall',
  kind: 'choice',
  parameters: {},
  lay: () => SAMPLES.choice,
})

const course: Course = {
  questions: [],
  misconceptions: {},
  outcomes: [{ id: 'implement', text: 'Implement it.' }],
  parts: [{ id: 'quorums', title: 'Quorums' }],
  hrefOf: { lesson: (lesson) => `#${lesson}`, scene: () => '' },
}

function show(begun: boolean) {
  render(
    <CourseContext value={course}>
      <SessionView
        from={begin([question('one'), question('two')], () => 1)}
        begun={begun}
        onAnswered={() => undefined}
        onLeave={() => undefined}
      />
    </CourseContext>,
  )
}

function answerWrong() {
  fireEvent.click(screen.getByRole('radio', { name: 'Pull the plug' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Certain' }))
  fireEvent.click(screen.getByRole('button', { name: 'Check my answer' }))
}

it('never loses the focus to a button that is gone', () => {
  show(true)
  expect(document.activeElement?.textContent).toBe('Question 1 of 2')
  answerWrong()
  expect(document.activeElement?.textContent).toBe('Not right.')
  fireEvent.click(screen.getByRole('button', { name: 'Next question' }))
  expect(document.activeElement?.textContent).toBe('Question 2 of 2')
  answerWrong()
  fireEvent.click(screen.getByRole('button', { name: 'See how it went' }))
  expect(document.activeElement?.textContent).toBe('How it went')
})

it('leaves the focus of somebody who comes by an address at the head of the page', () => {
  show(false)
  expect(document.activeElement).toBe(document.body)
})

it('leads from what was missed to its lesson', () => {
  show(true)
  answerWrong()
  fireEvent.click(screen.getByRole('button', { name: 'Next question' }))
  answerWrong()
  fireEvent.click(screen.getByRole('button', { name: 'See how it went' }))
  expect(screen.getByRole('link', { name: 'Quorums' }).getAttribute('href')).toBe('#quorums')
  expect(screen.getByText('Know one')).toBeTruthy()
})
