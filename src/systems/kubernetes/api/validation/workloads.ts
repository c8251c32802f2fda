import type { Deployment, DeploymentStrategy, LabelSelector, PodTemplate } from '../../objects.ts'
import type { ReplicaSet } from '../../objects.ts'
import { selects } from '../../selectors.ts'
import { same } from '../same.ts'
import {
  type FieldError,
  forbiddenField,
  invalid,
  notSupported,
  Printed,
  printedMap,
  required,
  unlessSame,
} from './field-error.ts'
import { annotationErrors, labelErrors } from './names.ts'
import {
  countOrPercent,
  leadingNumber,
  nonNegative,
  notMoreThanAll,
  printedIntOrString,
} from './numbers.ts'
import { podSpecErrors } from './pods.ts'
import { isEmptySelector, printedSelector, selectorErrors } from './selectors.ts'

interface Template {
  readonly template: PodTemplate
  readonly selector: LabelSelector
}

/** A template, and whether its pods would be its owner's own; one that was stored was checked. */
function templateErrors(
  { template, selector }: Template,
  before?: Template,
): readonly FieldError[] {
  const field = 'spec.template'
  if (before && same(template, before.template) && same(selector, before.selector)) return []
  const { labels, annotations } = template.metadata ?? {}
  const selectable = selector && !isEmptySelector(selector)
  const { restartPolicy } = template.spec
  return [
    ...(selectable && !selects(selector, labels)
      ? [
          invalid(
            `${field}.metadata.labels`,
            new Printed(printedMap(labels)),
            '`selector` does not match template `labels`',
          ),
        ]
      : []),
    ...labelErrors(labels, `${field}.labels`),
    ...annotationErrors(annotations, `${field}.annotations`),
    ...podSpecErrors(template.spec, `${field}.spec`),
    ...(restartPolicy === undefined || restartPolicy === 'Always'
      ? []
      : [notSupported(`${field}.spec.restartPolicy`, restartPolicy, ['Always'])]),
  ]
}

function ownSelectorErrors(
  selector: LabelSelector | undefined,
  before: LabelSelector | undefined,
): readonly FieldError[] {
  const field = 'spec.selector'
  if (!selector) return [required(field)]
  return [
    ...selectorErrors(selector, field),
    ...(isEmptySelector(selector)
      ? // The server says "deployment" of replica sets too.
        [invalid(field, printedSelector(selector), 'empty selector is invalid for deployment')]
      : []),
    ...(before
      ? unlessSame(
          selector,
          before,
          invalid(field, printedSelector(selector), 'field is immutable'),
        )
      : []),
  ]
}

function strategyErrors({ type, rollingUpdate }: DeploymentStrategy): readonly FieldError[] {
  const field = 'spec.strategy'
  const rolling = `${field}.rollingUpdate`
  if (type === 'Recreate')
    return rollingUpdate
      ? [forbiddenField(rolling, "may not be specified when strategy `type` is 'Recreate'")]
      : []
  if (type !== 'RollingUpdate')
    return [notSupported(`${field}.type`, type, ['Recreate', 'RollingUpdate'])]
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {}
  return [
    ...countOrPercent(maxUnavailable, `${rolling}.maxUnavailable`),
    ...countOrPercent(maxSurge, `${rolling}.maxSurge`),
    ...(leadingNumber(maxUnavailable) === 0 && leadingNumber(maxSurge) === 0
      ? [
          invalid(
            `${rolling}.maxUnavailable`,
            printedIntOrString(maxUnavailable),
            'may not be 0 when `maxSurge` is 0',
          ),
        ]
      : []),
    ...notMoreThanAll(maxUnavailable, `${rolling}.maxUnavailable`),
  ]
}

/** A Deployment's spec. */
export function deploymentErrors({ spec }: Deployment, before?: Deployment): readonly FieldError[] {
  const { minReadySeconds = 0, progressDeadlineSeconds: deadline } = spec
  return [
    ...nonNegative(spec.replicas, 'spec.replicas'),
    ...ownSelectorErrors(spec.selector, before?.spec.selector),
    ...templateErrors(spec, before?.spec),
    ...strategyErrors(spec.strategy),
    ...nonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
    ...nonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
    ...nonNegative(deadline, 'spec.progressDeadlineSeconds'),
    ...(deadline !== undefined && deadline <= minReadySeconds
      ? [invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds')]
      : []),
  ]
}

/** A ReplicaSet's spec. */
export const replicaSetErrors = (
  { spec }: ReplicaSet,
  before?: ReplicaSet,
): readonly FieldError[] => [
  ...nonNegative(spec.replicas, 'spec.replicas'),
  ...nonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
  ...ownSelectorErrors(spec.selector, before?.spec.selector),
  ...templateErrors(spec, before?.spec),
]
