import { resourcesOf, type ProfileName, type ResourceInfo } from '../../resources.ts'
import { ClientError } from './failures.ts'

/** `deployment.apps`, `pod`: how results name a kind. */
export const kindName = ({ singular, group }: ResourceInfo): string =>
  group === '' ? singular : `${singular}.${group}`

const isNamed = (info: ResourceInfo, name: string): boolean =>
  info.name === name || info.singular === name || info.shortNames.includes(name)

/**
 * The resource that a person names: `po`, `pod`, `pods`, `deployments.apps`,
 * `poddisruptionbudgets.v1beta1.policy`.
 *
 * @throws ClientError where there is none of that name
 */
export function mappingOf(profile: ProfileName, text: string): ResourceInfo {
  const found = foundMapping(profile, text)
  if (!found)
    throw new ClientError(
      `the server doesn't have a resource type "${text.toLowerCase().split('.')[0] ?? ''}"`,
    )
  return found
}

/** Whether there is a resource of a name. */
export const hasMapping = (profile: ProfileName, text: string): boolean =>
  foundMapping(profile, text) !== undefined

function foundMapping(profile: ProfileName, text: string): ResourceInfo | undefined {
  const [name = '', ...rest] = text.toLowerCase().split('.')
  const group = rest.join('.')
  const [version = '', ...after] = rest
  return resourcesOf(profile).find(
    (info) =>
      isNamed(info, name) &&
      (rest.length === 0 ||
        info.group === group ||
        (info.versions.includes(version) && info.group === after.join('.'))),
  )
}

/** The resource of a manifest's `apiVersion` and `kind`, if this release serves it. */
export function mappingOfKind(
  profile: ProfileName,
  apiVersion: string,
  kind: string,
): ResourceInfo | undefined {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion]
  return resourcesOf(profile).find(
    (info) => info.kind === kind && info.group === group && info.versions.includes(version ?? ''),
  )
}
