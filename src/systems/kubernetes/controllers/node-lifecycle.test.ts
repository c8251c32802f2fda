// @vitest-environment node
import { expect, it } from 'vitest'
import { befall } from '../kubelet/faults.ts'
import { podOn, trial } from '../kubelet/trial.ts'
import type { Toleration } from '../objects.ts'

const bearsFor = (seconds: number): readonly Toleration[] => [
  {
    key: 'node.kubernetes.io/unreachable',
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: seconds,
  },
]

const off = (node: string) => (turn: Parameters<typeof befall>[0]) =>
  befall(turn, { do: 'power', node, on: false })
const on = (node: string) => (turn: Parameters<typeof befall>[0]) =>
  befall(turn, { do: 'power', node, on: true })

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
