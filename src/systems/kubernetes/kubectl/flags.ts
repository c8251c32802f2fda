import { durationMs } from './durations.ts'

/** One flag of a command, as kubectl's own table has it. */
export interface Flag {
  /** Without dashes: `all-namespaces`. */
  readonly name: string
  /** One letter: `A`. */
  readonly short?: string
  /**
   * What it takes. A switch takes nothing, or `=true` and `=false`; a list may be given several
   * times and is split at commas; texts may be given several times and are kept as they are.
   */
  readonly takes: 'switch' | 'text' | 'list' | 'texts' | 'whole' | 'duration'
  /** The value where it is not given; `false`, nothing and `0` where this is absent. */
  readonly initial?: string
  /** The value where it stands alone: `--dry-run` means `--dry-run=unchanged`. */
  readonly bare?: string
  /** The real kubectl has it and this laboratory does not: using it is an error that says so. */
  readonly leftOut?: true
}

/**
 * A command line that kubectl does not understand. The message is all that it prints after
 * `error: `; the front end prints it and ends the command with 1, so that a command need not catch it.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What was found on a command line. A flag that is not in the table reads as one that was not given. */
export interface Parsed {
  /** What is no flag, in order; what follows `--` included. */
  readonly args: readonly string[]
  /** How many of `args` came before `--`; absent where there was none. */
  readonly dashAt?: number
  /** Whether it was given at all, with whatever value. */
  readonly given: (name: string) => boolean
  /** A switch. */
  readonly is: (name: string) => boolean
  /** The last value given, or the initial one, or `''`. */
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
  readonly whole: (name: string) => number
  /** A duration in milliseconds. */
  readonly ms: (name: string) => number
}

/** Flags that every command takes. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'namespace', short: 'n', takes: 'text' },
  { name: 'context', takes: 'text' },
  { name: 'cluster', takes: 'text' },
  { name: 'user', takes: 'text' },
  { name: 'request-timeout', takes: 'text', initial: '0' },
  { name: 'v', short: 'v', takes: 'whole', initial: '0' },
  { name: 'help', short: 'h', takes: 'switch' },
  { name: 'warnings-as-errors', takes: 'switch', leftOut: true },
  { name: 'match-server-version', takes: 'switch', leftOut: true },
  { name: 'insecure-skip-tls-verify', takes: 'switch', leftOut: true },
  ...['as', 'as-group', 'as-uid', 'kubeconfig', 'password', 'token', 'username'].map(
    (name): Flag => ({ name, takes: 'text', leftOut: true }),
  ),
  { name: 'server', short: 's', takes: 'text', leftOut: true },
]

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

const titleOf = ({ name, short }: Flag): string =>
  short === undefined ? `--${name}` : `-${short}, --${name}`

/** Why a value does not fit its flag, in Go's words; undefined where it fits. */
function misfit(flag: Flag, value: string): string | undefined {
  if (flag.takes === 'switch' && !TRUE.has(value) && !FALSE.has(value))
    return `strconv.ParseBool: parsing "${value}": invalid syntax`
  if (flag.takes === 'whole') {
    if (!/^[+-]?\d+$/.test(value)) return `strconv.ParseInt: parsing "${value}": invalid syntax`
    if (!Number.isSafeInteger(Number(value)))
      return `strconv.ParseInt: parsing "${value}": value out of range`
  }
  if (flag.takes === 'duration') {
    const parsed = durationMs(value)
    if (typeof parsed === 'string') return parsed
  }
  return undefined
}

/** Reads words one flag after the other, as Go's pflag does. */
function scan(
  flags: readonly Flag[],
  words: readonly string[],
  fail: (why: string) => UsageError,
): { args: string[]; dashAt?: number; values: Map<string, string[]> } {
  const args: string[] = []
  const values = new Map<string, string[]>()
  let index = 0
  const set = (flag: Flag, value: string): void => {
    if (flag.leftOut)
      throw new UsageError(`--${flag.name} is left out of this laboratory's kubectl`)
    const why = misfit(flag, value)
    if (why !== undefined)
      throw fail(`invalid argument "${value}" for "${titleOf(flag)}" flag: ${why}`)
    values.set(flag.name, [...(values.get(flag.name) ?? []), value])
  }
  /** The value of a flag that has none attached: what it means alone, or the next word. */
  const next = (flag: Flag, asked: string): string => {
    if (flag.takes === 'switch') return 'true'
    if (flag.bare !== undefined) return flag.bare
    const word = words[index]
    if (word === undefined) throw fail(`flag needs an argument: ${asked}`)
    index += 1
    return word
  }
  const long = (word: string): void => {
    const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? []
    if (name === '' || name.startsWith('-')) throw fail(`bad flag syntax: ${word}`)
    const flag = flags.find((one) => one.name === name)
    if (!flag) throw fail(`unknown flag: --${name}`)
    set(flag, value ?? next(flag, `--${name}`))
  }
  const letters = (word: string): void => {
    for (let at = 1; at < word.length; at += 1) {
      const letter = word[at] ?? ''
      const rest = word.slice(at + 1)
      const flag = flags.find(({ short }) => short === letter)
      if (!flag) throw fail(`unknown shorthand flag: '${letter}' in -${word.slice(at)}`)
      if (rest.startsWith('=')) return set(flag, rest.slice(1))
      if (flag.takes === 'switch' || flag.bare !== undefined) set(flag, next(flag, ''))
      else return set(flag, rest === '' ? next(flag, `'${letter}' in -${word.slice(at)}`) : rest)
    }
  }
  while (index < words.length) {
    const word = words[index] ?? ''
    index += 1
    if (word === '--') {
      const dashAt = args.length
      return { args: [...args, ...words.slice(index)], dashAt, values }
    }
    if (word.startsWith('--')) long(word)
    else if (word.startsWith('-') && word.length > 1) letters(word)
    else args.push(word)
  }
  return { args, values }
}

/**
 * Reads the words after a command's name: flags anywhere among the arguments, as pflag does.
 *
 * @param command the command as it is called: `get`, `rollout status`; `''` for kubectl itself
 * @param own the command's flags; those that every command takes are added
 * @param words what stood after the command's name
 * @throws UsageError with kubectl's words where a flag is unknown, lacks its value or has a wrong one
 * @example parseFlags('get', [], ['pods', '-n', 'shop']).text('namespace') // 'shop'
 * @source k8s-kubectl
 */
export function parseFlags(
  command: string,
  own: readonly Flag[],
  words: readonly string[],
): Parsed {
  const flags = [...own, ...GLOBAL_FLAGS]
  const called = command === '' ? 'kubectl' : `kubectl ${command}`
  const { args, dashAt, values } = scan(
    flags,
    words,
    (why) => new UsageError(`${why}\nSee '${called} --help' for usage.`),
  )
  const flagOf = (name: string): Flag | undefined => flags.find((one) => one.name === name)
  const text = (name: string): string => values.get(name)?.at(-1) ?? flagOf(name)?.initial ?? ''
  return {
    args,
    ...(dashAt === undefined ? {} : { dashAt }),
    given: (name) => values.has(name),
    is: (name) => TRUE.has(text(name)),
    text,
    list(name) {
      const flag = flagOf(name)
      const given = values.get(name) ?? (flag?.initial === undefined ? [] : [flag.initial])
      return flag?.takes === 'list' ? given.flatMap((one) => one.split(',')) : given
    },
    whole: (name) => Number(text(name) || '0'),
    ms(name) {
      const parsed = durationMs(text(name) || '0')
      return typeof parsed === 'number' ? parsed : 0
    },
  }
}
