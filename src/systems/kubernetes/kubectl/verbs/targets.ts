import { keyOf, read } from '../../api/client.ts'
import { notFound, unfindable } from '../../api/refusals.ts'
import type { ApiError } from '../../api/status.ts'
import type { KubeObject, Labels, Resource } from '../../objects.ts'
import type { ResourceInfo } from '../../resources.ts'
import { labelSelectorFrom } from '../../selectors.ts'
import { listed } from '../../turn.ts'
import type { Asked } from './asked.ts'
import { ClientError } from './failures.ts'
import { mappingOf } from './mapping.ts'
import type { Flag } from '../flags.ts'

/** An object that a command is about. */
export interface Target {
  readonly info: ResourceInfo
  readonly key: string
  readonly object: KubeObject
}

/** What was named, in order: objects, and what could not be found. */
export type Found = Target | ApiError

/** Flags that choose objects. */
export const CHOOSING: readonly Flag[] = [
  { name: 'selector', takes: 'text', short: 'l', initial: '' },
  { name: 'all', takes: 'switch' },
  { name: 'all-namespaces', takes: 'switch', short: 'A' },
  { name: 'field-selector', takes: 'text', initial: '' },
]

/** What kubectl says where nothing is named at all. */
export const NOTHING_NAMED = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`

const NO_NAME = 'resource(s) were provided, but no name was specified'
const MIXED =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"

interface Named {
  readonly info: ResourceInfo
  readonly name: string
}

function pairsOf(asked: Asked, args: readonly string[]): readonly Named[] {
  return args.map((arg) => {
    const parts = arg.split('/')
    const [type = '', name = ''] = parts
    if (parts.length !== 2)
      throw new ClientError(
        parts.length === 1
          ? MIXED
          : `arguments in resource/name form may not have more than one slash`,
      )
    if (type === '' || name === '')
      throw new ClientError(`arguments in resource/name form must have a single resource and name`)
    return { info: mappingOf(asked.turn.world().profile, type), name }
  })
}

const get = (asked: Asked, { info, name }: Named): Found => {
  const key = keyOf(info.namespaced ? asked.namespace : undefined, name)
  const object = read<Resource>(asked.turn, info.name, key)
  return object ? { info, key, object } : notFound(info.name, name)
}

/** @throws ClientError where the text is no selector */
export function selectorOf(text: string): (labels: Labels | undefined) => boolean {
  try {
    return labelSelectorFrom(text)
  } catch (error) {
    if (error instanceof RangeError) throw new ClientError(error.message)
    throw error
  }
}

/**
 * What a list is asked for by labels.
 *
 * @throws ApiError 400 where the text is no selector: the server reads it
 */
export function listSelectorOf(
  info: ResourceInfo,
  text: string,
  fields = '',
): (labels: Labels | undefined) => boolean {
  try {
    return labelSelectorFrom(text)
  } catch (error) {
    if (error instanceof RangeError) throw unfindable(info, text, fields, error.message)
    throw error
  }
}

/** Which objects are meant, where they are not named. */
export interface Choice {
  readonly selector: string
  readonly all: boolean
  readonly everywhere: boolean
}

/** What a command takes that lets nobody choose: names alone. */
export const BY_NAME: Choice = { selector: '', all: false, everywhere: false }

/** What the flags of `CHOOSING` say. */
const choiceOf = ({ flags }: Asked): Choice => ({
  selector: flags.text('selector'),
  all: flags.is('all'),
  everywhere: flags.is('all-namespaces'),
})

function chosen(
  asked: Asked,
  infos: readonly ResourceInfo[],
  { selector, everywhere }: Choice,
): readonly Target[] {
  const namespace = everywhere ? undefined : asked.namespace
  return infos.flatMap((info) => {
    const selects = listSelectorOf(info, selector)
    const home = info.namespaced ? namespace : undefined
    return listed<Resource>(asked.turn.world().store, info.name, home)
      .filter(({ metadata }) => selects(metadata.labels))
      .map((object) => ({
        info,
        key: keyOf(object.metadata.namespace, object.metadata.name),
        object,
      }))
  })
}

/** The types of a first argument: `deploy,svc`, and all that `all` stands for. */
function typesOf(asked: Asked, text: string): readonly ResourceInfo[] {
  const { profile } = asked.turn.world()
  const names = text === 'all' ? 'pods,services,deployments,replicasets' : text
  return names.split(',').map((name) => mappingOf(profile, name))
}

/**
 * What the arguments of a command name: `deploy web`, `deploy/web svc/web`, `pods -l app=web`.
 *
 * @param args its arguments, without those that are no names
 * @throws ClientError where they make no sense
 */
export function targetsOf(
  asked: Asked,
  args: readonly string[] = asked.args,
  choice: Choice = choiceOf(asked),
): readonly Found[] {
  const { selector, all } = choice
  if (all && selector !== '')
    throw new ClientError("setting 'all' parameter but found a non empty selector. ")
  const [first, ...rest] = args
  const choosing = all || selector !== ''
  if (first === undefined)
    throw new ClientError(
      choosing ? 'at least one resource must be specified to use a selector' : NOTHING_NAMED,
    )
  if (first.includes('/')) {
    if (choosing) throw new ClientError('name cannot be provided when a selector is specified')
    return pairsOf(asked, args).map((one) => get(asked, one))
  }
  const mixed = rest.find((arg) => arg.includes('/'))
  if (mixed !== undefined) throw new ClientError(MIXED)
  if (rest.length > 0 && choosing)
    throw new ClientError('name cannot be provided when a selector is specified')
  const infos = typesOf(asked, first)
  if (choosing) return chosen(asked, infos, choice)
  if (rest.length === 0) throw new ClientError(NO_NAME)
  return infos.flatMap((info) => rest.map((name) => get(asked, { info, name })))
}

/** The same, in the words of `rollout`, where nothing is named; a type alone means all of it. */
export function chosenTargets(asked: Asked): readonly Found[] {
  const [first, ...rest] = asked.args
  const choice = choiceOf(asked)
  if (first === undefined && choice.selector === '')
    throw new ClientError('required resource not specified')
  const whole = first !== undefined && rest.length === 0 && !first.includes('/')
  return targetsOf(asked, asked.args, { ...choice, all: whole && choice.selector === '' })
}
