// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Container, Probe } from '../objects.ts'
import { befall } from './faults.ts'
import { podOn, trial } from './trial.ts'

const web: Probe = { httpGet: { path: '/', port: 80 } }

function with1(more: Partial<Container>) {
  const lab = trial('1.33')
  lab.at(0, podOn('node-1', 'one', { containers: [{ name: 'web', image: 'nginx:1.27', ...more }] }))
  const breaks = (probe: 'readiness' | 'liveness' | 'startup', works: boolean, atMs: number) =>
    lab.at(atMs, (turn) =>
      befall(turn, { do: 'probe', namespace: 'default', pod: 'one', probe, works }),
    )
  const status = () => lab.pod('one')?.status.containerStatuses?.[0]
  return { lab, breaks, status }
}

describe('a readiness probe', () => {
  const { lab, breaks, status } = with1({ readinessProbe: { ...web, periodSeconds: 5 } })

  it('makes a pod unready after three failures in a row, and never restarts it', () => {
    breaks('readiness', false, 60_000)
    // The third try is at most 15 s away, and the first one not further than 5 s.
    lab.to(69_900)
    expect(status()?.ready).toBe(true)
    lab.to(75_200)
    expect(status()?.ready).toBe(false)
    expect(status()?.restartCount).toBe(0)
    expect(lab.events('one')).toContain(
      'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 500',
    )
  })

  it('makes it ready again with the first success', () => {
    breaks('readiness', true, 100_000)
    lab.to(105_100)
    expect(status()?.ready).toBe(true)
  })

  it('that goes on succeeding costs no events', () => {
    const before = lab.count()
    lab.to(3_600_000)
    expect(lab.count()).toBe(before)
  })
})

describe('a liveness probe', () => {
  it('that fails three times has the container restarted where it is', () => {
    const { lab, breaks, status } = with1({ livenessProbe: { ...web, periodSeconds: 10 } })
    lab.to(30_000)
    const before = lab.pod('one')
    breaks('liveness', false, 60_000)
    breaks('liveness', true, 92_000)
    lab.to(110_000)
    expect(status()?.restartCount).toBe(1)
    expect(lab.pod('one')?.metadata.uid).toBe(before?.metadata.uid)
    expect(lab.pod('one')?.status.podIP).toBe(before?.status.podIP)
    // Texts of the kubelet, from its source.
    expect(lab.events('one')).toContain(
      'Killing: Container web failed liveness probe, will be restarted',
    )
  })

  it('that asks before a slow program listens never lets it come up', () => {
    const slow = { image: 'shop/checkout:slow-start' }
    const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 5 }
    const { lab, status } = with1({ ...slow, livenessProbe: probe })
    lab.to(300_000)
    expect(status()?.restartCount).toBeGreaterThan(2)
    expect(lab.events('one').some((text) => text.endsWith('connect: connection refused'))).toBe(
      true,
    )
    expect(status()?.state.waiting?.reason).toBe('CrashLoopBackOff')
  })

  it('waits for a startup probe that gives the program time', () => {
    const probe = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 5 }
    const { lab, status } = with1({
      image: 'shop/checkout:slow-start',
      livenessProbe: probe,
      startupProbe: { ...probe, failureThreshold: 10 },
    })
    lab.to(20_000)
    expect(status()?.started).toBe(false)
    lab.to(300_000)
    expect(status()?.started).toBe(true)
    expect(status()?.restartCount).toBe(0)
  })
})

describe('a probe of a page or port that is not there', () => {
  it('fails with 404 for a page that the server does not know', () => {
    const { lab } = with1({ readinessProbe: { httpGet: { path: '/healthz', port: 80 } } })
    lab.to(60_000)
    expect(lab.events('one')).toContain(
      'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 404',
    )
  })

  it('is refused where nobody listens', () => {
    const { lab } = with1({ readinessProbe: { tcpSocket: { port: 8080 } } })
    lab.to(60_000)
    expect(lab.events('one')).toContain(
      'Unhealthy: Readiness probe failed: dial tcp 10.244.0.2:8080: connect: connection refused',
    )
  })
})
