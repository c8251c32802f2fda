// @vitest-environment jsdom
import { describe, expect, it, type Mock, vi } from 'vitest'
import type { Commands } from './commands.ts'
import { bindings, isTyped, run } from './keys.ts'

const commands = () => {
  const names = 'goTo next previous play step stepBack reset black zoom light move code act'.split(
    ' ',
  )
  return Object.fromEntries(names.map((name) => [name, vi.fn<() => void>()])) as Record<
    keyof Commands,
    Mock<() => void>
  >
}
const press = (key: string, shiftKey = false) => {
  const all = commands()
  run(all, { key, shiftKey })
  return Object.entries(all).flatMap(([name, command]) =>
    command.mock.calls.map((call) => [name, ...call]),
  )
}
const typed = (key: string, markup: string, more: KeyboardEventInit = {}) => {
  document.body.innerHTML = markup
  const target = document.querySelector('[data-here]') ?? document.body
  let found = false
  addEventListener('keydown', (event) => void (found = isTyped(event)), { once: true })
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  return found
}

describe('the keys of a show', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['ArrowLeft', 'previous'],
    [' ', 'play'],
    ['ArrowDown', 'step'],
    ['ArrowUp', 'stepBack'],
    ['b', 'black'],
    ['B', 'black'],
    ['.', 'black'],
    ['z', 'zoom'],
    ['s', 'light'],
    ['q', 'code'],
    ['r', 'reset'],
  ])('%s is %s', (key, name) => {
    expect(press(key).map(([first]) => first)).toEqual([name])
  })

  it('has the figure do its third action with a 3, and moves the light with Shift', () => {
    expect(press('3')).toEqual([['act', 2]])
    expect(press('ArrowRight', true)).toEqual([['move', 0.08, 0]])
    expect(press('x')).toEqual([])
  })

  it('gives each key one meaning', () => {
    const keys = bindings.flatMap((binding) => binding.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('leaves keys to the control that has the focus, but a clicker turns pages from anywhere', () => {
    expect(typed('ArrowRight', '<input type="range" data-here>')).toBe(true)
    expect(typed('b', '<input data-here>')).toBe(true)
    expect(typed('PageDown', '<input data-here>')).toBe(false)
    expect(typed(' ', '<button data-here>x</button>')).toBe(true)
    expect(typed('ArrowRight', '<button data-here>x</button>')).toBe(false)
    expect(typed('ArrowRight', '<dialog><p data-here>x</p></dialog>')).toBe(true)
    expect(typed('b', '<p>x</p>', { ctrlKey: true })).toBe(true)
    expect(typed('b', '<p>x</p>')).toBe(false)
  })
})
