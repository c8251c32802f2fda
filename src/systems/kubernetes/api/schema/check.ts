import type { ProfileName } from '../../resources.ts'
import type { FieldType } from './model.ts'
import { fieldOf, type Model, modelOf } from './schema.ts'

type Plain = Readonly<Record<string, unknown>>

/** What is wrong with the fields of an object. */
export interface Problem {
  readonly what: 'unknown' | 'missing' | 'type'
  /** From the top, as the server writes it: `spec.template.spec.containers[0].imagen`. */
  readonly path: string
  /** The object that holds the field, as kubectl writes it: `Deployment.spec.template`. */
  readonly at: string
  /** The full name of the model that holds the field. */
  readonly model: string
  readonly field: string
  /** For a wrong type: what came, and what was wanted. */
  readonly got?: string
  readonly wanted?: string
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The type of a value of JSON as kubectl names it. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (isPlain(value)) return 'map'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

/** Whether a value that is no list and no map will do for a plain type. */
function fits(value: unknown, of: string): boolean {
  switch (of) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'Quantity':
    case 'IntOrString':
      return typeof value === 'string' || typeof value === 'number'
    default:
      return typeof value === 'string'
  }
}

const wantedOf = (of: string): string => (of === 'integer' || of === 'boolean' ? of : 'string')

interface Place {
  readonly path: string
  readonly at: string
}

/** Walks through an object along its models. */
function walk(profile: ProfileName, problems: Problem[]) {
  const value = (given: unknown, of: string, place: Place, owner: Model, name: string): void => {
    if (of === 'any') return
    const model = modelOf(profile, of)
    if (model && isPlain(given)) {
      object(given, model, place)
      return
    }
    if (!model && fits(given, of)) return
    problems.push({
      what: 'type',
      ...place,
      model: model ? model.fullName : owner.fullName,
      field: name,
      got: kindOf(given),
      wanted: model ? 'map' : wantedOf(of),
    })
  }
  const field = (given: unknown, type: FieldType, place: Place, owner: Model, name: string) => {
    const wrong = (wanted: string): void => {
      const got = kindOf(given)
      problems.push({ what: 'type', ...place, model: owner.fullName, field: name, got, wanted })
    }
    if (type.shape === 'one') value(given, type.of, place, owner, name)
    else if (type.shape === 'list') {
      if (!Array.isArray(given)) return wrong('array')
      for (const [index, one] of given.entries()) {
        const end = `[${index}]`
        value(one, type.of, { path: place.path + end, at: place.at + end }, owner, name)
      }
    } else if (!isPlain(given)) wrong('map')
    else
      for (const [key, one] of Object.entries(given))
        if (one !== null)
          value(
            one,
            type.of,
            { path: `${place.path}.${key}`, at: `${place.at}.${key}` },
            owner,
            name,
          )
  }
  const object = (given: Plain, model: Model, { path, at }: Place): void => {
    for (const name of Object.keys(given).toSorted()) {
      const below = path === '' ? name : `${path}.${name}`
      if (given[name] === null || given[name] === undefined) continue
      const known = fieldOf(model, name)
      if (known) field(given[name], known, { path: below, at: `${at}.${name}` }, model, name)
      else problems.push({ what: 'unknown', path: below, at, model: model.fullName, field: name })
    }
    for (const { name, required } of model.fields)
      if (required && (given[name] === null || given[name] === undefined))
        problems.push({
          what: 'missing',
          path: path === '' ? name : `${path}.${name}`,
          at,
          model: model.fullName,
          field: name,
        })
  }
  return object
}

/**
 * Everything about the fields of an object that is not as its kind has them, in the order in which
 * kubectl tells it. A kind that is not known has no problems here.
 *
 * @param object as parsed from YAML or JSON
 */
export function checkFields(
  profile: ProfileName,
  kind: string,
  object: unknown,
): readonly Problem[] {
  const model = modelOf(profile, kind)
  if (!model || !isPlain(object)) return []
  const problems: Problem[] = []
  walk(profile, problems)(object, model, { path: '', at: kind })
  return problems
}
