import { scheduler } from '../scheduler/scheduler.ts'
import type { Controller, ControllerName } from './controller.ts'
import { deployment } from './deployment.ts'
import { disruption } from './disruption.ts'
import { endpoints } from './endpoints.ts'
import { endpointslice } from './endpointslice.ts'
import { garbage } from './garbage.ts'
import { namespace } from './namespace.ts'
import { nodeLifecycle } from './node-lifecycle.ts'
import { replicaset } from './replicaset.ts'
import { taintEviction } from './taint-eviction.ts'

/** The reconcilers of the cluster, by name. */
export const controllers: Readonly<Partial<Record<ControllerName, Controller>>> = {
  deployment,
  'node-lifecycle': nodeLifecycle,
  replicaset,
  scheduler,
  endpoints,
  endpointslice,
  disruption,
  garbage,
  namespace,
  'taint-eviction': taintEviction,
}
