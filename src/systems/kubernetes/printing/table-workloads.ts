import type { Deployment, PodDisruptionBudget, PodSpec, ReplicaSet } from '../objects.ts'
import { selectorText } from '../selectors.ts'
import { ageOf, columnsOf } from './table.ts'
import type { TableForm } from './table.ts'

const namesAndImages = ({ containers }: PodSpec): readonly [string, string] => [
  containers.map(({ name }) => name).join(','),
  containers.map(({ image }) => image).join(','),
]

/** The table of replica sets. */
export const REPLICA_SETS: TableForm<ReplicaSet> = {
  columns: columnsOf(
    'Name',
    'Desired#',
    'Current#',
    'Ready#',
    'Age',
    'Containers*',
    'Images*',
    'Selector*',
  ),
  cells: (set, context) => [
    set.metadata.name,
    set.spec.replicas,
    set.status.replicas,
    set.status.readyReplicas ?? 0,
    ageOf(set, context),
    ...namesAndImages(set.spec.template.spec),
    selectorText(set.spec.selector),
  ],
}

/** The table of deployments. */
export const DEPLOYMENTS: TableForm<Deployment> = {
  columns: columnsOf(
    'Name',
    'Ready',
    'Up-to-date#',
    'Available#',
    'Age',
    'Containers*',
    'Images*',
    'Selector*',
  ),
  cells: (deployment, context) => [
    deployment.metadata.name,
    `${deployment.status.readyReplicas ?? 0}/${deployment.spec.replicas}`,
    deployment.status.updatedReplicas ?? 0,
    deployment.status.availableReplicas ?? 0,
    ageOf(deployment, context),
    ...namesAndImages(deployment.spec.template.spec),
    selectorText(deployment.spec.selector),
  ],
}

/** The table of disruption budgets. */
export const BUDGETS: TableForm<PodDisruptionBudget> = {
  columns: columnsOf('Name', 'Min Available', 'Max Unavailable', 'Allowed Disruptions#', 'Age'),
  cells: (budget, context) => [
    budget.metadata.name,
    String(budget.spec.minAvailable ?? 'N/A'),
    String(budget.spec.maxUnavailable ?? 'N/A'),
    budget.status.disruptionsAllowed,
    ageOf(budget, context),
  ],
}
