import { describe, expect, it } from 'vitest'
import {
  type HealthCheckOptions,
  intervalMs,
  probed,
  startHealthCheck,
  statusText,
} from './health-check.ts'
import recorded from './cases/haproxy-health-check.json'

// The expected values of the first part are what HAProxy 2.6.12 did, probe by probe.
const SERVERS: Readonly<Record<string, HealthCheckOptions>> = {
  a: { interMs: 1000, fall: 3, rise: 2 },
  c: { interMs: 1000, fastInterMs: 200, downInterMs: 2000, fall: 3, rise: 2 },
}

/** When the recording saw each server for the first time, and its state from then on. */
const SEEN_MS = 113

/** The status page was read every so often, so that a change shows a little after its probe. */
const LATEST_MS = 25

const optionsOf = (server: string): HealthCheckOptions => SERVERS[server] ?? {}

/** The recorded probes, each with the status before and after it and the interval it leads to. */
function follow(server: string) {
  let check = startHealthCheck(optionsOf(server))
  return recorded.probes
    .filter((probe) => probe.server === server)
    .map(({ t, probe }) => {
      const from = statusText(check)
      check = probed(check, probe === 'ok')
      return { t, server, from, to: statusText(check), intervalMs: intervalMs(check) }
    })
}

describe('the probes that HAProxy made', () => {
  const changes = Object.keys(SERVERS)
    .flatMap(follow)
    .filter(({ t, from, to }) => from !== to && t >= SEEN_MS)
    .toSorted((one, other) => one.t - other.t)
  const seen = recorded.transitions.filter(({ from }) => from !== null)

  it('lead to the same changes of the same servers in the same order', () => {
    expect(seen).toHaveLength(19)
    expect(changes.map(({ server, from, to }) => [server, from, to])).toEqual(
      seen.map(({ server, from, to }) => [server, from, to]),
    )
  })

  it('are what changes follow upon, at once', () => {
    for (const [index, { t }] of changes.entries()) {
      const delay = (seen[index]?.t ?? NaN) - t
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThan(LATEST_MS)
    }
  })

  it('begin with a server on its last chance', () => {
    const first = recorded.transitions.find(({ server }) => server === 'c')
    expect(statusText(startHealthCheck(optionsOf('c')))).toBe(first?.to)
  })

  it.each(['a', 'c'])(
    'follow upon one another in the time that the state of %s asks for',
    (server) => {
      const probes = follow(server)
      for (const [index, { t, intervalMs: asked }] of probes.slice(0, -1).entries()) {
        const gap = (probes[index + 1]?.t ?? NaN) - t
        // A probe of the recording itself takes a millisecond or a few.
        expect(gap).toBeGreaterThanOrEqual(asked)
        expect(gap).toBeLessThan(asked + 10)
      }
    },
  )
})

describe('a health check', () => {
  const outcomes = (options: HealthCheckOptions, probes: string) => {
    let check = startHealthCheck(options)
    return [...probes].map((probe) => {
      check = probed(check, probe === '+')
      return statusText(check)
    })
  }

  it('takes a new server out at its first bad probe', () => {
    expect(outcomes({ fall: 3 }, '-')).toEqual(['DOWN'])
  })

  it('begins to count anew after one good probe, and after one bad one', () => {
    expect(outcomes({ fall: 3, rise: 3 }, '+--+---')).toEqual([
      'UP',
      'UP 2/3',
      'UP 1/3',
      'UP',
      'UP 2/3',
      'UP 1/3',
      'DOWN',
    ])
    expect(outcomes({ rise: 3 }, '-++-+++')).toEqual([
      'DOWN',
      'DOWN 1/3',
      'DOWN 2/3',
      'DOWN',
      'DOWN 1/3',
      'DOWN 2/3',
      'UP',
    ])
  })

  it('with fall 1 and rise 1 believes every probe', () => {
    expect(outcomes({ fall: 1, rise: 1 }, '+-+')).toEqual(['UP', 'DOWN', 'UP'])
  })

  it('probes every two seconds, three to take out, two to bring back, if it is told nothing', () => {
    expect(startHealthCheck({}).options).toEqual({
      interMs: 2000,
      fastInterMs: 2000,
      downInterMs: 2000,
      fall: 3,
      rise: 2,
    })
  })

  it.each([
    ['no interval', { interMs: 0 }],
    ['half a millisecond', { fastInterMs: 0.5 }],
    ['an interval that is no number', { downInterMs: NaN }],
    ['an end after no failure', { fall: 0 }],
    ['a return without a good probe', { rise: 0 }],
  ])('refuses %s', (_, options) => {
    expect(() => startHealthCheck(options)).toThrow(RangeError)
  })
})
