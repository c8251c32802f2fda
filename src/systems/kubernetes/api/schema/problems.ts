import type { Problem } from './check.ts'

function clientText({ what, at, model, field, got, wanted }: Problem): string {
  switch (what) {
    case 'unknown':
      return `ValidationError(${at}): unknown field "${field}" in ${model}`
    case 'missing':
      return `ValidationError(${at}): missing required field "${field}" in ${model}`
    case 'type':
      return `ValidationError(${at}): invalid type for ${model}${wanted === 'map' ? '' : `.${field}`}: got "${got ?? ''}", expected "${wanted ?? ''}"`
  }
}

/**
 * What kubectl itself says before it asks a server that does not check fields, as with 1.20; none
 * is undefined. A text or a number will do for kubectl where a text is wanted.
 *
 * @returns without what kubectl puts around it: `error validating "FILE": error validating data: `
 */
export function clientProblems(problems: readonly Problem[]): string | undefined {
  const told = problems.filter(
    ({ what, got, wanted }) =>
      what !== 'type' || wanted !== 'string' || got === 'map' || got === 'array',
  )
  if (told.length === 0) return undefined
  const texts = told.map(clientText)
  return texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`
}

/** The type as Go names it in its complaints about JSON. */
const GO_NAMES: Readonly<Record<string, string>> = {
  array: 'array',
  map: 'object',
  integer: 'number',
  number: 'number',
  boolean: 'bool',
  string: 'string',
}

/** The part of a model's full name after the last dot. */
const shortName = (model: string): string => model.split('.').at(-1) ?? model

/** Whole numbers that are kept in 64 bits. */
const WIDE: readonly string[] = [
  'activeDeadlineSeconds',
  'generation',
  'observedGeneration',
  'seconds',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
]

function goType({ wanted, model, field }: Problem): string {
  switch (wanted) {
    case 'integer':
      return WIDE.includes(field) ? 'int64' : 'int32'
    case 'boolean':
      return 'bool'
    case 'map':
      return `${model.includes('.meta.') ? 'v1' : (model.split('.').at(-2) ?? 'v1')}.${shortName(model)}`
    case 'array':
      return `[]${shortName(model)}`
    default:
      return 'string'
  }
}

/**
 * What a server says of a body that it cannot read as the kind, or that has fields which the kind
 * has not; nothing wrong is undefined.
 *
 * @param version without the group: `v1`
 */
export function serverProblems(
  problems: readonly Problem[],
  kind: string,
  version: string,
): string | undefined {
  const intro = `${kind} in version "${version}" cannot be handled as a ${kind}: `
  const wrong = problems.find(({ what }) => what === 'type')
  if (wrong) {
    const path = wrong.path.replaceAll(/\[\d+\]/g, '')
    const { got = '', model } = wrong
    return `${intro}json: cannot unmarshal ${GO_NAMES[got] ?? got} into Go struct field ${shortName(model)}.${path} of type ${goType(wrong)}`
  }
  const unknown = problems.filter(({ what }) => what === 'unknown')
  if (unknown.length === 0) return undefined
  return `${intro}strict decoding error: ${unknown.map(({ path }) => `unknown field "${path}"`).join(', ')}`
}
