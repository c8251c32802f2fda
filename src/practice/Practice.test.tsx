// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { Practice } from './Practice.tsx'
import type { Course } from './practice-context.ts'
import { sample } from './sample-attempts.ts'
import { SAMPLES } from './sample-questions.ts'
import { attemptStore } from './use-attempts.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 5, 9)
const course: Course = {
  questions: [
    {
      id: 'quorums',
      outcome: 'implement',
      lesson: 'quorums',
      aim: 'Say who decides',
      depth: 'recall',
      kind: 'choice',
      parameters: {},
      lay: () => SAMPLES.choice,
    },
  ],
  misconceptions: {},
  outcomes: [],
  parts: [],
  hrefOf: { lesson: (lesson) => lesson, scene: (widget, scene) => `${widget}/${scene}` },
}
const load = () => Promise.resolve(course)

it('a page that stays open overnight says in the morning what is due', async () => {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setInterval', 'clearInterval'] })
  const { v: _, id: __, ...made } = sample({ at: START, right: false, credit: 0 })
  attemptStore.record(made)
  render(<Practice outcomes={[]} parts={[]} load={load} />)
  const said = await screen.findByText(/^Nothing is due now. .* tomorrow/, {}, { timeout: 10_000 })
  expect(said).toBeTruthy()
  act(() => vi.advanceTimersByTime(DAY_MS))
  expect(screen.getByText('1 question is about to be forgotten.')).toBeTruthy()
})
