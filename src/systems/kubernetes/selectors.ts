import { labelKeyProblems, labelValueProblems } from './label-syntax.ts'
import type { Labels, LabelSelector, SelectorRequirement } from './objects.ts'
import { isWholeNumber, parseRequirements } from './selector-text.ts'

/**
 * Whether labels meet one requirement. A key that is not there meets `NotIn` and `DoesNotExist`;
 * `Gt` and `Lt` compare whole numbers.
 */
export function meets(
  { key, operator, values = [] }: SelectorRequirement,
  labels: Labels,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
    case 'NotIn':
      return value === undefined || !values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    case 'Gt':
    case 'Lt': {
      const [bound = ''] = values
      if (value === undefined || values.length !== 1) return false
      if (!isWholeNumber(value) || !isWholeNumber(bound)) return false
      return operator === 'Gt' ? BigInt(value) > BigInt(bound) : BigInt(value) < BigInt(bound)
    }
  }
}

/** Whether labels meet every requirement; no requirement is met by everything. */
export const meetsAll = (
  requirements: readonly SelectorRequirement[],
  labels: Labels | undefined,
): boolean => requirements.every((requirement) => meets(requirement, labels ?? {}))

/** What is wrong with a selector object, in the API's words; nothing if it can be asked. */
export function selectorProblem(selector: LabelSelector | undefined): string | undefined {
  for (const { key, values = [] } of requirementsOf(selector ?? {})) {
    const [inKey] = labelKeyProblems(key)
    if (inKey !== undefined) return `key: Invalid value: "${key}": ${inKey}`
    for (const [index, value] of values.entries()) {
      const [inValue] = labelValueProblems(value)
      if (inValue !== undefined)
        return `values[${index}][${key}]: Invalid value: "${value}": ${inValue}`
    }
  }
  return undefined
}

/** The requirements of a selector object, those of `matchLabels` first. */
export const requirementsOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): readonly SelectorRequirement[] => [
  ...Object.entries(matchLabels).map(([key, value]) => ({
    key,
    operator: 'In' as const,
    values: [value],
  })),
  ...matchExpressions,
]

/** Whether a selector object selects these labels: none selects nothing, an empty one everything. */
export function selects(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  if (selector === undefined) return false
  const own = labels ?? {}
  const { matchLabels = {}, matchExpressions = [] } = selector
  for (const key of Object.keys(matchLabels))
    if (!Object.hasOwn(own, key) || own[key] !== matchLabels[key]) return false
  return matchExpressions.every((requirement) => meets(requirement, own))
}

/**
 * A selector as `-l` takes it, ready to be asked.
 *
 * @param text such as `app=web,tier in (a,b),!canary`; the empty text selects everything
 * @throws RangeError in the API's words if the text is no selector
 */
export function labelSelectorFrom(text: string): (labels: Labels | undefined) => boolean {
  const requirements = parseRequirements(text)
  return (labels) => meetsAll(requirements, labels)
}

function requirementText({ key, operator, values = [] }: SelectorRequirement): string {
  const sorted = values.toSorted().join(',')
  switch (operator) {
    case 'In':
      return `${key} in (${sorted})`
    case 'NotIn':
      return `${key} notin (${sorted})`
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
    case 'Gt':
      return `${key}>${sorted}`
    case 'Lt':
      return `${key}<${sorted}`
  }
}

/** A selector object as kubectl writes it: `app=web,tier in (a,b)`; `<none>` and `<error>` as it does. */
export function selectorText(selector: LabelSelector | undefined): string {
  if (selector === undefined) return '<none>'
  const { matchLabels = {}, matchExpressions = [] } = selector
  const parts = [
    ...Object.entries(matchLabels).map(([key, value]) => ({ key, text: `${key}=${value}` })),
    ...matchExpressions.map((one) => ({ key: one.key, text: requirementText(one) })),
  ]
  if (parts.length === 0) return '<none>'
  return parts
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text)
    .join(',')
}

/** One term of a field selector: the field's path, and whether it shall be that or shall not. */
export interface FieldTerm {
  readonly field: string
  readonly equal: boolean
  readonly value: string
}

function fieldTerm(part: string): FieldTerm | undefined {
  for (const sign of ['!=', '==', '=']) {
    const [field, value, ...more] = part.split(sign)
    if (field !== undefined && value !== undefined && more.length === 0)
      return { field, equal: sign !== '!=', value }
  }
  return undefined
}

/**
 * The terms of a field selector such as `status.phase=Pending,spec.nodeName!=node-1`.
 *
 * @throws RangeError in the API's words if the text is none
 */
export function parseFieldSelector(text: string): readonly FieldTerm[] {
  return text
    .split(',')
    .toSorted()
    .filter((part) => part !== '')
    .map((part) => {
      const term = fieldTerm(part)
      if (!term) throw new RangeError(`invalid selector: '${text}'; can't understand '${part}'`)
      return term
    })
}

/** The text at a path of plain fields; what is not there is the empty text. */
function fieldOf(object: object, path: string): string {
  let here: unknown = object
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return ''
    here = (here as Readonly<Record<string, unknown>>)[name]
  }
  return typeof here === 'string' || typeof here === 'number' || typeof here === 'boolean'
    ? String(here)
    : ''
}

/** Whether the fields of an object are as the terms say; which fields a kind lets select is not asked here. */
export const meetsFields = (terms: readonly FieldTerm[], object: object): boolean =>
  terms.every(({ field, equal, value }) => (fieldOf(object, field) === value) === equal)
