import type { Pod, PodTemplate } from '../../objects.ts'
import { since } from '../table.ts'
import type { PrintContext } from '../table.ts'
import { containersLines } from './containers.ts'
import { eventLines } from './events.ts'
import { annotationLines, controllerLines, labelLines, timeText } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'
import { spreadLines, tolerationLines, volumesLines } from './placement.ts'

function identityLines({ metadata, spec, status }: Pod): Lines {
  const node = spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>'
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...(spec.priority === undefined ? [] : [`Priority:\t${spec.priority}`]),
    ...(spec.priorityClassName ? [`Priority Class Name:\t${spec.priorityClassName}`] : []),
    ...(spec.serviceAccountName ? [`Service Account:\t${spec.serviceAccountName}`] : []),
    `Node:\t${node}`,
    ...(status.startTime ? [`Start Time:\t${timeText(status.startTime)}`] : []),
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
  ]
}

function phaseLines({ metadata, status }: Pod, context: PrintContext): Lines {
  const finished = status.phase === 'Succeeded' || status.phase === 'Failed'
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = metadata
  return [
    ...(deletionTimestamp !== undefined && !finished
      ? [
          `Status:\tTerminating (lasts ${since(deletionTimestamp, context)})`,
          `Termination Grace Period:\t${deletionGracePeriodSeconds}s`,
        ]
      : [`Status:\t${status.phase}`]),
    ...(status.reason ? [`Reason:\t${status.reason}`] : []),
    ...(status.message ? [`Message:\t${status.message}`] : []),
    `IP:\t${status.podIP ?? ''}`,
    ...(status.podIPs?.length
      ? ['IPs:', ...status.podIPs.map(({ ip }) => `  IP:\t${ip}`)]
      : ['IPs:\t<none>']),
  ]
}

/** The description of a pod. */
export function describePod(pod: Pod, context: DescribeContext): Lines {
  const { spec, status } = pod
  const conditions = status.conditions ?? []
  return [
    ...identityLines(pod),
    ...phaseLines(pod, context),
    ...controllerLines(pod),
    ...(status.nominatedNodeName ? [`NominatedNodeName:\t${status.nominatedNodeName}`] : []),
    ...containersLines(spec.containers, status.containerStatuses ?? [], false),
    ...(conditions.length === 0 ? [] : ['Conditions:', '  Type\tStatus']),
    ...conditions.map((condition) => `  ${condition.type} \t${condition.status} `),
    ...volumesLines(spec, context.profile),
    ...(status.qosClass ? [`QoS Class:\t${status.qosClass}`] : []),
    ...labelLines('Node-Selectors', spec.nodeSelector),
    ...tolerationLines(spec),
    ...spreadLines(spec),
    ...eventLines(pod, context),
  ]
}

/** The template of pods within the description of what makes them. */
export function templateLines({ metadata, spec }: PodTemplate, { profile }: PrintContext): Lines {
  const annotations = metadata?.annotations ?? {}
  return [
    'Pod Template:',
    ...labelLines('Labels', metadata?.labels, '  '),
    ...(Object.keys(annotations).length === 0 ? [] : annotationLines(annotations, '  ')),
    ...(spec.serviceAccountName ? [`  Service Account:\t${spec.serviceAccountName}`] : []),
    ...containersLines(spec.containers, undefined, true),
    ...volumesLines(spec, profile, '  '),
    ...spreadLines(spec, '  '),
    ...(spec.priorityClassName ? [`  Priority Class Name:\t${spec.priorityClassName}`] : []),
    ...labelLines('Node-Selectors', spec.nodeSelector, '  '),
    ...tolerationLines(spec, '  '),
  ]
}
