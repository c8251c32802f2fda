import { describe, expect, it } from 'vitest'
import {
  type HealthCheckOptions,
  intervalMs,
  probed,
  startHealthCheck,
  statusText,
} from './health-check.ts'
import { compare } from '../../reliability/cases/agreement.ts'
import recorded from './cases/haproxy-health-check.json'
import { LATEST_MS, haproxyServer, optionsOf as readOptions, recording } from './cases/recording.ts'

// The expected values of the first part are what HAProxy 2.6.12 did, probe by probe.
const lines: Readonly<Record<string, string>> = recorded.config
const optionsOf = (server: string): HealthCheckOptions => readOptions(lines[server] ?? '')

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
  const cases = recording(recorded) ?? []

  it.each(cases.map((golden) => [golden.args['server'], golden] as const))(
    'lead to the same changes of %s in the same order, each at once',
    (_, { args, expected }) => {
      const tolerance = { relative: 0, absolute: LATEST_MS }
      expect(compare(haproxyServer(args), expected, tolerance).disagreement).toBeNull()
    },
  )

  it('lead to 19 changes in all', () => {
    const changes = cases.flatMap(({ expected }) =>
      typeof expected === 'object' && expected !== null && 'changes' in expected
        ? expected.changes
        : [],
    )
    expect(changes).toHaveLength(19)
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
