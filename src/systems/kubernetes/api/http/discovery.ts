import { profileOf, versionInfo } from '../../profile.ts'
import { resourcesOf, type ProfileName, type ResourceInfo } from '../../resources.ts'

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']

/** Parts of resources that have an address of their own. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  pods: ['status', 'eviction', 'log'],
  deployments: ['status', 'scale'],
  replicasets: ['status', 'scale'],
  nodes: ['status'],
  namespaces: ['status'],
  services: ['status'],
  poddisruptionbudgets: ['status'],
}

const groupVersion = ({ group, versions }: ResourceInfo): string =>
  group === '' ? (versions[0] ?? 'v1') : `${group}/${versions[0] ?? 'v1'}`

function partOf(info: ResourceInfo, part: string, profile: ProfileName): object {
  const { name, kind, namespaced } = info
  const common = { name: `${name}/${part}`, singularName: '', namespaced }
  switch (part) {
    case 'scale':
      return {
        ...common,
        group: 'autoscaling',
        version: 'v1',
        kind: 'Scale',
        verbs: ['get', 'patch', 'update'],
      }
    case 'eviction':
      return {
        ...common,
        group: 'policy',
        version: profile === '1.20' ? 'v1beta1' : 'v1',
        kind: 'Eviction',
        verbs: ['create'],
      }
    case 'log':
      return { ...common, kind, verbs: ['get'] }
    default:
      return { ...common, kind, verbs: ['get', 'patch', 'update'] }
  }
}

function resourceList(profile: ProfileName, version: string): object | undefined {
  const served = resourcesOf(profile)
    .filter((info) => groupVersion(info) === version)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (served.length === 0) return undefined
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: version,
    resources: served.flatMap((info) => [
      {
        name: info.name,
        singularName: info.singular,
        namespaced: info.namespaced,
        kind: info.kind,
        verbs: VERBS,
        ...(info.shortNames.length === 0 ? {} : { shortNames: info.shortNames }),
        ...(info.inAll ? { categories: ['all'] } : {}),
      },
      ...(PARTS[info.name] ?? []).map((part) => partOf(info, part, profile)),
    ]),
  }
}

/** The groups and versions that a release serves, without the core group. */
export function groupVersionsOf(profile: ProfileName): readonly string[] {
  const named = resourcesOf(profile).filter(({ group }) => group !== '')
  return [...new Set(named.map(groupVersion))].toSorted()
}

function groupList(profile: ProfileName): object {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groupVersionsOf(profile).map((one) => {
      const [name = '', version = ''] = one.split('/')
      const preferred = { groupVersion: one, version }
      return { name, versions: [preferred], preferredVersion: preferred }
    }),
  }
}

/** What the server says of itself at a path; undefined where the path is none of these. */
export function discovered(profile: ProfileName, path: string): object | undefined {
  switch (path.replace(/\/$/, '')) {
    case '/version':
      return versionInfo(profileOf(profile).serverVersion)
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] }
    case '/apis':
      return groupList(profile)
  }
  const version = /^\/(?:api|apis)\/(.+?)\/?$/.exec(path)?.[1]
  return version === undefined ? undefined : resourceList(profile, version)
}
