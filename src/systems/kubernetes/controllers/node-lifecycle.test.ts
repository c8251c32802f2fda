// @vitest-environment node
import { expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import { update } from '../api/write.ts'
import { befall } from '../kubelet/faults.ts'
import { podOn, trial } from '../kubelet/trial.ts'
import type { Toleration } from '../objects.ts'
import type { Turn } from '../turn.ts'

const bearsFor = (seconds: number): readonly Toleration[] => [
  {
    key: 'node.kubernetes.io/unreachable',
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: seconds,
  },
]

const off = (node: string) => (turn: Turn) => befall(turn, { do: 'power', node, on: false })
const on = (node: string) => (turn: Turn) => befall(turn, { do: 'power', node, on: true })

function lab20() {
  const lab = trial('1.20')
  lab.at(100, podOn('node-1', 'slow', { tolerations: bearsFor(300) }))
  lab.at(100, podOn('node-1', 'quick', { tolerations: bearsFor(20) }))
  return lab
}

it('a dead node is noticed, tainted and emptied when the recording says', () => {
  const lab = lab20()
  lab.at(6700, off('node-1'))
  const ready = () =>
    lab.world().store.tables.nodes['node-1']?.status.conditions?.find((one) => one.type === 'Ready')
  const taints = () =>
    lab.world().store.tables.nodes['node-1']?.spec.taints?.map((one) => `${one.key}:${one.effect}`)
  const seen: string[] = []
  const look = (atMs: number) => {
    lab.to(atMs)
    const gone = (name: string) => lab.pod(name)?.metadata.deletionTimestamp !== undefined
    const pod = lab.pod('slow')?.status.conditions?.find((one) => one.type === 'Ready')?.status
    seen.push([ready()?.status, taints()?.length ?? 0, pod, gone('quick'), gone('slow')].join(' '))
  }
  look(47_000)
  look(47_200)
  look(52_100)
  look(52_300)
  look(72_200)
  look(72_400)
  look(352_100)
  look(352_400)
  // Recorded: power lost at 6.7 s; NotReady and NoSchedule at 47.1, NoExecute at 52.2, eviction of
  // the pod that bears it 20 s at 72.3, of the one that bears it 300 s at 352.3.
  expect(seen).toEqual([
    'True 0 True false false',
    'Unknown 1 False false false',
    'Unknown 1 False false false',
    'Unknown 2 False false false',
    'Unknown 2 False false false',
    'Unknown 2 False true false',
    'Unknown 2 False true false',
    'Unknown 2 False true true',
  ])
  expect(lab.events('quick')).toContain(
    'TaintManagerEviction: Marking for deletion Pod default/quick',
  )
})

it('a node that returns in time keeps its pods', () => {
  const lab = lab20()
  lab.at(6700, off('node-1'))
  lab.at(100_000, on('node-1'))
  lab.to(400_000)
  expect(lab.pod('slow')?.metadata.deletionTimestamp).toBe(undefined)
  expect(lab.events('slow')).toContain(
    'TaintManagerEviction: Cancelling deletion of Pod default/slow',
  )
})

const three = ['zone-a', 'zone-b', 'zone-c']
const taintsOf = (lab: ReturnType<typeof trial>, node: string): readonly string[] =>
  (lab.world().store.tables.nodes[node]?.spec.taints ?? []).map(
    ({ key, effect }) => `${key.replace('node.kubernetes.io/', '')}:${effect}`,
  )
const ends = (lab: ReturnType<typeof trial>, pod: string): boolean =>
  lab.pod(pod)?.metadata.deletionTimestamp !== undefined

it('today a dead node is noticed 40 to 55 s after its power went, whenever that was', () => {
  const took: number[] = []
  for (let offMs = 30_000; offMs < 40_000; offMs += 1000) {
    const lab = trial('1.33')
    lab.at(offMs, off('node-1'))
    let atMs = offMs
    while (taintsOf(lab, 'node-1').length === 0) {
      atMs += 100
      lab.to(atMs)
    }
    took.push(atMs - offMs)
  }
  // 50 s after the heartbeat was seen; that was sent up to 10 s before, and seen up to 5 s after.
  expect(Math.min(...took)).toBeGreaterThan(40_000)
  expect(Math.max(...took)).toBeLessThan(55_500)
  expect(new Set(took).size).toBeGreaterThan(1)
})

it('a node in its own zone that dies has its pods evicted, its zone lost or not', () => {
  const lab = trial('1.33', three)
  lab.at(100, podOn('node-1', 'one', { tolerations: bearsFor(30) }))
  lab.at(30_000, off('node-1'))
  lab.to(120_000)
  expect(taintsOf(lab, 'node-1')).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute'])
  expect(ends(lab, 'one')).toBe(true)
  // A pod on a node that does not answer stays until the node is back, or is deleted.
  lab.to(1_000_000)
  expect(ends(lab, 'one')).toBe(true)
})

it('where all nodes fall silent nothing is evicted, until one of them is back', () => {
  const lab = trial('1.33', three)
  lab.at(100, podOn('node-1', 'one', { tolerations: bearsFor(30) }))
  for (const node of ['node-1', 'node-2', 'node-3']) lab.at(30_000, off(node))
  lab.to(600_000)
  expect(taintsOf(lab, 'node-1')).toEqual(['unreachable:NoSchedule'])
  expect(ends(lab, 'one')).toBe(false)
  lab.at(600_000, on('node-2'))
  lab.to(700_000)
  expect(taintsOf(lab, 'node-1')).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute'])
  expect(ends(lab, 'one')).toBe(true)
})

it('in one zone nodes are emptied one in ten seconds', () => {
  const lab = trial('1.33', ['zone-a', 'zone-a', 'zone-b'])
  lab.at(30_000, off('node-1'))
  lab.at(30_000, off('node-2'))
  const taintedMs = ['node-1', 'node-2'].map((node) => {
    let atMs = 30_000
    while (!taintsOf(lab, node).includes('unreachable:NoExecute')) {
      atMs += 100
      lab.to(atMs)
    }
    return atMs
  })
  expect((taintedMs[1] ?? 0) - (taintedMs[0] ?? 0)).toBe(10_000)
})

it('a cordoned node has a taint that says so, until it is uncordoned', () => {
  const lab = trial('1.33')
  const cordon = (unschedulable: boolean) => (turn: Turn) => {
    const node = turn.world().store.tables.nodes['node-1']
    if (node) update(turn, 'nodes', { ...node, spec: { ...node.spec, unschedulable } })
  }
  lab.at(10_000, cordon(true))
  lab.to(10_100)
  expect(taintsOf(lab, 'node-1')).toEqual(['unschedulable:NoSchedule'])
  lab.at(20_000, cordon(false))
  lab.to(20_100)
  expect(taintsOf(lab, 'node-1')).toEqual([])
})

it('pods of a node that was deleted are removed within a minute', () => {
  const lab = trial('1.33')
  lab.at(100, podOn('node-1', 'one'))
  lab.at(30_000, off('node-1'))
  lab.at(40_000, (turn) => remove(turn, 'nodes', 'node-1'))
  lab.to(60_000)
  expect(lab.pod('one')).toBeDefined()
  lab.to(100_000)
  expect(lab.pod('one')).toBeUndefined()
})

it('out of service, said of a dead node, lets its pods go that are to end', () => {
  const lab = trial('1.33')
  lab.at(100, podOn('node-1', 'one', { tolerations: bearsFor(0) }))
  lab.at(30_000, off('node-1'))
  lab.to(200_000)
  expect(ends(lab, 'one')).toBe(true)
  lab.at(200_000, (turn) => {
    const node = turn.world().store.tables.nodes['node-1']
    const key = 'node.kubernetes.io/out-of-service'
    const taints = [...(node?.spec.taints ?? []), { key, effect: 'NoExecute' as const }]
    if (node) update(turn, 'nodes', { ...node, spec: { ...node.spec, taints } })
  })
  lab.to(210_000)
  expect(lab.pod('one')).toBeUndefined()
})

it('a pod evicted from a node that was only cut off ends when the cut is mended', () => {
  const lab = trial('1.33')
  lab.at(100, podOn('node-1', 'one', { tolerations: bearsFor(30) }))
  lab.at(30_000, (turn) => befall(turn, { do: 'link', nodes: ['node-1'], up: false }))
  lab.to(300_000)
  expect(ends(lab, 'one')).toBe(true)
  lab.at(300_000, (turn) => befall(turn, { do: 'link', nodes: ['node-1'], up: true }))
  lab.to(320_000)
  expect(lab.pod('one')).toBeUndefined()
  expect(taintsOf(lab, 'node-1')).toEqual([])
})
