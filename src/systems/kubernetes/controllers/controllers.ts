import type { Controller, ControllerName } from './controller.ts'
import { deployment } from './deployment.ts'
import { replicaset } from './replicaset.ts'

/** The reconcilers of the cluster, by name. */
export const controllers: Readonly<Partial<Record<ControllerName, Controller>>> = {
  deployment,
  replicaset,
}
