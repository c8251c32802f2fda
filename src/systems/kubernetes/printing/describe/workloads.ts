import type { Condition, Deployment, PodTemplate, ReplicaSet } from '../../objects.ts'
import { jsonLine } from '../json.ts'
import { selectorText } from '../../selectors.ts'
import { byText } from '../table.ts'
import { eventLines } from './events.ts'
import { annotationLines, controllerLines, labelLines, timeText } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'
import { templateLines } from './pod.ts'

const conditionLines = (conditions: readonly Condition[] = []): Lines =>
  conditions.length === 0
    ? []
    : [
        'Conditions:',
        '  Type\tStatus\tReason',
        '  ----\t------\t------',
        ...conditions.map(({ type, status, reason = '' }) => `  ${type} \t${status}\t${reason}`),
      ]

/** A template without the label that tells replica sets apart. */
function bare({ metadata, spec }: PodTemplate): string {
  const labels = Object.entries(metadata?.labels ?? {}).filter(
    ([key]) => key !== 'pod-template-hash',
  )
  return jsonLine({
    labels: Object.fromEntries(labels),
    annotations: metadata?.annotations ?? {},
    spec,
  })
}

const setsText = (sets: readonly ReplicaSet[]): string =>
  sets
    .map(
      ({ metadata, spec, status }) =>
        `${metadata.name} (${status.replicas}/${spec.replicas} replicas created)`,
    )
    .join(', ') || '<none>'

function replicaSetLines(deployment: Deployment, { related }: DescribeContext): Lines {
  const { uid, namespace } = deployment.metadata
  const sets = related
    .list('replicasets', namespace)
    .filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.uid === uid))
    .toSorted((a, b) => byText(a.metadata.creationTimestamp, b.metadata.creationTimestamp))
  if (sets.length === 0) return []
  const wanted = bare(deployment.spec.template)
  const current = sets.find(({ spec }) => bare(spec.template) === wanted)
  return [
    `OldReplicaSets:\t${setsText(sets.filter((set) => set !== current))}`,
    `NewReplicaSet:\t${setsText(current ? [current] : [])}`,
  ]
}

/** The description of a Deployment. */
export function describeDeployment(deployment: Deployment, context: DescribeContext): Lines {
  const { metadata, spec, status } = deployment
  const { rollingUpdate } = spec.strategy
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    `CreationTimestamp:\t${timeText(metadata.creationTimestamp)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Selector:\t${selectorText(spec.selector)}`,
    `Replicas:\t${spec.replicas} desired | ${status.updatedReplicas ?? 0} updated | ` +
      `${status.replicas ?? 0} total | ${status.availableReplicas ?? 0} available | ` +
      `${status.unavailableReplicas ?? 0} unavailable`,
    `StrategyType:\t${spec.strategy.type}`,
    `MinReadySeconds:\t${spec.minReadySeconds ?? 0}`,
    ...(rollingUpdate
      ? [
          `RollingUpdateStrategy:\t${rollingUpdate.maxUnavailable ?? 0} max unavailable, ` +
            `${rollingUpdate.maxSurge ?? 0} max surge`,
        ]
      : []),
    ...templateLines(spec.template, context),
    ...conditionLines(status.conditions),
    ...replicaSetLines(deployment, context),
    ...eventLines(deployment, context),
  ]
}

/** The description of a replica set. */
export function describeReplicaSet(set: ReplicaSet, context: DescribeContext): Lines {
  const { metadata, spec, status } = set
  const phases = context.related
    .list('pods', metadata.namespace)
    .filter((pod) =>
      pod.metadata.ownerReferences?.some(
        ({ uid, controller }) => uid === metadata.uid && controller === true,
      ),
    )
    .map((pod) => pod.status.phase)
  const count = (wanted: string): number => phases.filter((phase) => phase === wanted).length
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    `Selector:\t${selectorText(spec.selector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    ...controllerLines(set),
    `Replicas:\t${status.replicas} current / ${spec.replicas} desired`,
    `Pods Status:\t${count('Running')} Running / ${count('Pending')} Waiting / ` +
      `${count('Succeeded')} Succeeded / ${count('Failed')} Failed`,
    ...templateLines(spec.template, context),
    ...conditionLines(status.conditions),
    ...eventLines(set, context),
  ]
}
