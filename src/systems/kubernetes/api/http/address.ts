import { resourcesOf, type ProfileName, type ResourceInfo } from '../../resources.ts'

/** What a path of the API names. */
export interface Address {
  readonly info: ResourceInfo
  readonly version: string
  /** Absent for all namespaces, and for what belongs to none. */
  readonly namespace?: string
  /** Absent for the whole list. */
  readonly name?: string
  /** `status`, `scale`, `eviction`, `log`. */
  readonly part?: string
}

const withoutUndefined = (address: {
  readonly info: ResourceInfo
  readonly version: string
  readonly namespace: string | undefined
  readonly name: string | undefined
  readonly part: string | undefined
}): Address => {
  const { info, version, namespace, name, part } = address
  return {
    info,
    version,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(part === undefined ? {} : { part }),
  }
}

/**
 * Reads a path such as `/apis/apps/v1/namespaces/shop/deployments/checkout/scale`.
 *
 * @returns undefined where the path names no resource that the release serves
 */
export function addressOf(profile: ProfileName, path: string): Address | undefined {
  const [root, ...parts] = path.split('/').filter((part) => part !== '')
  const core = root === 'api'
  if (!core && root !== 'apis') return undefined
  const group = core ? '' : (parts.shift() ?? '')
  const version = parts.shift()
  if (version === undefined) return undefined
  const find = (resource: string | undefined): ResourceInfo | undefined =>
    resourcesOf(profile).find(
      (info) => info.group === group && info.versions.includes(version) && info.name === resource,
    )
  // `namespaces/shop/pods` is about pods; `namespaces/shop` and `namespaces/shop/status` are not.
  if (parts[0] === 'namespaces' && parts.length > 2) {
    const [, namespace, resource, name, part] = parts
    const info = find(resource)
    if (info?.namespaced) return withoutUndefined({ info, version, namespace, name, part })
  }
  const [resource, name, part] = parts
  const info = find(resource)
  if (!info || (info.namespaced && name !== undefined)) return undefined
  return withoutUndefined({ info, version, namespace: undefined, name, part })
}
