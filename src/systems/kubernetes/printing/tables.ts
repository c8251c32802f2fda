import type { Kinds, Resource } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { EVENTS } from './table-events.ts'
import { ENDPOINTS, SERVICES, SLICES } from './table-network.ts'
import { LEASES, NAMESPACES, NODES, priorityClassesForm } from './table-nodes.ts'
import { PODS } from './table-pods.ts'
import { BUDGETS, DEPLOYMENTS, REPLICA_SETS } from './table-workloads.ts'
import type { ObjectTable, PrintContext, TableForm } from './table.ts'

type Forms = { readonly [R in Resource]: TableForm<Kinds[R]> }

const formsOf = (profile: ProfileName): Forms => ({
  namespaces: NAMESPACES,
  nodes: NODES,
  pods: PODS,
  replicasets: REPLICA_SETS,
  deployments: DEPLOYMENTS,
  services: SERVICES,
  endpoints: ENDPOINTS,
  endpointslices: SLICES,
  poddisruptionbudgets: BUDGETS,
  leases: LEASES,
  events: EVENTS,
  priorityclasses: priorityClassesForm(profile),
})

const FORMS: Readonly<Record<ProfileName, Forms>> = {
  '1.20': formsOf('1.20'),
  '1.33': formsOf('1.33'),
}

/**
 * The table that the API server makes of objects of one resource, wide columns included, in the
 * order given.
 */
export function tableOf<R extends Resource>(
  resource: R,
  objects: readonly Kinds[R][],
  context: PrintContext,
): ObjectTable {
  const { columns, cells }: TableForm<Kinds[R]> = FORMS[context.profile][resource]
  return { columns, rows: objects.map((object) => ({ cells: cells(object, context), object })) }
}
