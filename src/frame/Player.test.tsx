// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Timeline, View } from './contract.ts'
import { createInstance } from './instance.ts'
import { Player } from './Player.tsx'

const timeline: Timeline = {
  lengthMs: 10_000,
  restMs: 4000,
  pace: 1000,
  entries: [
    { atMs: 1000, text: 'A fails' },
    { atMs: 4000, text: 'B takes over' },
    { atMs: 9000, text: 'A is back' },
  ],
}

let frames: ((now: number) => void)[] = []
let seen: (visible: boolean) => void = () => {}
let calm = false

beforeEach(() => {
  frames = []
  calm = false
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = []
  })
  vi.stubGlobal('matchMedia', () => ({ matches: calm }))
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(hear: (entries: readonly { isIntersecting: boolean }[]) => void) {
        seen = (visible) => hear([{ isIntersecting: visible }])
      }
      observe() {
        seen(true)
      }
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Lets so many frames of so many milliseconds pass. */
const pass = (count: number, ms: number, from = 0) => {
  for (let frame = 0; frame < count; frame += 1) {
    const due = frames
    frames = []
    act(() => due.forEach((one) => one(from + frame * ms)))
  }
}

/** A letter leaves every two seconds and is four seconds on its way. */
const letters: View['subjects'] = (atMs) => [
  {
    id: 'letter',
    label: () => 'Letter',
    targets: [1, 2, 3]
      .filter((number) => atMs >= 2000 * number && atMs < 2000 * number + 4000)
      .map((number) => ({ id: String(number), label: `letter ${number}` })),
    actions: [{ id: 'drop', label: () => 'Drop it' }],
  },
]

function show() {
  const store = createInstance({})
  render(
    <Player
      timeline={timeline}
      actions={[{ id: 'kill', label: () => 'Kill A' }]}
      subjects={letters}
      store={store}
    />,
  )
  return store
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const isOff = (name: string) => button(name).getAttribute('aria-disabled')
const time = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Time' })

describe('the player', () => {
  it('stands where the figure makes its point, and moves nothing by itself', () => {
    show()
    expect(time().value).toBe('4000')
    expect(time().getAttribute('aria-valuetext')).toBe('4 s: B takes over')
    expect(frames).toHaveLength(0)
  })

  it('steps from event to event, forward and back, and stops at the ends', () => {
    const store = show()
    fireEvent.click(button('One step back'))
    expect(store.getState().course.atMs).toBe(1000)
    fireEvent.click(button('One step back'))
    expect(store.getState().course.atMs).toBe(0)
    expect(isOff('One step back')).toBe('true')
    for (const at of [1000, 4000, 9000, 10_000]) {
      fireEvent.click(button('One step on'))
      expect(store.getState().course.atMs).toBe(at)
    }
    expect(isOff('One step on')).toBe('true')
  })

  it('keeps the focus of a button that has come to the end of its way', () => {
    const store = show()
    button('One step on').focus()
    for (let press = 0; press < 4; press += 1) fireEvent.click(button('One step on'))
    expect(store.getState().course.atMs).toBe(10_000)
    expect(button('One step on').disabled).toBe(false)
    expect(document.activeElement).toBe(button('One step on'))
  })

  it('plays at its speed, pauses, and stops at the end', () => {
    const store = show()
    fireEvent.click(button('Play'))
    // The first frame only tells the time; ten more of 50 ms are half a second.
    pass(11, 50)
    expect(store.getState().course.atMs).toBe(4500)
    fireEvent.change(screen.getByRole('combobox', { name: 'Speed' }), { target: { value: '4' } })
    pass(10, 50, 550)
    expect(store.getState().course.atMs).toBe(6500)
    fireEvent.click(button('Pause'))
    expect(frames).toHaveLength(0)
    fireEvent.click(button('Play'))
    pass(80, 50)
    expect(store.getState().course.atMs).toBe(10_000)
    expect(button('Play')).toBeTruthy()
    fireEvent.click(button('Play'))
    expect(store.getState().course.atMs).toBe(0)
  })

  it('uses no frames while it is off the screen', () => {
    const store = show()
    fireEvent.click(button('Play'))
    pass(3, 50)
    act(() => seen(false))
    expect(frames).toHaveLength(0)
    const { atMs } = store.getState().course
    act(() => seen(true))
    // However long it was away, it goes on from where it was.
    pass(2, 50, 60_000)
    expect(store.getState().course.atMs).toBe((atMs ?? 0) + 50)
  })

  it('goes from event to event where motion is to be reduced', () => {
    calm = true
    const store = show()
    fireEvent.click(button('Play'))
    pass(10, 50)
    expect(store.getState().course.atMs).toBeUndefined()
    pass(11, 50, 500)
    expect(store.getState().course.atMs).toBe(9000)
  })

  it('does something at the playhead, and forgets what was done later', () => {
    const store = show()
    fireEvent.click(button('Kill A'))
    expect(store.getState().course.deeds).toEqual([{ atMs: 4000, action: 'kill' }])
    fireEvent.change(time(), { target: { value: '2000' } })
    fireEvent.click(button('Kill A'))
    expect(store.getState().course.deeds).toEqual([{ atMs: 2000, action: 'kill' }])
  })

  it('lists every event as a table, from which one goes to its time', () => {
    const store = show()
    const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', {
      hidden: true,
    })
    expect(rows.map((row) => row.textContent)).toEqual([
      'WhenWhat happens',
      '1 sA fails',
      '4 sB takes over',
      '9 sA is back',
    ])
    expect(rows[2]?.getAttribute('aria-current')).toBe('step')
    fireEvent.click(within(rows[3] ?? document.body).getByRole('button', { hidden: true }))
    expect(store.getState().course.atMs).toBe(9000)
  })

  it('does something to one thing of a kind, of those that there are at the time', () => {
    const store = show()
    const which = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Letter' })
    const listed = () => Array.from(which().options, (option) => option.text)
    expect(listed()).toEqual(['letter 1', 'letter 2'])
    fireEvent.change(which(), { target: { value: '2' } })
    fireEvent.click(button('Drop it'))
    expect(store.getState().course.deeds).toEqual([{ atMs: 4000, action: 'drop-2' }])
    // What was chosen is gone by then, and nothing that nobody chose stands in its place.
    act(() => store.getState().go(8500))
    expect(listed()).toEqual(['gone: choose another', 'letter 3'])
    fireEvent.click(button('Drop it'))
    expect(store.getState().course.deeds).toHaveLength(1)
    fireEvent.change(which(), { target: { value: '3' } })
    expect(isOff('Drop it')).toBe('false')
    act(() => store.getState().go(0))
    expect(listed()).toEqual(['none now'])
    expect(isOff('Drop it')).toBe('true')
    fireEvent.click(button('Drop it'))
    expect(store.getState().course.deeds).toHaveLength(1)
  })

  it('lists what there is four times a second while it plays, so that one can choose', () => {
    show()
    const listed = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Letter' }).length
    fireEvent.click(button('Play'))
    pass(41, 50)
    // At six seconds letter 1 has arrived and 3 has left.
    expect(listed()).toBe(2)
    pass(40, 50, 2050)
    expect(listed()).toBe(1)
  })

  it('offers other luck where chance has a part in the run, and keeps what was done to it', () => {
    const store = createInstance({})
    const player = (chance: boolean) => (
      <Player timeline={{ ...timeline, chance }} actions={[]} subjects={() => []} store={store} />
    )
    const { rerender } = render(player(false))
    expect(screen.queryByRole('button', { name: /Other luck/ })).toBeNull()
    rerender(player(true))
    act(() => store.getState().act('kill-a', 2000))
    fireEvent.click(screen.getByRole('button', { name: 'Other luck (this is run 1)' }))
    expect(store.getState().course).toEqual({
      seed: 2,
      deeds: [{ atMs: 2000, action: 'kill-a' }],
      atMs: 2000,
    })
    act(() => store.getState().reseed(4_294_967_295))
    fireEvent.click(screen.getByRole('button', { name: /Other luck/ }))
    expect(store.getState().course.seed).toBe(1)
  })
})
