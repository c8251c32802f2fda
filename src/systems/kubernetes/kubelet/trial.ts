import { type Machine as Engine, machine } from '../../../simulation/machine.ts'
import type { Rules } from '../../../simulation/rules.ts'
import { create, type Draft } from '../api/write.ts'
import type { Pod, PodSpec } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { cluster, tell } from '../rules.ts'
import { tableOf } from '../tables.ts'
import { type Turn, turnOf } from '../turn.ts'
import type { ClusterEvent, ClusterNote, ClusterParameters, World } from '../world.ts'

/** What a test does to a cluster: anything that a turn can do. */
type Deed = (turn: Turn) => void

const rules: Rules<ClusterParameters, World, ClusterEvent, Deed, ClusterNote> = {
  ...cluster,
  act(world, deed, moment) {
    const { turn, end } = turnOf(world, moment)
    deed(turn)
    tell(turn)
    return end()
  },
}

/** A cluster for tests of what happens on nodes, without scheduler and kubectl in between. */
export function trial(
  profile: ProfileName,
  zones: readonly string[] = ['zone-a', 'zone-b', 'zone-c'],
  seed = 1,
) {
  const nodes = zones.map((zone, index) => ({
    name: `node-${index + 1}`,
    zone,
    cpu: '2',
    memory: '2Gi',
  }))
  const engine: Engine<World, ClusterEvent, Deed, ClusterNote> = machine(
    rules,
    { parameters: { profile, nodes, files: {} } },
    seed,
  )
  const notes: { readonly atMs: number; readonly note: ClusterNote }[] = []
  const to = (untilMs: number): void => {
    while (engine.nextAtMs() <= untilMs) notes.push(...engine.advance())
  }
  return {
    notes,
    to,
    /** Lets everything happen up to a time, then does something. */
    at(atMs: number, deed: Deed): void {
      to(atMs)
      notes.push(...engine.act(deed, atMs))
    },
    world: engine.world,
    count: engine.count,
    pod: (name: string): Pod | undefined => engine.world().store.tables.pods[`default/${name}`],
    events: (name: string): readonly string[] =>
      Object.values(tableOf(engine.world().store, 'events'))
        .filter(({ involvedObject }) => involvedObject.name === name)
        .map(({ reason, message }) => `${reason}: ${message}`),
    /** Revisions of a pod, in words: its phase, what its first container does, its readiness. */
    rows: (name: string): readonly string[] =>
      engine
        .world()
        .store.log.filter(({ resource, key }) => resource === 'pods' && key === `default/${name}`)
        .map(({ object, type }) => `${type} ${rowOf(object as Pod)}`),
  }
}

function rowOf({ metadata, status }: Pod): string {
  const [first] = status.containerStatuses ?? []
  const state = first?.state.waiting?.reason ?? first?.state.terminated?.reason ?? status.phase
  const ready = first?.ready === true ? '1/1' : '0/1'
  const shown = metadata.deletionTimestamp === undefined ? state : `${state}, ends`
  return `${ready} ${shown} ${first?.restartCount ?? 0}`
}

/** A deed that stores a pod which a scheduler would have put on a node already. */
export const podOn =
  (node: string, name: string, spec: Partial<PodSpec> = {}): Deed =>
  (turn) => {
    const draft: Draft<'pods'> = {
      metadata: { name, namespace: 'default', labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], nodeName: node, ...spec },
    }
    create(turn, 'pods', draft)
  }

/** A deed that tells the proxies which addresses of a Service `web` are ready, on port 80. */
export const ready =
  (port: number, ...addresses: readonly string[]): Deed =>
  (turn) => {
    const key = 'default/web-slice'
    turn.write('endpointslices', key, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'web-slice',
        namespace: 'default',
        uid: 'web-slice',
        resourceVersion: String(turn.nextRevision()),
        creationTimestamp: '2026-11-24T21:06:59Z',
        labels: { 'kubernetes.io/service-name': 'web' },
      },
      addressType: 'IPv4',
      endpoints: addresses.map((address) => ({
        addresses: [address],
        conditions: { ready: true },
      })),
      ports: [{ port }],
    })
  }
