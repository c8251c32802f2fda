// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveDescription } from './LiveDescription.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))
const said = () => screen.getByRole('status').textContent

/** Counts what a screen reader would say: every change of the region to something not empty. */
function listening(first: string) {
  const { rerender } = render(<LiveDescription text={first} />)
  const heard: string[] = []
  const hear = () => {
    const now = said()
    if (now && now !== heard.at(-1)) heard.push(now)
  }
  return {
    heard,
    show: (text: string) => rerender(<LiveDescription text={text} />),
    wait: (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 10) {
        pass(10)
        hear()
      }
    },
  }
}

describe('the live description', () => {
  it('says nothing of the state that the page opens with', () => {
    const { heard, wait } = listening('first')
    wait(5000)
    expect(said()).toBe('')
    expect(heard).toEqual([])
  })

  it('says a change within a second', () => {
    const { heard, show, wait } = listening('first')
    show('second')
    wait(1000)
    expect(heard).toEqual(['second'])
  })

  it('says at most one sentence a second while a slider is dragged, and the last state wins', () => {
    const { heard, show, wait } = listening('0')
    wait(2000)
    // Twenty states in two seconds: three seconds hold no more than three sentences.
    for (let state = 1; state <= 20; state++) {
      show(String(state))
      wait(100)
    }
    wait(1000)
    expect(heard.length).toBeLessThanOrEqual(3)
    expect(heard.length).toBeGreaterThan(1)
    expect(heard.at(-1)).toBe('20')
    expect(said()).toBe('20')
  })

  it('says nothing when a change is taken back before it was said', () => {
    const { heard, show, wait } = listening('first')
    show('second')
    wait(1000)
    show('third')
    wait(100)
    show('second')
    wait(3000)
    expect(heard).toEqual(['second'])
  })

  it('is quiet once it is gone from the page', () => {
    const { show } = listening('first')
    show('second')
    cleanup()
    expect(vi.getTimerCount()).toBe(0)
  })
})
