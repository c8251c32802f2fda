import { labelKeyProblems } from '../../label-syntax.ts'
import type { LabelSelector } from '../../objects.ts'
import {
  type FieldError,
  forbiddenField,
  invalid,
  Printed,
  printedMap,
  required,
} from './field-error.ts'
import { labelErrors } from './names.ts'

/** Whether a selector asks for nothing. */
export const isEmptySelector = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector) =>
  Object.keys(matchLabels).length === 0 && matchExpressions.length === 0

/** A selector as Go prints it. */
export function printedSelector({ matchLabels, matchExpressions }: LabelSelector): Printed {
  const rules = (matchExpressions ?? []).map(({ key, operator, values }) => {
    const list =
      values === undefined
        ? '[]string(nil)'
        : `[]string{${values.map((value) => JSON.stringify(value)).join(', ')}}`
    return `v1.LabelSelectorRequirement{Key:${JSON.stringify(key)}, Operator:${JSON.stringify(operator)}, Values:${list}}`
  })
  const expressions =
    matchExpressions === undefined
      ? '[]v1.LabelSelectorRequirement(nil)'
      : `[]v1.LabelSelectorRequirement{${rules.join(', ')}}`
  return new Printed(
    `v1.LabelSelector{MatchLabels:${printedMap(matchLabels)}, MatchExpressions:${expressions}}`,
  )
}

/** A selector of objects, wherever it stands. */
export function selectorErrors(
  selector: LabelSelector | undefined,
  field: string,
): readonly FieldError[] {
  if (!selector) return []
  const rules = (selector.matchExpressions ?? []).flatMap(
    ({ key, operator, values = [] }, index) => {
      const at = `${field}.matchExpressions[${index}]`
      const listed = operator === 'In' || operator === 'NotIn'
      const bare = operator === 'Exists' || operator === 'DoesNotExist'
      return [
        ...(listed && values.length === 0
          ? [required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'")]
          : []),
        ...(bare && values.length > 0
          ? [
              forbiddenField(
                `${at}.values`,
                "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
              ),
            ]
          : []),
        ...(listed || bare
          ? []
          : [invalid(`${at}.operator`, operator, 'not a valid selector operator')]),
        ...labelKeyProblems(key).map((problem) => invalid(`${at}.key`, key, problem)),
      ]
    },
  )
  return [...labelErrors(selector.matchLabels, `${field}.matchLabels`), ...rules]
}
