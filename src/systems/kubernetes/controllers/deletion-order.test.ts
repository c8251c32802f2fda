// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { timestampAt } from '../clock.ts'
import type { Pod } from '../objects.ts'
import { inDeletionOrder, type Ranked } from './deletion-order.ts'

interface Given {
  readonly name: string
  readonly readyAtS?: number
  readonly cost?: string
  readonly crowd?: number
}

/** A pod that runs on a node, and was made 5 s before it was ready. */
function given({ name, readyAtS = 0, cost, crowd = 1 }: Given): Ranked {
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      uid: name,
      resourceVersion: '1',
      creationTimestamp: timestampAt(readyAtS * 1000 - 5000),
      ...(cost === undefined
        ? {}
        : { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } }),
    },
    spec: { containers: [], nodeName: 'node-1' },
    status: {
      phase: 'Running',
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: timestampAt(readyAtS * 1000) },
      ],
    },
  }
  return { pod, crowd }
}

const order = (profile: '1.20' | '1.33', nowS: number, ...pods: readonly Given[]): string =>
  inDeletionOrder(pods.map(given), { profile, nowMs: nowS * 1000 })
    .map(({ metadata }) => metadata.name)
    .join('')

describe('which pod goes first', () => {
  it('is the one on the more crowded node, whatever zone that is in', () => {
    expect(order('1.20', 99, { name: 'a', crowd: 1 }, { name: 'b', crowd: 2 })).toBe('ba')
  })

  it('is the one that was ready last', () => {
    expect(order('1.20', 99, { name: 'a', readyAtS: 10 }, { name: 'b', readyAtS: 11 })).toBe('ba')
  })

  it('is told by cost before crowd, but not in the recorded release', () => {
    const pods = [{ name: 'a', cost: '5', crowd: 2 }, { name: 'b', cost: '-1' }, { name: 'c' }]
    expect(order('1.33', 99, ...pods)).toBe('bca')
    expect(order('1.20', 99, ...pods)[0]).toBe('a')
  })

  it('is not told by seconds between pods of much the same age today', () => {
    // 40 s and 50 s are both between 2^35 and 2^36 ns (34.4 s and 68.7 s); 30 s is not.
    const old = { name: 'b', readyAtS: 50 }
    expect(order('1.33', 100, { name: 'a', readyAtS: 60 }, old)).toBe('ab')
    expect(order('1.33', 100, { ...old, name: 'a' }, { name: 'b', readyAtS: 60 })).toBe('ab')
    expect(order('1.33', 100, { ...old, name: 'a' }, { name: 'b', readyAtS: 70 })).toBe('ba')
    expect(order('1.20', 100, { ...old, name: 'a' }, { name: 'b', readyAtS: 60 })).toBe('ba')
  })
})
