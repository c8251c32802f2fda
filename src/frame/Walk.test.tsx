// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Walk } from './Walk.tsx'

const steps = [
  { atMs: 100, text: 'A writes.' },
  { atMs: 200, text: 'B hears of it.' },
  { atMs: 300, text: 'A is told.' },
]

afterEach(cleanup)

describe('the walk', () => {
  const show = (atMs: number) => {
    const onGo = vi.fn<(atMs: number) => void>()
    render(<Walk steps={steps} atMs={atMs} onGo={onGo} />)
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
    return { onGo, press, said: () => screen.getByRole('status').textContent }
  }

  it('says the step whose event was last, and leads to the next and to the one before', () => {
    const { onGo, press, said } = show(200)
    expect(said()).toBe('2 of 3 B hears of it.')
    press('The next step')
    press('The step before')
    expect(onGo.mock.calls).toEqual([[300], [100]])
  })

  it('goes back to the start of the step that it is in, as players of music do', () => {
    const { onGo, press } = show(250)
    press('The step before')
    expect(onGo.mock.calls).toEqual([[200]])
  })

  it('has nowhere to go before the first step and after the last', () => {
    const { onGo, press, said } = show(0)
    expect(said()).toBe('0 of 3 Nothing has happened yet.')
    press('The step before')
    cleanup()
    const end = show(300)
    end.press('The next step')
    expect([...onGo.mock.calls, ...end.onGo.mock.calls]).toEqual([])
  })
})
