import type { Kinds, KubeObject, Resource } from '../../objects.ts'
import { tableOf } from '../../tables.ts'
import type { Store } from '../../world.ts'
import { tabbed } from '../columns.ts'
import { describeGeneric } from './generic.ts'
import type { DescribeContext, Lines, Related } from './lines.ts'
import { describeEndpoints, describeService, describeSlice } from './network.ts'
import { describeNode } from './node.ts'
import { describePod } from './pod.ts'
import { describeBudget, describeNamespace, describePriorityClass } from './policy.ts'
import { describeDeployment, describeReplicaSet } from './workloads.ts'

type Describe<T extends KubeObject> = (object: T, context: DescribeContext) => Lines

const FORMS: { readonly [R in Resource]: Describe<Kinds[R]> } = {
  namespaces: describeNamespace,
  nodes: describeNode,
  pods: describePod,
  replicasets: describeReplicaSet,
  deployments: describeDeployment,
  services: describeService,
  endpoints: describeEndpoints,
  endpointslices: describeSlice,
  poddisruptionbudgets: describeBudget,
  leases: describeGeneric,
  events: describeGeneric,
  priorityclasses: describePriorityClass,
}

/** What descriptions may look at of a store. */
export const relatedIn = (store: Store): Related => ({
  list: (resource, namespace) => {
    const table = Object.entries(tableOf(store, resource)).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return table
      .filter(([, object]) => namespace === undefined || object.metadata.namespace === namespace)
      .map(([, object]) => object)
  },
})

/** What `kubectl describe` prints of one object. */
export function describeObject<R extends Resource>(
  resource: R,
  object: Kinds[R],
  context: DescribeContext,
): string {
  const describe: Describe<Kinds[R]> = FORMS[resource]
  return tabbed(describe(object, context).join('\n'))
}

/** The same for several objects, with two empty lines between. */
export const describeObjects = <R extends Resource>(
  resource: R,
  objects: readonly Kinds[R][],
  context: DescribeContext,
): string => objects.map((object) => describeObject(resource, object, context)).join('\n\n')
