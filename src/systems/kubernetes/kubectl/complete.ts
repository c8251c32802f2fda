import type { Resource } from '../objects.ts'
import { resourcesOf } from '../resources.ts'
import { tableOf } from '../tables.ts'
import type { World } from '../world.ts'
import type { Command } from './command.ts'
import { type Flag, GLOBAL_FLAGS } from './flags.ts'
import { commands } from './kubectl.ts'
import { programNames } from './terminal/programs.ts'
import { toolNames } from './terminal/tools.ts'

/** What the Tab key may put in the place of the end of a line. */
export interface Completion {
  /** Where the word begins that is completed. */
  readonly from: number
  /** Whole words in alphabetical order that begin as this one does; a space belongs behind one alone. */
  readonly candidates: readonly string[]
}

/** Commands that are about one kind of object alone, without naming it. */
const OF_ONE_KIND: Readonly<Record<string, Resource>> = {
  cordon: 'nodes',
  uncordon: 'nodes',
  drain: 'nodes',
  logs: 'pods',
}

/** Commands whose first argument is `deployment/NAME`. */
const OF_DEPLOYMENTS = /^(?:rollout|set|scale)\b/

const OUTPUTS = ['custom-columns=', 'json', 'jsonpath=', 'name', 'wide', 'yaml']

const namesOf = (
  { store }: World,
  resource: Resource,
  namespace: string | undefined,
): readonly string[] =>
  Object.values(tableOf(store, resource))
    .filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name)

interface Asking {
  readonly world: World
  readonly namespace: string
  readonly name: string
  readonly command: Command | undefined
  /** Arguments before the word, without flags. */
  readonly args: readonly string[]
}

const flagsOf = ({ command }: Asking): readonly Flag[] => [
  ...(command?.flags ?? []).filter(({ leftOut }) => !leftOut),
  ...GLOBAL_FLAGS.filter(({ leftOut }) => !leftOut),
]

/** What may stand after a flag that takes a value; undefined where `word` is no flag's value. */
function values(asking: Asking, before: string): readonly string[] | undefined {
  const flag = flagsOf(asking).find(
    ({ name, short }) => before === `--${name}` || (short !== undefined && before === `-${short}`),
  )
  if (!flag || flag.takes === 'switch' || flag.bare !== undefined) return undefined
  if (flag.name === 'namespace') return namesOf(asking.world, 'namespaces', undefined)
  if (flag.name === 'filename') return [...Object.keys(asking.world.files), '-']
  return flag.name === 'output' ? OUTPUTS : []
}

function objects(asking: Asking, type: string): readonly string[] {
  const { world, namespace } = asking
  const info = resourcesOf(world.profile).find(
    ({ name, singular, shortNames }) =>
      name === type || singular === type || shortNames.includes(type),
  )
  return info ? namesOf(world, info.name, info.namespaced ? namespace : undefined) : []
}

/** What may stand where an argument is wanted. */
function argumentsFor(asking: Asking, word: string): readonly string[] {
  const { world, namespace, name, command, args } = asking
  if (command?.members) return Object.keys(command.members)
  if (word.includes('/')) {
    const [type = ''] = word.split('/')
    return objects(asking, type).map((one) => `${type}/${one}`)
  }
  const only = OF_ONE_KIND[name]
  if (only) return namesOf(world, only, only === 'nodes' ? undefined : namespace)
  const [type] = args
  if (type === undefined) {
    const kinds = resourcesOf(world.profile).map((info) => info.name)
    if (!OF_DEPLOYMENTS.test(name)) return name.startsWith('config') ? [] : kinds
    return namesOf(world, 'deployments', namespace).map((one) => `deployment/${one}`)
  }
  return type.includes('/') ? [] : objects(asking, type)
}

/** Reads what comes before the word: the command, its arguments, and the namespace. */
function askingOf(world: World, shell: string, words: readonly string[]): Asking {
  let namespace = world.shells[shell]?.namespace ?? 'default'
  const args: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [, attached] = /^(?:--namespace=|-n=?)(.+)$/.exec(word) ?? []
    if (attached !== undefined) namespace = attached
    else if (word === '-n' || word === '--namespace') namespace = words[(at += 1)] ?? namespace
    else if (/^-[folLc]$/.test(word)) at += 1
    else if (!word.startsWith('-')) args.push(word)
  }
  const [first = '', second = '', ...rest] = args
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined
  const members = command?.members ?? {}
  if (Object.hasOwn(members, second))
    return { world, namespace, name: `${first} ${second}`, command: members[second], args: rest }
  return { world, namespace, name: first, command, args: args.slice(1) }
}

function candidatesFor(
  world: World,
  shell: string,
  words: readonly string[],
  word: string,
): readonly string[] {
  const [program, ...before] = words
  if (program === undefined) return ['kubectl', ...programNames, ...toolNames]
  if (program === 'timeout' || program === 'watch') {
    const at = words.indexOf('kubectl')
    if (at < 0) return ['kubectl']
    return candidatesFor(world, shell, words.slice(at), word)
  }
  if (program !== 'kubectl') return Object.keys(world.files)
  const asking = askingOf(world, shell, before)
  const [, flag] = /^(--[a-z-]+)=/.exec(word) ?? []
  if (flag !== undefined) return (values(asking, flag) ?? []).map((value) => `${flag}=${value}`)
  const after = values(asking, before.at(-1) ?? '')
  if (after) return after
  if (word.startsWith('-')) return flagsOf(asking).map(({ name }) => `--${name}`)
  if (asking.name === '') return Object.keys(commands)
  return argumentsFor(asking, word)
}

/**
 * What the word at the end of a line may become: programs, kubectl's commands and flags, kinds,
 * names, namespaces, files.
 *
 * @param line what was typed, up to the caret
 */
export function complete(world: World, shell: string, line: string): Completion {
  const command = line.slice(
    Math.max(0, ...['|', ';', '&', '(', '\n', '`'].map((sign) => line.lastIndexOf(sign) + 1)),
  )
  const [word = ''] = /\S*$/.exec(command) ?? []
  const words = command
    .slice(0, command.length - word.length)
    .split(/\s+/)
    .filter((one) => one !== '')
  const candidates = candidatesFor(world, shell, words, word).filter((one) => one.startsWith(word))
  return { from: line.length - word.length, candidates: [...new Set(candidates)].toSorted() }
}
