import { labelKeyProblems, labelValueProblems } from '../../label-syntax.ts'
import type { Node, PodDisruptionBudget, PriorityClass, Taint } from '../../objects.ts'
import {
  duplicate,
  type FieldError,
  forbiddenField,
  invalid,
  notSupported,
  Printed,
  required,
} from './field-error.ts'
import { countOrPercent, notMoreThanAll } from './numbers.ts'
import { EFFECTS } from './placement.ts'
import { selectorErrors } from './selectors.ts'

function taintErrors(taint: Taint, at: string, before: readonly Taint[]): readonly FieldError[] {
  const { key, value = '', effect } = taint
  const again = before.some((one) => one.key === key && one.effect === effect)
  const text = (one: string): string => JSON.stringify(one)
  return [
    ...labelKeyProblems(key).map((problem) => invalid(`${at}.key`, key, problem)),
    ...labelValueProblems(value).map((problem) => invalid(`${at}.value`, value, problem)),
    ...(effect === undefined ? [required(`${at}.effect`)] : []),
    ...(effect === undefined || EFFECTS.includes(effect)
      ? []
      : [notSupported(`${at}.effect`, effect, EFFECTS)]),
    ...(again
      ? [
          duplicate(
            at,
            new Printed(
              `core.Taint{Key:${text(key)}, Value:${text(value)}, Effect:${text(effect)}, TimeAdded:<nil>}: taints must be unique by key and effect pair`,
            ),
          ),
        ]
      : []),
  ]
}

/** A node's spec. The server looks for taints in the metadata, or so it says. */
export const nodeErrors = ({ spec }: Node): readonly FieldError[] =>
  (spec?.taints ?? []).flatMap((taint, index, all) =>
    taintErrors(taint, `metadata.taints[${index}]`, all.slice(0, index)),
  )

/** Go prints where values are, not what they are; the places themselves mean nothing. */
const BOTH = new Printed(
  'policy.PodDisruptionBudgetSpec{MinAvailable:(*intstr.IntOrString)(0xc00a1b2c40), Selector:(*v1.LabelSelector)(0xc00a1b2c60), MaxUnavailable:(*intstr.IntOrString)(0xc00a1b2c80)}',
)

/** A budget's spec. */
export function budgetErrors({ spec }: PodDisruptionBudget): readonly FieldError[] {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy: policy } = spec
  const policies = ['IfHealthyBudget', 'AlwaysAllow']
  return [
    ...(minAvailable !== undefined && maxUnavailable !== undefined
      ? [invalid('spec', BOTH, 'minAvailable and maxUnavailable cannot be both set')]
      : []),
    ...countOrPercent(minAvailable, 'spec.minAvailable'),
    ...notMoreThanAll(minAvailable, 'spec.minAvailable'),
    ...countOrPercent(maxUnavailable, 'spec.maxUnavailable'),
    ...notMoreThanAll(maxUnavailable, 'spec.maxUnavailable'),
    ...(policy === undefined || policies.includes(policy)
      ? []
      : [notSupported('spec.unhealthyPodEvictionPolicy', policy, policies)]),
    ...selectorErrors(selector, 'spec.selector'),
  ]
}

/** The highest priority that people may give; the cluster's own are above. */
const HIGHEST = 1_000_000_000

/** A priority class. */
export function priorityClassErrors(
  { metadata, value, preemptionPolicy: policy }: PriorityClass,
  before?: PriorityClass,
): readonly FieldError[] {
  const system = metadata.name.startsWith('system-')
  const policies = ['Never', 'PreemptLowerPriority']
  return [
    ...(!system && value > HIGHEST
      ? [forbiddenField('value', `maximum allowed value of a user defined priority is ${HIGHEST}`)]
      : []),
    ...(before && before.value !== value
      ? [forbiddenField('value', 'may not be changed in an update.')]
      : []),
    ...(policy === undefined || policies.includes(policy)
      ? []
      : [notSupported('preemptionPolicy', policy, policies)]),
  ]
}
