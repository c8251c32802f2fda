import { fieldOf, modelOf } from '../api/schema/schema.ts'
import type { Field, Model } from '../api/schema/schema.ts'
import type { ProfileName, ResourceInfo } from '../resources.ts'
import type { Manual } from './manual/manual.ts'

/** What was printed, and the error that ended it, if one did. */
export interface Explained {
  readonly text: string
  readonly error?: string
}

/** The longest line of a description, its indent of four aside. */
const WIDTH = 76

/** A text broken at spaces and indented. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line) => indent + line)
}

function typeText({ shape, of }: Field): string {
  const bare = of === 'any' ? 'Object' : of === 'Time' ? 'string' : of
  if (shape === 'list') return `[]${bare}`
  return shape === 'map' ? `map[string]${bare}` : bare
}

const fieldLine = (field: Field): string =>
  `${field.name}\t<${typeText(field)}>${field.required ? ' -required-' : ''}`

/** Every field of a model, each with its own two spaces deeper, without descriptions. */
function deepLines(profile: ProfileName, model: Model, indent: string): readonly string[] {
  return model.fields.flatMap((field) => {
    const below = modelOf(profile, field.of)
    return [
      indent + fieldLine(field),
      ...(below === undefined ? [] : deepLines(profile, below, `${indent}  `)),
    ]
  })
}

/** What kubectl says of what nobody has described. */
const UNDESCRIBED = '<no description>'

const flatLines = (manual: Manual, { name, fields }: Model): readonly string[] =>
  fields.flatMap((field) => [
    `  ${fieldLine(field)}`,
    ...wrapped(manual[name]?.fields[field.name] ?? UNDESCRIBED, '    '),
    '',
  ])

function headLines({ group, kind, versions }: ResourceInfo): readonly string[] {
  return [
    ...(group === '' ? [] : [`GROUP:      ${group}`]),
    `KIND:       ${kind}`,
    `VERSION:    ${versions[0] ?? 'v1'}`,
    '',
  ]
}

/** A field, and the model that it is a part of. */
interface Found {
  readonly field: Field
  readonly within: Model
}

/** The field at the end of a path. */
function found(
  profile: ProfileName,
  model: Model | undefined,
  [name = '', ...rest]: readonly string[],
): Found | undefined {
  const field = model && fieldOf(model, name)
  if (model === undefined || field === undefined) return undefined
  if (rest.length === 0) return { field, within: model }
  return found(profile, modelOf(profile, field.of), rest)
}

/**
 * `kubectl explain RESOURCE.PATH`: what the fields of a kind are for.
 *
 * @param manual what is told of kinds and fields; may be empty
 * @param path names below the resource: `['spec', 'containers']`; empty for the kind itself
 * @param recursive names every field below and describes none
 * @source k8s-kubectl
 */
export function explainText(
  profile: ProfileName,
  resource: ResourceInfo,
  manual: Manual,
  path: readonly string[],
  recursive = false,
): Explained {
  const kind = modelOf(profile, resource.kind)
  const head = headLines(resource)
  const at = path.length === 0 ? undefined : found(profile, kind, path)
  const field = at?.field
  if (kind === undefined || (path.length > 0 && field === undefined))
    return {
      text: `${head.join('\n')}\n`,
      error: `field "${path.at(-1) ?? resource.name}" does not exist`,
    }
  const model = field === undefined ? kind : modelOf(profile, field.of)
  const fields =
    model === undefined
      ? []
      : ['FIELDS:', ...(recursive ? deepLines(profile, model, '  ') : flatLines(manual, model))]
  const lines = [
    ...head,
    ...(field === undefined ? [] : [`FIELD: ${field.name} <${typeText(field)}>`, '', '']),
    'DESCRIPTION:',
    ...(at === undefined
      ? []
      : wrapped(manual[at.within.name]?.fields[at.field.name] ?? UNDESCRIBED, '    ')),
    ...(model === undefined ? [] : wrapped(manual[model.name]?.about ?? UNDESCRIBED, '    ')),
    '    ',
    ...fields,
    '',
  ]
  return { text: `${lines.join('\n')}\n` }
}
