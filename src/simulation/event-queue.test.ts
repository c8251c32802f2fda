import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventQueue } from './event-queue.ts'

const drain = (queue: ReturnType<typeof eventQueue<string>>) => {
  const taken = []
  for (let next = queue.take(); next; next = queue.take()) taken.push(next)
  return taken
}

describe('eventQueue', () => {
  it('gives events by time, and those of one time in the order they were scheduled', () => {
    const at = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 })
    fc.assert(
      fc.property(at, (times) => {
        const queue = eventQueue<string>()
        times.forEach((time, sequence) => queue.add({ at: time, sequence, event: String(time) }))
        const order = times
          .map((time, sequence) => ({ time, sequence }))
          .toSorted((a, b) => a.time - b.time || a.sequence - b.sequence)
        expect(drain(queue).map(({ sequence }) => sequence)).toEqual(
          order.map(({ sequence }) => sequence),
        )
      }),
      { seed: 20_090_115 },
    )
  })

  it('is the same after it was saved, and the saved one is left alone', () => {
    const queue = eventQueue<string>()
    for (const [sequence, at] of [5, 1, 3].entries()) queue.add({ at, sequence, event: 'x' })
    const saved = queue.save()
    expect(drain(queue).map(({ at }) => at)).toEqual([1, 3, 5])
    expect(queue.take()).toBeUndefined()
    expect(drain(eventQueue(saved)).map(({ at }) => at)).toEqual([1, 3, 5])
    expect(saved).toHaveLength(3)
  })
})
