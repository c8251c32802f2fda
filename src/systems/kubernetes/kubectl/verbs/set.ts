import { same } from '../../api/same.ts'
import type { Container, PodSpec } from '../../objects.ts'
import type { Command } from '../command.ts'
import type { Flag } from '../flags.ts'
import { type Asked, DONE, family, verb } from './asked.ts'
import { storeChanged } from './changed.ts'
import { ClientError, Failures, failureOf } from './failures.ts'
import { editsOf, splitPairs } from './pairs.ts'
import { SAYING, sayDone } from './results.ts'
import { CHOOSING, type Found, targetsOf } from './targets.ts'
import { podSpecOf, withPodSpec } from './workloads.ts'

const FLAGS: readonly Flag[] = [
  ...CHOOSING,
  ...SAYING,
  { name: 'local', takes: 'switch', leftOut: true },
]

/** Changes the pod spec of each object; what is no change is not told. */
function changeSpecs(
  asked: Asked,
  found: readonly Found[],
  done: string,
  change: (spec: PodSpec) => PodSpec,
): { readonly exit: number } {
  const errors: Error[] = []
  for (const one of found) {
    if (one instanceof Error) {
      errors.push(one)
      continue
    }
    const spec = podSpecOf(one.object)
    if (!spec) {
      errors.push(
        new ClientError(
          `error: ${one.info.name}/${one.object.metadata.name} the object is not a pod or does not have a pod template: *v1.${one.info.kind}`,
        ),
      )
      continue
    }
    const changed = change(spec)
    if (same(changed, spec)) continue
    const stored = storeChanged(asked, one, withPodSpec(one.object, changed))
    sayDone(asked, one.info, stored, done)
  }
  if (errors.length > 0) throw failureOf(errors)
  return DONE
}

const image = verb<never>({
  name: 'set image',
  flags: FLAGS,
  begin(asked) {
    const { names, pairs } = splitPairs(asked.args, 'image')
    const found = targetsOf(asked, names)
    if (pairs.length === 0) throw new ClientError('at least one image update is required')
    const { set } = editsOf(pairs, 'an image')
    const errors: ClientError[] = []
    for (const one of found) {
      const spec = one instanceof Error ? undefined : podSpecOf(one.object)
      if (!spec) continue
      const there = spec.containers.map(({ name }) => name)
      for (const name of Object.keys(set))
        if (name !== '*' && !there.includes(name))
          errors.push(new ClientError(`error: unable to find container named "${name}"`))
    }
    if (errors.length > 0) throw new Failures(errors)
    return changeSpecs(asked, found, 'image updated', (spec) => ({
      ...spec,
      containers: spec.containers.map((one) => ({
        ...one,
        image: set[one.name] ?? set['*'] ?? one.image,
      })),
    }))
  },
})

/** Whether a container is meant by `-c`, which may end in a star. */
const isMeant = (asked: Asked, { name }: Container): boolean => {
  const wanted = asked.flags.text('containers')
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted
}

const forContainers =
  (asked: Asked, change: (one: Container) => Container) =>
  (spec: PodSpec): PodSpec => ({
    ...spec,
    containers: spec.containers.map((one) => (isMeant(asked, one) ? change(one) : one)),
  })

const CONTAINERS: Flag = { name: 'containers', short: 'c', takes: 'text', initial: '*' }

/** `cpu=100m,memory=64Mi`; a quantity of 0 takes the entry away. */
function quantities(
  asked: Asked,
  flag: 'limits' | 'requests',
  before: Readonly<Record<string, string>> = {},
) {
  if (!asked.flags.given(flag)) return before
  const given = asked.flags
    .text(flag)
    .split(',')
    .map((pair): [string, string] => {
      const [name = '', value, ...more] = pair.split('=')
      if (value === undefined || more.length > 0)
        throw new ClientError(`invalid argument syntax ${pair}, expected <resource>=<value>`)
      return [name, value]
    })
  return Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(given) }).filter(
      ([, value]) => value !== '0',
    ),
  )
}

const resources = verb<never>({
  name: 'set resources',
  flags: [
    ...FLAGS,
    CONTAINERS,
    { name: 'limits', takes: 'text' },
    { name: 'requests', takes: 'text' },
  ],
  begin(asked) {
    const found = targetsOf(asked)
    if (!asked.flags.given('limits') && !asked.flags.given('requests'))
      throw new ClientError(
        'you must specify an update to requests or limits (in the form of --requests/--limits)',
      )
    return changeSpecs(
      asked,
      found,
      'resource requirements updated',
      forContainers(asked, (one) => {
        const limits = quantities(asked, 'limits', one.resources?.limits)
        const requests = quantities(asked, 'requests', one.resources?.requests)
        return {
          ...one,
          resources: {
            ...(Object.keys(limits).length === 0 ? {} : { limits }),
            ...(Object.keys(requests).length === 0 ? {} : { requests }),
          },
        }
      }),
    )
  },
})

const env = verb<never>({
  name: 'set env',
  flags: [
    ...FLAGS,
    CONTAINERS,
    { name: 'list', takes: 'switch' },
    { name: 'env', short: 'e', takes: 'list' },
  ],
  begin(asked) {
    const { names, pairs } = splitPairs([...asked.args, ...asked.flags.list('env')], 'environment')
    const found = targetsOf(asked, names)
    if (asked.flags.is('list')) {
      for (const one of found) {
        if (one instanceof Error) throw one
        for (const container of podSpecOf(one.object)?.containers ?? []) {
          asked.streams.out(
            `# ${one.info.kind} ${one.object.metadata.name}, container ${container.name}\n`,
          )
          for (const { name, value = '' } of container.env ?? [])
            asked.streams.out(`${name}=${value}\n`)
        }
      }
      return DONE
    }
    const { set, remove } = editsOf(pairs, 'an environment variable')
    return changeSpecs(
      asked,
      found,
      'env updated',
      forContainers(asked, (one) => {
        const kept = (one.env ?? [])
          .filter(({ name }) => !remove.includes(name))
          .map((entry) =>
            set[entry.name] === undefined
              ? entry
              : { name: entry.name, value: set[entry.name] ?? '' },
          )
        const fresh = Object.entries(set)
          .filter(([name]) => !kept.some((entry) => entry.name === name))
          .map(([name, value]) => ({ name, value }))
        return { ...one, env: [...kept, ...fresh] }
      }),
    )
  },
})

/** `set` and what it can set. */
export const set: Command = family('set', { env, image, resources })
