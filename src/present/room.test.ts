import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRoom, FIRST_SHOWN, type Message, parseKept, passedOf, playedTo } from './room.ts'

/** Rooms that hear each other, with messages that a test delivers when and as often as it likes. */
function network(names: readonly string[]) {
  const sent: { readonly to: string; readonly message: Message }[] = []
  const rooms = new Map(
    names.map((name) => [
      name,
      createRoom({
        name,
        role: name.startsWith('c') ? 'console' : 'projection',
        first: FIRST_SHOWN,
        now: () => 0,
        post: (message) => {
          for (const to of names) if (to !== name) sent.push({ to, message })
        },
      }),
    ]),
  )
  const room = (name: string) => {
    const found = rooms.get(name)
    if (!found) throw new RangeError(name)
    return found
  }
  const deliver = (index = 0) => {
    const [packet] = sent.splice(index, 1)
    if (packet) room(packet.to).receive(packet.message)
  }
  const settle = () => {
    for (let step = 0; sent.length > 0; step++) {
      if (step > 10_000) throw new Error('the windows never stop talking')
      deliver()
    }
  }
  const shown = (name: string) => room(name).store.getState().shown
  return { room, sent, deliver, settle, shown }
}

describe('a room', () => {
  it('shows a change in every window', () => {
    const { room, settle, shown } = network(['wall', 'console'])
    room('console').change({ slide: 3, search: 'failover=0.9' })
    settle()
    expect(shown('wall')).toEqual({ ...FIRST_SHOWN, slide: 3, search: 'failover=0.9' })
  })

  it('agrees in the end, whatever two presenters did and in whatever order it was heard', () => {
    const names = ['wall', 'console', 'c2']
    const deed = fc.record({
      by: fc.constantFrom(...names),
      slide: fc.nat(9),
      heard: fc.array(fc.nat(6), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const { room, sent, deliver, settle, shown } = network(names)
        for (const { by, slide, heard } of deeds) {
          room(by).change({ slide })
          for (const index of heard) if (index < sent.length) deliver(index)
        }
        settle()
        expect(shown('wall')).toEqual(shown('console'))
        expect(shown('c2')).toEqual(shown('console'))
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  it('brings a window up to date that missed everything, as after a reload', () => {
    const { room, sent, settle, shown } = network(['wall', 'console'])
    room('console').change({ slide: 2 })
    sent.length = 0
    room('wall').hello()
    settle()
    expect(shown('wall').slide).toBe(2)
  })

  it('brings the others up to date from what a reloaded window kept', () => {
    const { room, settle, shown } = network(['wall', 'console'])
    room('wall').restore({ stamp: [7, 'wall'], shown: { ...FIRST_SHOWN, slide: 4 } })
    room('wall').hello()
    settle()
    expect(shown('console').slide).toBe(4)
  })

  it('follows a window that was opened at an address on purpose, and keeps the hands', () => {
    const { room, settle, shown } = network(['wall', 'w2'])
    room('wall').change({ slide: 1, hands: { paradox: { half: 3 } } })
    settle()
    room('w2').claim({ slide: 5 })
    room('w2').hello()
    settle()
    expect(shown('wall').slide).toBe(5)
    expect(shown('wall').hands).toEqual({ paradox: { half: 3 } })
  })

  it('knows who is there, and who left', () => {
    const { room, settle } = network(['wall', 'console'])
    room('wall').here()
    settle()
    expect(Object.keys(room('console').store.getState().others)).toEqual(['wall'])
    room('wall').bye()
    settle()
    expect(Object.keys(room('console').store.getState().others)).toEqual([])
  })

  it('drops whatever is no message', () => {
    const { room, shown } = network(['wall', 'console'])
    const good = { kind: 'state', from: 'x', role: 'console', stamp: [9, 'x'] }
    for (const bad of [
      null,
      7,
      'state',
      {},
      { ...good },
      { ...good, shown: { ...FIRST_SHOWN, slide: -1 } },
      { ...good, shown: { ...FIRST_SHOWN, slide: NaN } },
      { ...good, shown: { ...FIRST_SHOWN, search: 'x'.repeat(3000) } },
      { ...good, shown: { ...FIRST_SHOWN, speed: 1e9 } },
      { ...good, shown: { ...FIRST_SHOWN, zoom: { x: 2, y: 0 } } },
      { ...good, shown: { ...FIRST_SHOWN, hands: { '<b>': { a: 1 } } } },
      { ...good, stamp: [1.5, 'x'], shown: FIRST_SHOWN },
    ])
      room('wall').receive(bad)
    expect(shown('wall')).toEqual(FIRST_SHOWN)
    room('wall').receive({ ...good, shown: { ...FIRST_SHOWN, slide: 1 } })
    expect(shown('wall').slide).toBe(1)
  })
})

describe('what a window kept', () => {
  it('is read back whole, or not at all', () => {
    const kept = { stamp: [3, 'a'], shown: { ...FIRST_SHOWN, slide: 2, atMs: 500 } }
    expect(parseKept(JSON.stringify(kept))).toEqual(kept)
    for (const bad of [null, '', '{', '[]', '{"stamp":[1,"a"]}', '{"stamp":1,"shown":{}}'])
      expect(parseKept(bad)).toBeUndefined()
  })
})

describe('the shared clock', () => {
  // By hand: from 1,000 ms, 2 s later, at 1,500 ms of model time a second and double speed:
  // 1,000 + 2 × 1,500 × 2 = 7,000.
  it('says where a playhead has come to', () => {
    const playing = { sinceMs: 50_000, fromMs: 1000 }
    const timeline = { pace: 1500, lengthMs: 10_000 }
    expect(playedTo({ playing, speed: 2 }, timeline, 52_000)).toBe(7000)
    expect(playedTo({ playing, speed: 2 }, timeline, 90_000)).toBe(10_000)
    expect(playedTo({ playing, speed: 2 }, timeline, 49_000)).toBe(1000)
    expect(playedTo({ playing: undefined, speed: 2 }, timeline, 52_000)).toBeUndefined()
  })

  it('adds what had passed before a pause of the talk', () => {
    expect(passedOf({ passedMs: 5000 }, 99)).toBe(5000)
    expect(passedOf({ passedMs: 5000, sinceMs: 1000 }, 4000)).toBe(8000)
  })
})
