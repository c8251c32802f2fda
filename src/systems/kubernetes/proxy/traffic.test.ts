// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import { befall } from '../kubelet/faults.ts'
import { podOn, ready, trial } from '../kubelet/trial.ts'
import type { Container } from '../objects.ts'
import { setLoad } from './traffic.ts'

/** Two pods behind a Service that gets 100 requests a second from second 20 on. */
function loaded(more: Partial<Container> = {}, perSecond = 100) {
  const lab = trial('1.33')
  const containers = [{ name: 'web', image: 'shop/checkout:1', ...more }]
  lab.at(0, podOn('node-1', 'one', { containers }))
  lab.at(0, podOn('node-2', 'two', { containers }))
  lab.at(15_000, ready(8080, '10.244.0.2', '10.244.1.2'))
  lab.at(20_000, (turn) => setLoad(turn, 'default/web', perSecond))
  const totals = () => lab.world().traffic.services['default/web']?.totals
  const lost = () => {
    const now = totals()
    return (now?.refused ?? 0) + (now?.timeout ?? 0) + (now?.reset ?? 0)
  }
  /** Deletes a pod, and tells the proxies of it as the API does, a moment later. */
  const deletes = (atMs: number) => {
    lab.at(atMs, (turn) => remove(turn, 'pods', 'default/one'))
    lab.at(atMs + 20, ready(8080, '10.244.1.2'))
  }
  return { lab, totals, lost, deletes }
}

describe('requests', () => {
  it('are all answered where nothing happens', () => {
    const { lab, totals } = loaded()
    lab.to(80_000)
    expect(totals()).toEqual({ sent: 6000, answered: 6000, refused: 0, timeout: 0, reset: 0 })
  })

  it('end with their load, and then cost no events', () => {
    const { lab } = loaded()
    lab.at(30_000, (turn) => setLoad(turn, 'default/web', 0))
    lab.to(40_000)
    const before = lab.count()
    lab.to(3_600_000)
    expect(lab.count()).toBe(before)
  })

  it('are counted by the second', () => {
    const { lab } = loaded()
    lab.to(25_000)
    const { seconds } = lab.world().traffic.services['default/web']?.series ?? { seconds: [] }
    expect(seconds.map(({ atS, sent }) => [atS, sent])).toEqual([
      [20, 100],
      [21, 100],
      [22, 100],
      [23, 100],
      [24, 100],
    ])
  })

  it('fail for a while where a pod is deleted that ends at once: its proxies learn too late', () => {
    const { lab, lost, deletes } = loaded()
    deletes(30_000)
    lab.to(60_000)
    expect(lost()).toBeGreaterThan(0)
    // Half of 100 a second for half a second, with those under way, is the most.
    expect(lost()).toBeLessThan(60)
    expect(lab.notes.filter(({ note }) => note.note === 'traffic').map(({ note }) => note)).toEqual(
      [
        { note: 'traffic', service: 'default/web', what: 'failing' },
        { note: 'traffic', service: 'default/web', what: 'answered' },
      ],
    )
  })

  it('do not fail where a preStop hook lets it wait until no proxy sends to it any more', () => {
    const { lab, lost, deletes } = loaded({ lifecycle: { preStop: { sleep: { seconds: 5 } } } })
    deletes(30_000)
    lab.to(60_000)
    expect(lost()).toBe(0)
  })

  it('fail also where a program answers what it has begun but takes nothing new', () => {
    const { lab, lost, totals, deletes } = loaded({ image: 'shop/checkout:drains' })
    deletes(30_000)
    lab.to(60_000)
    expect(lost()).toBeGreaterThan(0)
    expect(totals()?.reset).toBe(0)
  })

  it('time out on a node that lost its power as long as the API believes in it', () => {
    const { lab, totals } = loaded()
    lab.at(30_000, (turn) => befall(turn, { do: 'power', node: 'node-1', on: false }))
    lab.to(60_000)
    // Half of 100 a second for 30 s.
    expect(totals()?.timeout).toBeGreaterThan(1400)
    expect(totals()?.timeout).toBeLessThan(1600)
  })

  it('are refused where a Service has no endpoint', () => {
    const { lab, totals } = loaded()
    lab.at(30_000, ready(8080))
    lab.to(40_000)
    expect(totals()?.refused).toBeGreaterThan(900)
  })

  it('make a frail program so slow that its liveness probe kills it', () => {
    const livenessProbe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 5 }
    const { lab } = loaded({ image: 'shop/checkout:frail', livenessProbe }, 60)
    lab.to(120_000)
    // 30 a second for each, and each can answer 20.
    expect(lab.pod('one')?.status.containerStatuses?.[0]?.restartCount).toBeGreaterThan(0)
    expect(lab.events('one').some((text) => text.includes('Client.Timeout exceeded'))).toBe(true)
  })
})
