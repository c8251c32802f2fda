import type { ClusterAction, ClusterParameters } from '../../systems/kubernetes/world.ts'
import { SETTLED_MS } from '../clusters.ts'
import { fewestReady, keyOf, type Place, type } from './evidence.ts'
import type { Goal, Step } from './mission.ts'

/** The shop that most missions are about; it and its requests are a composite, no one's story. */
export const CHECKOUT: Place = { namespace: 'default', app: 'checkout' }
export const KEY = keyOf(CHECKOUT)

/** When the reader comes: what was applied before has long been running. */
export const START_MS = SETTLED_MS + 120_000

/** Nodes of two CPUs, one for each letter, in the zone of that letter. */
export const nodesIn = (zones: string): ClusterParameters['nodes'] =>
  [...zones].map((zone, index) => ({
    name: `node-${index + 1}`,
    zone: `zone-${zone}`,
    cpu: '2',
    memory: '4Gi',
  }))

/** A cluster of today with files in the reader's directory. */
export const clusterOf = (zones: string, files: ClusterParameters['files']): ClusterParameters => ({
  profile: '1.33',
  nodes: nodesIn(zones),
  files,
})

/** What was typed before the reader came, ten seconds apart, and the requests since then. */
export function before(
  commands: readonly string[],
  perSecond: number,
): readonly { readonly atMs: number; readonly action: ClusterAction }[] {
  return [
    ...commands.map((command, index) => ({
      atMs: SETTLED_MS + index * 10_000,
      action: type(command),
    })),
    ...(perSecond > 0
      ? [
          {
            atMs: SETTLED_MS + 90_000,
            action: { do: 'load', ...load(perSecond) } as const,
          },
        ]
      : []),
  ]
}

const load = (perSecond: number) => ({
  namespace: CHECKOUT.namespace,
  service: CHECKOUT.app,
  perSecond,
})

/** Commands at the first terminal, each so many seconds after the start. */
export const steps = (
  ...typed: readonly (readonly [atS: number, what: string | ClusterAction])[]
): readonly Step[] =>
  typed.map(([atS, what]) => ({
    afterMs: atS * 1000,
    action: typeof what === 'string' ? type(what) : what,
  }))

/** Since the reader came there have always been so many ready endpoints. */
export const neverFewer = (ready: number, say: () => string): Goal => ({
  id: 'kept',
  say,
  met: (evidence) => fewestReady(evidence, KEY, START_MS) >= ready,
  stays: false,
  canBeLost: true,
})

/** Something that is reached once. */
export const reached = (id: string, say: () => string, met: Goal['met']): Goal => ({
  id,
  say,
  met,
  stays: true,
})

/** Something that has to be so at the end. */
export const holds = (id: string, say: () => string, met: Goal['met']): Goal => ({
  id,
  say,
  met,
  stays: false,
})
