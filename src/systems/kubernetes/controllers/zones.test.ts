// @vitest-environment node
import { expect, it } from 'vitest'
import type { Node } from '../objects.ts'
import { evictionEveryMs, zoneOf } from './zones.ts'

const zone = (name: string, ready: number, lost: number): readonly Node[] =>
  Array.from({ length: ready + lost }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `${name}-${index}`,
      uid: '',
      resourceVersion: '1',
      creationTimestamp: '2026-11-24T21:06:59Z',
      labels: { 'topology.kubernetes.io/zone': name },
    },
    spec: {},
    status: {
      conditions: [{ type: 'Ready', status: index < ready ? 'True' : 'Unknown' } as const],
    },
  }))

const every = (...zones: readonly (readonly Node[])[]) => {
  const [first] = zones[0] ?? []
  return first && evictionEveryMs(zones.flat(), zoneOf(first))
}

// The rates and thresholds of kube-controller-manager's flags: 0.1 and 0.01 nodes a second, 55 %,
// 50 nodes.
it('one node in ten seconds may be evicted from as long as a zone is mostly well', () => {
  expect(every(zone('a', 4, 1), zone('b', 5, 0))).toBe(10_000)
  // Six of eleven are less than 55 %.
  expect(every(zone('a', 5, 6), zone('b', 5, 0))).toBe(10_000)
})

it('none where most of a small zone is lost, one in a hundred seconds in a large one', () => {
  expect(every(zone('a', 2, 3), zone('b', 5, 0))).toBe(null)
  expect(every(zone('a', 20, 31), zone('b', 5, 0))).toBe(100_000)
})

it('two lost nodes are never called a disruption of their zone', () => {
  expect(every(zone('a', 1, 2), zone('b', 5, 0))).toBe(10_000)
})

it('a zone that is lost as a whole is evicted from at the usual rate, if another is well', () => {
  expect(every(zone('a', 0, 5), zone('b', 1, 4))).toBe(10_000)
})

it('none where no node is left at all', () => {
  expect(every(zone('a', 0, 5), zone('b', 0, 5))).toBe(null)
})
