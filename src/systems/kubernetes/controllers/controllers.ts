import type { Controller, ControllerName } from './controller.ts'
import { deployment } from './deployment.ts'
import { nodeLifecycle } from './node-lifecycle.ts'
import { replicaset } from './replicaset.ts'
import { taintEviction } from './taint-eviction.ts'

/** The reconcilers of the cluster, by name. */
export const controllers: Readonly<Partial<Record<ControllerName, Controller>>> = {
  deployment,
  'node-lifecycle': nodeLifecycle,
  replicaset,
  'taint-eviction': taintEviction,
}
