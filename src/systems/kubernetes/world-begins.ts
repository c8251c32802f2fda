import { noneTold } from './api/record-event.ts'
import { noNodeLifecycle } from './controllers/node-lifecycle.ts'
import { idleShell } from './kubectl/shell.ts'
import { newMachine } from './kubelet/machine.ts'
import { noTraffic } from './proxy/traffic.ts'
import { noScheduler } from './scheduler/queue.ts'
import type { ClusterParameters, World } from './world.ts'

/** The world before anything is written: no node has registered yet. */
export function emptyWorld({ profile, nodes, files, manual = {} }: ClusterParameters): World {
  return {
    profile,
    store: {
      revision: 0,
      tables: {
        namespaces: {},
        nodes: {},
        pods: {},
        replicasets: {},
        deployments: {},
        services: {},
        endpoints: {},
        endpointslices: {},
        poddisruptionbudgets: {},
        leases: {},
        priorityclasses: {},
      },
      events: [],
      log: [],
    },
    pending: {},
    told: noneTold,
    scheduler: noScheduler,
    nodeLifecycle: noNodeLifecycle,
    machines: Object.fromEntries(nodes.map((node, index) => [node.name, newMachine(node, index)])),
    traffic: noTraffic,
    shells: { 1: idleShell, 2: idleShell },
    manual,
    files,
  }
}
