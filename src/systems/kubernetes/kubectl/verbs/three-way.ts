import { type Json, isJson } from '../manifests.ts'
import { same } from '../../api/write.ts'

/** By what field the entries of a list know one another, by the name of the list. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  // A container's ports know one another by the first, a Service's by the second.
  ports: ['containerPort', 'port'],
  topologySpreadConstraints: ['topologyKey'],
  conditions: ['type'],
  ownerReferences: ['uid'],
}

/** The field that tells the entries of these lists apart, where they are merged entry by entry. */
export function mergeKeyOf(field: string, lists: readonly unknown[]): string | undefined {
  const entries = lists.flatMap((list) => (Array.isArray(list) ? list : []))
  return MERGE_KEYS[field]?.find((key) =>
    entries.every((entry) => isJson(entry) && entry[key] !== undefined),
  )
}

const entriesOf = (list: unknown): readonly Json[] => (Array.isArray(list) ? list.filter(isJson) : [])

function mergedList(key: string, was: unknown, will: unknown, is: unknown): readonly unknown[] {
  const find = (list: unknown, id: unknown): Json | undefined =>
    entriesOf(list).find((one) => same(one[key], id))
  const wanted = entriesOf(will).map((one) =>
    merged(find(was, one[key]) ?? {}, one, find(is, one[key]) ?? {}),
  )
  // What somebody else has put there stays.
  const others = entriesOf(is).filter(
    (one) => find(will, one[key]) === undefined && find(was, one[key]) === undefined,
  )
  return [...wanted, ...others]
}

function mergedValue(field: string, was: unknown, will: unknown, is: unknown): unknown {
  if (isJson(will)) return merged(isJson(was) ? was : {}, will, isJson(is) ? is : {})
  const key = Array.isArray(will) ? mergeKeyOf(field, [was, will, is]) : undefined
  return key === undefined ? will : mergedList(key, was, will, is)
}

/**
 * What `apply` makes of three objects: what the file says, less what it said last time and says no
 * more, and all that it never spoke of as it is.
 *
 * @param was what was applied last
 * @param will what the file says now
 * @param is the object as it is stored
 * @source k8s-kubectl
 */
export function merged(was: Json, will: Json, is: Json): Json {
  const kept = Object.entries(is).filter(
    ([field]) => will[field] !== undefined || was[field] === undefined,
  )
  const result = new Map<string, unknown>(kept)
  for (const [field, value] of Object.entries(will)) {
    if (value === null) result.delete(field)
    else if (value !== undefined)
      result.set(field, mergedValue(field, was[field], value, is[field]))
  }
  return Object.fromEntries(result)
}
