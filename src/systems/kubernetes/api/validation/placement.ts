import { labelKeyProblems } from '../../label-syntax.ts'
import type {
  Affinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  Toleration,
  TopologySpreadConstraint,
} from '../../objects.ts'
import {
  duplicate,
  type FieldError,
  forbiddenField,
  invalid,
  notSupported,
  Printed,
  required,
} from './field-error.ts'
import { selectorErrors } from './selectors.ts'

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution'

const topologyKeyErrors = (key: string | undefined, field: string): readonly FieldError[] =>
  key === undefined || key === ''
    ? [required(field, 'can not be empty')]
    : labelKeyProblems(key).map((problem) => invalid(field, key, problem))

const weightErrors = (weight: number, field: string): readonly FieldError[] =>
  weight >= 1 && weight <= 100 ? [] : [invalid(field, weight, 'must be in the range 1-100')]

const podTermErrors = (term: PodAffinityTerm, at: string): readonly FieldError[] => [
  ...selectorErrors(term.labelSelector, `${at}.labelSelector`),
  ...topologyKeyErrors(term.topologyKey, `${at}.topologyKey`),
]

const podAffinityErrors = (
  given: PodAffinity | undefined,
  field: string,
): readonly FieldError[] => [
  ...(given?.[REQUIRED] ?? []).flatMap((term, index) =>
    podTermErrors(term, `${field}.${REQUIRED}[${index}]`),
  ),
  ...(given?.[PREFERRED] ?? []).flatMap(({ weight, podAffinityTerm }, index) => {
    const at = `${field}.${PREFERRED}[${index}]`
    return [
      ...weightErrors(weight, `${at}.weight`),
      ...podTermErrors(podAffinityTerm, `${at}.podAffinityTerm`),
    ]
  }),
]

function nodeTermErrors(term: NodeSelectorTerm, field: string): readonly FieldError[] {
  return (term.matchExpressions ?? []).flatMap(({ key, operator, values = [] }, index) => {
    const at = `${field}.matchExpressions[${index}]`
    const keys = labelKeyProblems(key).map((problem) => invalid(`${at}.key`, key, problem))
    switch (operator) {
      case 'In':
      case 'NotIn':
        return values.length > 0
          ? keys
          : [
              required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'"),
              ...keys,
            ]
      case 'Exists':
      case 'DoesNotExist':
        return values.length === 0
          ? keys
          : [
              forbiddenField(
                `${at}.values`,
                "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
              ),
              ...keys,
            ]
      case 'Gt':
      case 'Lt':
        return values.length === 1
          ? keys
          : [
              required(
                `${at}.values`,
                "must be specified single value when `operator` is 'Lt' or 'Gt'",
              ),
              ...keys,
            ]
      default:
        return [invalid(`${at}.operator`, operator, 'not a valid selector operator'), ...keys]
    }
  })
}

/** Where a pod would or must run. */
export function affinityErrors(
  affinity: Affinity | undefined,
  field: string,
): readonly FieldError[] {
  const nodes = affinity?.nodeAffinity
  const must = nodes?.[REQUIRED]
  const at = `${field}.nodeAffinity`
  return [
    ...(must && (must.nodeSelectorTerms ?? []).length === 0
      ? [
          required(
            `${at}.${REQUIRED}.nodeSelectorTerms`,
            'must have at least one node selector term',
          ),
        ]
      : []),
    ...(must?.nodeSelectorTerms ?? []).flatMap((term, index) =>
      nodeTermErrors(term, `${at}.${REQUIRED}.nodeSelectorTerms[${index}]`),
    ),
    ...(nodes?.[PREFERRED] ?? []).flatMap(({ weight, preference }, index) => [
      ...weightErrors(weight, `${at}.${PREFERRED}[${index}].weight`),
      ...nodeTermErrors(preference, `${at}.${PREFERRED}[${index}].preference`),
    ]),
    ...podAffinityErrors(affinity?.podAffinity, `${field}.podAffinity`),
    ...podAffinityErrors(affinity?.podAntiAffinity, `${field}.podAntiAffinity`),
  ]
}

/** The effects of taints, in the order in which the server lists them. */
export const EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

function printedToleration({ key, operator, value, effect }: Toleration): Printed {
  const text = (one: string | undefined): string => JSON.stringify(one ?? '')
  return new Printed(
    `core.Toleration{Key:${text(key)}, Operator:${text(operator)}, Value:${text(value)}, Effect:${text(effect)}, TolerationSeconds:(*int64)(nil)}`,
  )
}

/** Taints that a pod puts up with. */
export const tolerationErrors = (
  tolerations: readonly Toleration[] | undefined,
  field: string,
): readonly FieldError[] =>
  (tolerations ?? []).flatMap((toleration, index) => {
    const at = `${field}[${index}]`
    const { key = '', operator, value = '', effect, tolerationSeconds } = toleration
    const known = operator === undefined || operator === 'Equal' || operator === 'Exists'
    return [
      ...(key === '' ? [] : labelKeyProblems(key).map((one) => invalid(`${at}.key`, key, one))),
      ...(key === '' && operator !== 'Exists'
        ? [
            invalid(
              `${at}.operator`,
              operator ?? '',
              'operator must be Exists when `key` is empty, which means "match all values and all keys"',
            ),
          ]
        : []),
      ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
        ? [
            invalid(
              `${at}.effect`,
              effect ?? '',
              "effect must be 'NoExecute' when `tolerationSeconds` is set",
            ),
          ]
        : []),
      ...(operator === 'Exists' && value !== ''
        ? [
            invalid(
              `${at}.operator`,
              printedToleration(toleration),
              "value must be empty when `operator` is 'Exists'",
            ),
          ]
        : []),
      ...(known ? [] : [notSupported(`${at}.operator`, operator, ['Equal', 'Exists'])]),
      ...(effect === undefined || EFFECTS.includes(effect)
        ? []
        : [notSupported(`${at}.effect`, effect, EFFECTS)]),
    ]
  })

/** How evenly pods are to be spread. */
export const spreadErrors = (
  constraints: readonly TopologySpreadConstraint[] | undefined,
  field: string,
): readonly FieldError[] =>
  (constraints ?? []).flatMap((one, index, all) => {
    const at = `${field}[${index}]`
    const { maxSkew = 0, topologyKey, whenUnsatisfiable: when, minDomains } = one
    const ways = ['DoNotSchedule', 'ScheduleAnyway']
    const again = all
      .slice(0, index)
      .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === when)
    return [
      ...(maxSkew > 0 ? [] : [invalid(`${at}.maxSkew`, maxSkew, 'must be greater than zero')]),
      ...topologyKeyErrors(topologyKey, `${at}.topologyKey`),
      ...(ways.includes(when) ? [] : [notSupported(`${at}.whenUnsatisfiable`, when ?? '', ways)]),
      ...(again
        ? [duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${when}}`)]
        : []),
      ...(minDomains !== undefined && minDomains <= 0
        ? [invalid(`${at}.minDomains`, minDomains, 'must be greater than zero')]
        : []),
      ...(minDomains !== undefined && when !== 'DoNotSchedule'
        ? [
            invalid(
              `${at}.minDomains`,
              minDomains,
              `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${when}`,
            ),
          ]
        : []),
      ...selectorErrors(one.labelSelector, `${at}.labelSelector`),
    ]
  })
