import type { Controller, ControllerName } from './controller.ts'
import { nodeLifecycle } from './node-lifecycle.ts'
import { taintEviction } from './taint-eviction.ts'

/** The reconcilers of the cluster, by name. */
export const controllers: Readonly<Partial<Record<ControllerName, Controller>>> = {
  'node-lifecycle': nodeLifecycle,
  'taint-eviction': taintEviction,
}
