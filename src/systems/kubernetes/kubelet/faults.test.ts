// @vitest-environment node
import { expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import type { Turn } from '../turn.ts'
import { befall } from './faults.ts'
import { freshLease, freshNode, lastHeartbeat } from './heartbeat.ts'
import { podOn, trial } from './trial.ts'

const power =
  (node: string, on: boolean) =>
  (turn: Turn): void =>
    befall(turn, { do: 'power', node, on })
const link =
  (node: string, up: boolean) =>
  (turn: Turn): void =>
    befall(turn, { do: 'link', nodes: [node], up })

function lab33() {
  const lab = trial('1.33')
  lab.at(0, podOn('node-1', 'one'))
  lab.to(30_000)
  const local = () => Object.values(lab.world().machines['node-1']?.pods ?? {})[0]
  return { lab, local }
}

it('a node without power runs nothing; what ran starts again when it is back, counted', () => {
  const { lab, local } = lab33()
  lab.at(30_000, power('node-1', false))
  lab.to(60_000)
  expect(local()?.containers[0]?.doing.is).toBe('ended')
  expect(lab.pod('one')?.status.containerStatuses?.[0]?.ready).toBe(true)
  lab.at(60_000, power('node-1', true))
  lab.to(90_000)
  expect(lab.pod('one')?.status.containerStatuses?.[0]).toMatchObject({
    ready: true,
    restartCount: 1,
    lastState: { terminated: { exitCode: 255, reason: 'Unknown' } },
  })
})

it('a node that is cut off runs on, and obeys as soon as it is told again', () => {
  const { lab, local } = lab33()
  lab.at(30_000, link('node-1', false))
  lab.at(40_000, (turn) => remove(turn, 'pods', 'default/one'))
  lab.to(120_000)
  expect(local()?.containers[0]?.doing.is).toBe('running')
  expect(lab.pod('one')?.metadata.deletionTimestamp).toBeDefined()
  lab.at(120_000, link('node-1', true))
  lab.to(135_000)
  expect(lab.pod('one')).toBeUndefined()
  expect(local()).toBeUndefined()
})

it('a cut that is shorter than the grace period leaves no trace in the pods', () => {
  const { lab } = lab33()
  const before = lab.pod('one')?.metadata.resourceVersion
  lab.at(30_000, link('node-1', false))
  lab.at(55_000, link('node-1', true))
  lab.to(300_000)
  expect(lab.pod('one')?.metadata.resourceVersion).toBe(before)
  expect(lab.pod('one')?.status.containerStatuses?.[0]?.restartCount).toBe(0)
})

it('a forced deletion leaves the process on a cut node to run until the cut is mended', () => {
  const { lab, local } = lab33()
  lab.at(30_000, link('node-1', false))
  lab.at(40_000, (turn) => remove(turn, 'pods', 'default/one', { gracePeriodSeconds: 0 }))
  lab.to(200_000)
  expect(lab.pod('one')).toBeUndefined()
  expect(local()?.containers[0]?.doing.is).toBe('running')
  lab.at(200_000, link('node-1', true))
  lab.to(220_000)
  expect(local()).toBeUndefined()
})

it('heartbeats come every ten seconds without events, and cease with the power', () => {
  const lab = trial('1.20')
  lab.to(34_400)
  const machine = () => lab.world().machines['node-1']
  const node = () => lab.world().store.tables.nodes['node-1']
  const lease = lab.world().store.tables.leases['kube-node-lease/node-1']
  if (!lease) throw new Error('no lease')
  // Described in the recorded session 30 to 40 s after registration: renewed after 30 s.
  expect(freshLease(lab.world(), lease, 34_400).spec.renewTime).toBe('2026-11-24T21:07:29Z')
  lab.at(47_000, power('node-1', false))
  lab.to(80_000)
  const now = machine()
  expect(now && lastHeartbeat(now, 80_000)).toBe(40_000)
  const shown = node()
  expect(shown && freshNode(lab.world(), shown, 80_000).status.conditions?.[3]).toMatchObject({
    type: 'Ready',
    lastHeartbeatTime: '2026-11-24T21:07:39Z',
  })
})
