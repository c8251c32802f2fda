import type { Namespace, PodDisruptionBudget, PriorityClass } from '../../objects.ts'
import { selectorText } from '../../selectors.ts'
import { labelsText } from '../table.ts'
import { eventLines } from './events.ts'
import { annotationLines, labelLines } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'

/** The description of a disruption budget. */
export function describeBudget(budget: PodDisruptionBudget, context: DescribeContext): Lines {
  const { metadata, spec, status } = budget
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    spec.minAvailable === undefined
      ? `Max unavailable:\t${spec.maxUnavailable ?? 0}`
      : `Min available:\t${spec.minAvailable}`,
    `Selector:\t${spec.selector ? selectorText(spec.selector) : '<unset>'}`,
    'Status:',
    `    Allowed disruptions:\t${status.disruptionsAllowed}`,
    `    Current:\t${status.currentHealthy}`,
    `    Desired:\t${status.desiredHealthy}`,
    `    Total:\t${status.expectedPods}`,
    ...eventLines(budget, context),
  ]
}

/** The description of a priority class. */
export function describePriorityClass(one: PriorityClass, context: DescribeContext): Lines {
  return [
    `Name:\t${one.metadata.name}`,
    `Value:\t${one.value}`,
    `GlobalDefault:\t${one.globalDefault ?? false}`,
    `PreemptionPolicy:\t${one.preemptionPolicy ?? '<none>'}`,
    `Description:\t${one.description ?? ''}`,
    `Annotations:\t${labelsText(one.metadata.annotations)}`,
    ...eventLines(one, context),
  ]
}

/** The description of a namespace. */
export function describeNamespace({ metadata, status }: Namespace): Lines {
  return [
    `Name:\t${metadata.name}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Status:\t${status.phase}`,
    '',
    'No resource quota.',
    '',
    'No LimitRange resource.',
  ]
}
