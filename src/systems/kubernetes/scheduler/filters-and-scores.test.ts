// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { LabelSelector, Node, Pod, PodSpec, TopologySpreadConstraint } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { nodeAffinityRefusal, tolerates } from './node-filters.ts'
import { attemptOf, refusalOf } from './place.ts'
import { podAffinityScores } from './pod-affinity.ts'
import { leastAllocatedScore, nodeScores } from './scores.ts'
import { factsOf, nodeFacts, type Snapshot } from './snapshot.ts'
import { spreadScores } from './topology-spread.ts'

// Expected values are worked out by hand from the rules; the sums stand beside them.

const WEB: LabelSelector = { matchLabels: { app: 'web' } }
const ZONE = 'topology.kubernetes.io/zone'

const meta = (name: string, labels: Readonly<Record<string, string>> = {}) => ({
  name,
  namespace: 'shop',
  uid: name,
  resourceVersion: '1',
  creationTimestamp: '2026-11-24T21:07:00Z',
  labels,
})

const pod = (
  spec: Partial<PodSpec> = {},
  labels: Readonly<Record<string, string>> = { app: 'web' },
  namespace = 'shop',
): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...meta('pod', labels), namespace },
  spec: { containers: [], ...spec },
  status: { phase: 'Pending' },
})

const node = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
  spec: Node['spec'] = {},
): Node => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: meta(name, { 'kubernetes.io/hostname': name, ...labels }),
  spec,
  status: { allocatable: { cpu: '2', memory: '2Gi' } },
})

/** Nodes with so many pods each; a zone may be shared. */
function cluster(
  nodes: readonly (readonly [Node, readonly Pod[]])[],
  profile: ProfileName = '1.33',
): Snapshot {
  return { profile, nodes: nodes.map(([one, pods]) => nodeFacts(one, pods.map(factsOf))) }
}

const codes = (incoming: Pod, snapshot: Snapshot): readonly (string | undefined)[] => {
  const attempt = attemptOf(factsOf(incoming), snapshot)
  return snapshot.nodes.map((one) => refusalOf(attempt, one)?.code)
}

describe('node affinity', () => {
  const wants = (key: string, operator: 'In' | 'NotIn' | 'Gt', values: readonly string[]): Pod =>
    pod({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key, operator, values }] }],
          },
        },
      },
    })

  it.each([
    ['In', ['b', 'a'], true],
    ['NotIn', ['a'], false],
    ['Gt', ['3'], false],
    ['In', [], false],
    ['NotIn', ['not a label'], false],
  ] as const)('%s %j', (operator, values, fits) => {
    const refusal = nodeAffinityRefusal(
      wants('disk', operator, values),
      node('node-1', { disk: 'a' }),
      '1.33',
    )
    expect(refusal === undefined).toBe(fits)
  })

  it('wants the node selector as well', () => {
    const selector = pod({ nodeSelector: { disk: 'fast' } })
    expect(nodeAffinityRefusal(selector, node('node-1'), '1.33')?.reasons).toEqual([
      "node(s) didn't match Pod's node affinity/selector",
    ])
    expect(nodeAffinityRefusal(selector, node('node-1', { disk: 'fast' }), '1.33')).toBeUndefined()
  })
})

describe('a toleration', () => {
  const taint = { key: 'disk', value: 'slow', effect: 'NoSchedule' } as const

  it.each([
    [{ operator: 'Exists' }, true],
    [{ key: 'disk', operator: 'Exists' }, true],
    [{ key: 'disk', value: 'slow' }, true],
    [{ key: 'disk', value: 'fast' }, false],
    [{ key: 'disk', operator: 'Exists', effect: 'NoExecute' }, false],
    [{ key: 'other', operator: 'Exists' }, false],
  ] as const)('%j', (toleration, holds) => {
    expect(tolerates(pod({ tolerations: [toleration] }), taint)).toBe(holds)
  })
})

describe('required terms between pods', () => {
  const together = (key: string): Partial<PodSpec> => ({
    affinity: {
      podAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: WEB, topologyKey: key }],
      },
    },
  })
  const apart = (key: string): Partial<PodSpec> => ({
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: WEB, topologyKey: key }],
      },
    },
  })
  const a1 = node('a1', { [ZONE]: 'a' })
  const a2 = node('a2', { [ZONE]: 'a' })
  const b1 = node('b1', { [ZONE]: 'b' })

  it('keep a pod in the zone of those it wants to be with', () => {
    const snapshot = cluster([
      [a1, [pod()]],
      [a2, []],
      [b1, []],
    ])
    expect(codes(pod(together(ZONE), { app: 'api' }), snapshot)).toEqual([
      undefined,
      undefined,
      'UnschedulableAndUnresolvable',
    ])
  })

  it('let the first of a group start anywhere that has the key', () => {
    const bare = node('c1')
    const snapshot = cluster([
      [a1, []],
      [bare, []],
    ])
    expect(codes(pod(together(ZONE)), snapshot)).toEqual([
      undefined,
      'UnschedulableAndUnresolvable',
    ])
    // Nothing that it wants to be with is there, and it is none of them itself.
    expect(codes(pod(together(ZONE), { app: 'api' }), snapshot)[0]).toBe(
      'UnschedulableAndUnresolvable',
    )
  })

  it('hold for pods that are there already, too', () => {
    const snapshot = cluster([
      [a1, [pod(apart(ZONE), { app: 'api' })]],
      [a2, []],
      [b1, []],
    ])
    expect(codes(pod(), snapshot)).toEqual(['Unschedulable', 'Unschedulable', undefined])
    expect(codes(pod({}, { app: 'other' }), snapshot)).toEqual([undefined, undefined, undefined])
  })

  it('speak of their own namespace unless they name others', () => {
    const snapshot = cluster([[a1, [pod({}, { app: 'web' }, 'elsewhere')]]])
    expect(codes(pod(apart(ZONE)), snapshot)).toEqual([undefined])
  })

  it('can be about pods of the same revision alone', () => {
    const term = { labelSelector: WEB, topologyKey: ZONE, matchLabelKeys: ['rev'] }
    const incoming = pod(
      {
        affinity: {
          podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] },
        },
      },
      { app: 'web', rev: '2' },
    )
    const snapshot = cluster([
      [a1, [pod({}, { app: 'web', rev: '1' })]],
      [b1, [pod({}, { app: 'web', rev: '2' })]],
    ])
    expect(codes(incoming, snapshot)).toEqual([undefined, 'Unschedulable'])
  })

  it('are scored from the least liked to the most', () => {
    const preferred = [{ weight: 10, podAffinityTerm: { labelSelector: WEB, topologyKey: ZONE } }]
    const incoming = factsOf(
      pod({
        affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } },
      }),
    )
    const nodes = [
      [a1, [pod(), pod(), pod()]],
      [b1, [pod()]],
      [node('c1', { [ZONE]: 'c' }), [pod(), pod()]],
    ] as const
    // 30, 10 and 20: today from 10 to 30, in 1.20 from 0 to 30.
    const today = cluster(nodes)
    expect(podAffinityScores(incoming, today.nodes, today)).toEqual([100, 0, 50])
    const then = cluster(nodes, '1.20')
    expect(podAffinityScores(incoming, then.nodes, then)).toEqual([100, 33, 66])
  })
})

describe('topology spread', () => {
  const spread = (more: Partial<TopologySpreadConstraint> = {}): Partial<PodSpec> => ({
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: ZONE,
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: WEB,
        ...more,
      },
    ],
  })
  const a1 = node('a1', { [ZONE]: 'a' })
  const b1 = node('b1', { [ZONE]: 'b' })
  const tainted = node('c1', { [ZONE]: 'c' }, { taints: [{ key: 'down', effect: 'NoSchedule' }] })

  it('measures from the zone with the fewest', () => {
    const snapshot = cluster([
      [a1, [pod(), pod()]],
      [b1, [pod()]],
    ])
    // 2 + 1 − 1 = 2 is too much, 1 + 1 − 1 = 1 is not.
    expect(codes(pod(spread()), snapshot)).toEqual(['Unschedulable', undefined])
    expect(codes(pod(spread({ maxSkew: 2 })), snapshot)).toEqual([undefined, undefined])
  })

  it('counts a dead zone as one with nothing, unless taints are honoured', () => {
    const snapshot = cluster([
      [a1, [pod()]],
      [b1, [pod()]],
      [tainted, []],
    ])
    const unresolvable = 'UnschedulableAndUnresolvable'
    expect(codes(pod(spread()), snapshot)).toEqual(['Unschedulable', 'Unschedulable', unresolvable])
    expect(codes(pod(spread({ nodeTaintsPolicy: 'Honor' })), snapshot)).toEqual([
      undefined,
      undefined,
      unresolvable,
    ])
  })

  it('holds pods back until there are so many zones', () => {
    const snapshot = cluster([
      [a1, [pod()]],
      [b1, [pod()]],
    ])
    expect(codes(pod(spread({ minDomains: 3 })), snapshot)).toEqual([
      'Unschedulable',
      'Unschedulable',
    ])
    expect(codes(pod(spread({ minDomains: 2 })), snapshot)).toEqual([undefined, undefined])
  })

  it('leaves out nodes that the pod may not use, unless it is told to ignore that', () => {
    const onlyA = { nodeSelector: { [ZONE]: 'a' } }
    const snapshot = cluster([
      [a1, [pod()]],
      [b1, []],
    ])
    expect(codes(pod({ ...spread(), ...onlyA }), snapshot)[0]).toBeUndefined()
    expect(codes(pod({ ...spread({ nodeAffinityPolicy: 'Ignore' }), ...onlyA }), snapshot)[0]).toBe(
      'Unschedulable',
    )
  })

  it('no longer counts pods that are ending', () => {
    const ending: Pod = {
      ...pod(),
      metadata: { ...meta('e', { app: 'web' }), deletionTimestamp: '' },
    }
    const snapshot = cluster([
      [a1, [ending, pod()]],
      [b1, [pod()]],
    ])
    expect(codes(pod(spread()), snapshot)).toEqual([undefined, undefined])
  })

  it('scores by ln(domains + 2) for each pod', () => {
    const snapshot = cluster([
      [a1, [pod(), pod(), pod()]],
      [b1, [pod()]],
    ])
    const incoming = factsOf(pod(spread({ whenUnsatisfiable: 'ScheduleAnyway' })))
    // Two zones: 3 × 1.386 = 4.16 and 1.386, rounded 4 and 1; 100 × (5 − 4) / 4 and 100 × (5 − 1) / 4.
    expect(spreadScores(incoming, snapshot.nodes, snapshot)).toEqual([25, 100])
    // For a pod without wishes: hosts 3 × 1.386 + 2 and zones 3 × 1.386 + 4, 14 and 9 in all.
    expect(spreadScores(factsOf(pod()), snapshot.nodes, snapshot, WEB)).toEqual([64, 100])
  })
})

describe('scores of nodes', () => {
  const asks = (cpu: string, memory: string): Pod =>
    pod({ containers: [{ name: 'web', image: 'web', resources: { requests: { cpu, memory } } }] })

  it('are higher where more is left', () => {
    const facts = nodeFacts(node('node-1'), [factsOf(asks('500m', '512Mi'))])
    // 1 of 2 processors and 1 of 2 GiB would be used: 50 and 50.
    expect(leastAllocatedScore(factsOf(asks('500m', '512Mi')), facts)).toBe(50)
    // 100m and 200 MiB are assumed of a container that asks for nothing: 70 and (2048 − 712) / 2048.
    const silent = pod({ containers: [{ name: 'web', image: 'web' }] })
    expect(leastAllocatedScore(factsOf(silent), facts)).toBe(67)
  })

  it('prefer nodes without taints that only ask to be avoided', () => {
    const avoid = { taints: [{ key: 'old', effect: 'PreferNoSchedule' }] } as const
    const snapshot = cluster([
      [node('node-1', {}, avoid), []],
      [node('node-2'), []],
    ])
    const none = { balanced: 0, free: 0, company: 0, nodeAffinity: 0, spread: 0, images: 0 }
    expect(nodeScores(factsOf(pod()), snapshot.nodes, snapshot, { ...none, taints: 1 })).toEqual([
      0, 100,
    ])
  })
})
