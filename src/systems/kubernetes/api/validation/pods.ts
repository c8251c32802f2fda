import type { Pod, PodSpec, Toleration } from '../../objects.ts'
import type { ProfileName } from '../../resources.ts'
import { same } from '../same.ts'
import { containersErrors } from './containers.ts'
import { type FieldError, forbiddenField, notSupported } from './field-error.ts'
import { labelErrors } from './names.ts'
import { nonNegative } from './numbers.ts'
import { affinityErrors, spreadErrors, tolerationErrors } from './placement.ts'

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never']
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']

const oneOf = (value: string | undefined, field: string, supported: readonly string[]) =>
  value === undefined || supported.includes(value) ? [] : [notSupported(field, value, supported)]

/** What a pod runs and where it may, of a pod or of a template. */
export const podSpecErrors = (spec: PodSpec, field: string): readonly FieldError[] => [
  ...containersErrors(spec.containers, `${field}.containers`),
  ...oneOf(spec.restartPolicy, `${field}.restartPolicy`, RESTART_POLICIES),
  ...oneOf(spec.dnsPolicy, `${field}.dnsPolicy`, DNS_POLICIES),
  ...nonNegative(spec.terminationGracePeriodSeconds, `${field}.terminationGracePeriodSeconds`),
  ...labelErrors(spec.nodeSelector, `${field}.nodeSelector`),
  ...affinityErrors(spec.affinity, `${field}.affinity`),
  ...tolerationErrors(spec.tolerations, `${field}.tolerations`),
  ...spreadErrors(spec.topologySpreadConstraints, `${field}.topologySpreadConstraints`),
]

const ONLY: Readonly<Record<ProfileName, string>> = {
  '1.20':
    'pod updates may not change fields other than `spec.containers[*].image`, `spec.initContainers[*].image`, `spec.activeDeadlineSeconds` or `spec.tolerations` (only additions to existing tolerations)',
  '1.33':
    'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
}

/** A pod's spec without what may change. */
function fixed({ spec }: Pod, before: Pod): unknown {
  const containers = spec.containers.map((container) => ({ ...container, image: '' }))
  // The scheduler gives a pod its node once.
  const nodeName = before.spec.nodeName === undefined ? undefined : spec.nodeName
  return { ...spec, containers, tolerations: [], nodeName }
}

/** What a change of a pod may not change. */
export function podUpdateErrors(
  pod: Pod,
  before: Pod,
  profile: ProfileName,
): readonly FieldError[] {
  if (pod.spec === before.spec) return []
  if (pod.spec.containers.length !== before.spec.containers.length)
    return [forbiddenField('spec.containers', 'pod updates may not add or remove containers')]
  const bare = (one: Toleration): Toleration => ({ ...one, tolerationSeconds: 0 })
  const kept = (before.spec.tolerations ?? []).every((old) =>
    (pod.spec.tolerations ?? []).some((one) => same(bare(one), bare(old))),
  )
  return [
    ...(kept
      ? []
      : [
          forbiddenField(
            'spec.tolerations',
            'existing toleration can not be modified except its tolerationSeconds',
          ),
        ]),
    ...(same(fixed(pod, before), fixed(before, before))
      ? []
      : [forbiddenField('spec', ONLY[profile])]),
  ]
}
