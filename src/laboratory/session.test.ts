// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { act, advance, beginSession, deedsOf, isPast, look, plan, stepBack } from './session.ts'

const parameters = {
  profile: '1.33',
  nodes: [{ name: 'node-1', zone: 'zone-a', cpu: '2', memory: '4Gi' }],
  files: {},
} as const

const begun = () => beginSession(parameters, [], 0)
const always = () => true
const save = (text: string) => ({ do: 'save', file: 'a.yaml', text }) as const

describe('a session', () => {
  it('runs on and remembers how far it got', () => {
    const later = advance(begun(), 60_000, always)
    expect([later.atMs, later.endMs]).toEqual([60_000, 60_000])
    const back = look(later, 20_000)
    expect([back.atMs, back.endMs, isPast(back)]).toEqual([20_000, 60_000, true])
  })

  it('stops between two parts of a long stretch when there is no time left', () => {
    // 16 parts of 10 s each, of which the first is run in any case.
    expect(advance(begun(), 160_000, () => false).atMs).toBe(10_000)
  })

  it('shows what was done only from the moment on when it was done', () => {
    const at10 = advance(begun(), 10_000, always)
    const saved = advance(act(at10, save('one')), 30_000, always)
    expect(saved.frame.world.files).toEqual({ 'a.yaml': 'one' })
    const before = look(saved, 9999)
    expect(before.frame.world.files).toEqual({})
    expect(deedsOf(before)).toEqual([])
    expect(deedsOf(saved)).toHaveLength(1)
  })

  it('gives up what came later when something else is done in the past', () => {
    const first = act(advance(begun(), 10_000, always), save('one'))
    const later = act(advance(first, 30_000, always), save('two'))
    const other = act(look(later, 20_000), save('three'))
    expect(other.endMs).toBe(20_000)
    expect(advance(other, 60_000, always).frame.world.files).toEqual({ 'a.yaml': 'three' })
    // The one that it was taken from is what it was.
    expect(advance(later, 60_000, always).frame.world.files).toEqual({ 'a.yaml': 'two' })
  })

  it('does what is planned when its time comes', () => {
    const planned = plan(advance(begun(), 5000, always), [{ atMs: 8000, action: save('one') }])
    expect(advance(planned, 7999, always).frame.world.files).toEqual({})
    expect(advance(planned, 8000, always).frame.world.files).toEqual({ 'a.yaml': 'one' })
  })

  it('steps back to the beginning where nothing was noted', () => {
    expect(stepBack(advance(begun(), 5000, always)).atMs).toBeLessThan(5000)
  })
})
