import { describe, expect, it } from 'vitest'
import { crashed, newNode, paused, received, restarted, resumed } from './node-life.ts'

const fresh = newNode<string>()

describe('a node', () => {
  it('hears what is sent to it while it is up', () => {
    expect(received(fresh, 'vote')).toEqual({ kind: 'happens' })
  })

  it('hears nothing while it is down, and forgets the timers of its earlier life', () => {
    const down = crashed(fresh)
    expect(received(down, 'vote')).toEqual({ kind: 'dropped' })
    const again = restarted(down)
    expect(again.condition).toBe('up')
    expect(received(again, 'election timeout', fresh.life)).toEqual({ kind: 'dropped' })
    expect(received(again, 'vote')).toEqual({ kind: 'happens' })
  })

  it('holds what comes while it is paused, timers too, and meets it all at once', () => {
    let node = paused(fresh)
    for (const event of ['lease expired', 'vote']) {
      const met = received(node, event, fresh.life)
      if (met.kind !== 'held') throw new Error('not held')
      ;({ node } = met)
    }
    expect(resumed(node)).toEqual({ node: fresh, released: ['lease expired', 'vote'] })
  })

  it('is not woken by a pause that ends when it was dead, and a restart ends a pause', () => {
    const down = crashed(paused(fresh))
    expect(paused(down)).toBe(down)
    expect(resumed(down)).toEqual({ node: down, released: [] })
    expect(restarted(paused(fresh))).toEqual({ condition: 'up', life: 1, held: [] })
  })
})
