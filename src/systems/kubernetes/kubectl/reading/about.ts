import { inColumns } from '../../printing/columns.ts'
import { yamlText } from '../../printing/yaml.ts'
import { profileOf, versionInfo } from '../../profile.ts'
import { apiVersionOf, resourcesOf, type ProfileName } from '../../resources.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, type Going, verb, wrongUse } from '../verbs/asked.ts'
import { ClientError } from '../verbs/failures.ts'

/** Which kubectl this is: the one of the recordings, or one of the cluster's own release. */
const CLIENTS: Readonly<
  Record<ProfileName, { readonly kubectl: string; readonly kustomize: string }>
> = {
  '1.20': { kubectl: 'v1.32.5', kustomize: 'v5.5.0' },
  '1.33': { kubectl: 'v1.33.1', kustomize: 'v5.6.0' },
}

const minorOf = (version: string): number => Number(version.split('.')[1])

function version(asked: Asked): Going<never> {
  const { args, flags, streams, turn } = asked
  if (args.length > 0) throw new ClientError(`extra arguments: [${args.join(' ')}]`)
  const output = flags.text('output')
  if (output !== '' && output !== 'yaml' && output !== 'json')
    throw new ClientError("--output must be 'yaml' or 'json'")
  const { profile } = turn.world()
  const { kubectl, kustomize } = CLIENTS[profile]
  const server = profileOf(profile).serverVersion
  const withServer = !flags.is('client')
  if (output !== '') {
    const value = {
      clientVersion: versionInfo(kubectl),
      kustomizeVersion: kustomize,
      ...(withServer ? { serverVersion: versionInfo(server) } : {}),
    }
    streams.out(output === 'yaml' ? yamlText(value) : `${JSON.stringify(value, null, 2)}\n`)
    return DONE
  }
  streams.out(`Client Version: ${kubectl}\nKustomize Version: ${kustomize}\n`)
  if (!withServer) return DONE
  streams.out(`Server Version: ${server}\n`)
  if (Math.abs(minorOf(kubectl) - minorOf(server)) > 1)
    streams.err(
      `WARNING: version difference between client (1.${minorOf(kubectl)}) and server (1.${minorOf(server)}) exceeds the supported minor version skew of +/-1\n`,
    )
  return DONE
}

/** The verbs that each resource lets: what the API answers to. */
const VERBS = 'create,delete,deletecollection,get,list,patch,update,watch'

function apiResources(asked: Asked): Going<never> {
  const { args, flags, streams, turn } = asked
  if (args.length > 0) throw wrongUse('api-resources', `unexpected arguments: [${args.join(' ')}]`)
  const output = flags.text('output')
  if (output !== '' && output !== 'wide' && output !== 'name')
    throw new ClientError(`--output ${output} is not available`)
  const group = flags.text('api-group')
  const rows = resourcesOf(turn.world().profile).filter(
    (info) =>
      (!flags.given('api-group') || info.group === group) &&
      (!flags.given('namespaced') || info.namespaced === flags.is('namespaced')),
  )
  const by = flags.text('sort-by')
  if (by !== '' && by !== 'name' && by !== 'kind')
    throw new ClientError('--sort-by accepts only name or kind')
  const key = ({ group: of, name, kind }: (typeof rows)[number]): string =>
    by === 'kind' ? kind : by === 'name' ? name : `${of} ${name}`
  const sorted = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  if (output === 'name') {
    for (const { name, group: of } of sorted) streams.out(`${of === '' ? name : `${name}.${of}`}\n`)
    return DONE
  }
  const wide = output === 'wide'
  const header = [
    'NAME',
    'SHORTNAMES',
    'APIVERSION',
    'NAMESPACED',
    'KIND',
    ...(wide ? ['VERBS', 'CATEGORIES'] : []),
  ]
  const lines = sorted.map((info) => [
    info.name,
    info.shortNames.join(','),
    apiVersionOf(info),
    String(info.namespaced),
    info.kind,
    ...(wide ? [VERBS, info.inAll ? 'all' : ''] : []),
  ])
  streams.out(
    inColumns(flags.is('no-headers') ? lines : [header, ...lines], { minWidth: 6, padding: 3 }),
  )
  return DONE
}

function apiVersions({ args, streams, turn }: Asked): Going<never> {
  if (args.length > 0) throw wrongUse('api-versions', `unexpected arguments: [${args.join(' ')}]`)
  const all = resourcesOf(turn.world().profile).flatMap(({ group, versions }) =>
    versions.map((one) => (group === '' ? one : `${group}/${one}`)),
  )
  for (const one of [...new Set(all)].toSorted()) streams.out(`${one}\n`)
  return DONE
}

function clusterInfo({ args, streams }: Asked): Going<never> {
  if (args.length > 0)
    throw new ClientError("cluster-info dump is left out of this laboratory's kubectl")
  streams.out(
    "Kubernetes control plane is running at https://127.0.0.1:6443\n\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n",
  )
  return DONE
}

const OUTPUT: Flag = { name: 'output', short: 'o', takes: 'text' }

/** What kubectl says of itself, of the API and of the cluster. */
export const aboutCommands = {
  version: verb<never>({
    name: 'version',
    flags: [{ name: 'client', takes: 'switch' }, OUTPUT],
    begin: version,
  }),
  'api-resources': verb<never>({
    name: 'api-resources',
    flags: [
      OUTPUT,
      { name: 'api-group', takes: 'text' },
      { name: 'namespaced', takes: 'switch', initial: 'true' },
      { name: 'no-headers', takes: 'switch' },
      { name: 'sort-by', takes: 'text' },
      { name: 'cached', takes: 'switch' },
      { name: 'categories', takes: 'list', leftOut: true },
      { name: 'verbs', takes: 'list', leftOut: true },
    ],
    begin: apiResources,
  }),
  'api-versions': verb<never>({ name: 'api-versions', flags: [], begin: apiVersions }),
  'cluster-info': verb<never>({ name: 'cluster-info', flags: [], begin: clusterInfo }),
}
