import { describe, expect, it } from 'vitest'
import { createInstance } from './instance.ts'

// No React here, and no page: the state of a widget stands by itself.
describe('the state of a widget', () => {
  it('is apart from that of a second copy on the same page', () => {
    const first = { a: 0.5, on: false }
    const [one, other] = [createInstance(first), createInstance(first)]
    one.getState().set('a', 0.9)
    expect(one.getState().values).toEqual({ a: 0.9, on: false })
    expect(other.getState().values).toEqual({ a: 0.5, on: false })
    expect(first).toEqual({ a: 0.5, on: false })
  })

  it('sets one value and leaves the others, and shows a whole state at once', () => {
    const store = createInstance({ a: 0.5, on: false })
    store.getState().set('on', true)
    expect(store.getState().values).toEqual({ a: 0.5, on: true })
    store.getState().show({ a: 0, on: false })
    expect(store.getState().values).toEqual({ a: 0, on: false })
  })

  it('tells who listens once for each change, and nobody after they left', () => {
    const store = createInstance({ a: 0 })
    const heard: unknown[] = []
    const leave = store.subscribe(({ values }) => heard.push(values['a']))
    store.getState().set('a', 1)
    store.getState().set('a', 2)
    leave()
    store.getState().set('a', 3)
    expect(heard).toEqual([1, 2])
  })
})
