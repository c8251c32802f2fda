import { same } from '../../api/same.ts'
import { type Field, type Model, fieldOf, modelOf } from '../../api/schema/schema.ts'
import type { ProfileName } from '../../resources.ts'
import { type Json, isJson } from '../manifests.ts'

const entriesOf = (list: unknown): readonly Json[] =>
  Array.isArray(list) ? list.filter(isJson) : []

/** Merges objects of one release along the models of their kinds. */
function merging(profile: ProfileName) {
  const below = (field: Field | undefined): Model | undefined =>
    field ? modelOf(profile, field.of) : undefined

  const lists = (
    key: string,
    [was, will, is]: readonly [unknown, unknown, unknown],
    model: Model | undefined,
  ): readonly unknown[] => {
    const find = (list: unknown, id: unknown): Json | undefined =>
      entriesOf(list).find((one) => same(one[key], id))
    const wanted = entriesOf(will).map((one) =>
      objects(find(was, one[key]) ?? {}, one, find(is, one[key]) ?? {}, model),
    )
    // What somebody else has put there stays.
    const others = entriesOf(is).filter(
      (one) => find(will, one[key]) === undefined && find(was, one[key]) === undefined,
    )
    return [...wanted, ...others]
  }

  const value = (was: unknown, will: unknown, is: unknown, field: Field | undefined): unknown => {
    if (isJson(will))
      return objects(isJson(was) ? was : {}, will, isJson(is) ? is : {}, below(field))
    const key = field?.shape === 'list' ? field.mergeKey : undefined
    return Array.isArray(will) && key !== undefined
      ? lists(key, [was, will, is], below(field))
      : will
  }

  const objects = (was: Json, will: Json, is: Json, model: Model | undefined): Json => {
    const kept = Object.entries(is).filter(
      ([name]) => will[name] !== undefined || was[name] === undefined,
    )
    const result = new Map<string, unknown>(kept)
    for (const [name, given] of Object.entries(will)) {
      const field = model ? fieldOf(model, name) : undefined
      if (given === null) result.delete(name)
      else if (given !== undefined) result.set(name, value(was[name], given, is[name], field))
    }
    return Object.fromEntries(result)
  }
  return objects
}

/** The three objects that `apply` looks at. */
export interface ThreeWays {
  /** What was applied last. */
  readonly was: Json
  /** What the file says now. */
  readonly will: Json
  /** The object as it is stored. */
  readonly is: Json
}

/**
 * What `apply` makes of three objects: what the file says, less what it said last time and says no
 * more, and all that it never spoke of as it is.
 *
 * @param kind whose fields say how lists merge
 * @source k8s-kubectl
 */
export const threeWayMerge = (
  profile: ProfileName,
  kind: string,
  { was, will, is }: ThreeWays,
): Json => merging(profile)(was, will, is, modelOf(profile, kind))
