import { same } from '../../api/same.ts'
import { fieldOf, type Model, modelOf } from '../../api/schema/schema.ts'
import { jsonLine } from '../../printing/json.ts'
import type { ProfileName, ResourceInfo } from '../../resources.ts'
import { type Json, isJson } from '../manifests.ts'

/** What leads from one object of a release to another, as a strategic merge patch. */
function between(profile: ProfileName) {
  const lists = (
    was: readonly Json[],
    will: readonly Json[],
    key: string,
    model: Model | undefined,
  ): readonly Json[] => {
    const find = (list: readonly Json[], id: unknown) => list.find((one) => same(one[key], id))
    const changed = will.flatMap((one): readonly Json[] => {
      const before = find(was, one[key])
      if (!before) return [one]
      const patch = objects(before, one, model)
      return Object.keys(patch).length === 0 ? [] : [{ ...patch, [key]: one[key] }]
    })
    const gone = was
      .filter((one) => !find(will, one[key]))
      .map((one): Json => ({ $patch: 'delete', [key]: one[key] }))
    return [...changed, ...gone]
  }

  const objects = (was: Json, will: Json, model: Model | undefined): Json => {
    const patch: Record<string, unknown> = {}
    for (const name of new Set([...Object.keys(was), ...Object.keys(will)])) {
      const [before, after] = [was[name], will[name]]
      if (same(before, after)) continue
      const field = model ? fieldOf(model, name) : undefined
      const below = field && modelOf(profile, field.of)
      const key = field?.shape === 'list' ? field.mergeKey : undefined
      if (after === undefined) patch[name] = null
      else if (isJson(before) && isJson(after)) patch[name] = objects(before, after, below)
      else if (key !== undefined && Array.isArray(before) && Array.isArray(after)) {
        const wanted = after.filter(isJson)
        patch[`$setElementOrder/${name}`] = wanted.map((one) => ({ [key]: one[key] }))
        patch[name] = lists(before.filter(isJson), wanted, key, below)
      } else patch[name] = after
    }
    return patch
  }
  return objects
}

/** An object that `apply` would change, and what into. */
export interface Change {
  readonly info: ResourceInfo
  readonly is: Json
  readonly next: Json
}

/**
 * What `apply` says before a refusal of its patch: the patch, and what it was for.
 *
 * @source k8s-kubectl
 */
export function patchRefused(profile: ProfileName, { info, is, next }: Change): string {
  const { group, versions, name: plural, kind } = info
  const version = `${group}/${versions[0] ?? 'v1'}`
  const { name, namespace = '' } = isJson(is['metadata']) ? is['metadata'] : {}
  const patch = between(profile)(is, next, modelOf(profile, kind))
  return [
    'error when applying patch:',
    jsonLine(patch),
    'to:',
    `Resource: "${version}, Resource=${plural}", GroupVersionKind: "${version}, Kind=${kind}"`,
    `Name: "${String(name)}", Namespace: "${String(namespace)}"`,
    'for',
  ].join('\n')
}
