/** What a flag may hold. */
export interface FlagSpec {
  readonly kind: 'text' | 'switch' | 'list' | 'whole' | 'duration'
  readonly short?: string
  readonly preset?: string
  /** What it means without a value, where it may stand without one. */
  readonly bare?: string
}
export type FlagSpecs = Readonly<Record<string, FlagSpec>>

/** Flags as they were given. */
export interface Flags {
  readonly given: (name: string) => boolean
  readonly text: (name: string) => string | undefined
  readonly list: (name: string) => readonly string[]
  readonly on: (name: string) => boolean
  readonly whole: (name: string) => number | undefined
  readonly durationMs: (name: string) => number | undefined
}

/** A command that was called in a wrong way. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** Which of two hints follows it. */
  readonly how: 'flags' | 'help'

  constructor(message: string, how: 'flags' | 'help' = 'help') {
    super(message)
    this.how = how
  }
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  'µs': 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** A duration as Go writes it, `1h30m`, `8s`, in milliseconds; the complaint where it is none. */
export function durationMs(text: string): number | { readonly wrong: string } {
  const body = text.replace(/^[+-]/, '')
  if (body === '0') return 0
  const parts = [...body.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)?/gy)]
  const read = parts.map(([part]) => part).join('')
  if (body === '' || read !== body) return { wrong: `time: invalid duration "${text}"` }
  if (parts.some(([, , unit]) => unit === undefined))
    return { wrong: `time: missing unit in duration "${text}"` }
  const sum = parts.reduce((ms, [, value, unit]) => ms + Number(value) * (UNIT_MS[unit ?? ''] ?? 0), 0)
  return text.startsWith('-') ? -sum : sum
}

function wrongValue({ kind }: FlagSpec, value: string): string | undefined {
  switch (kind) {
    case 'whole':
      return /^[+-]?\d+$/.test(value)
        ? undefined
        : `strconv.ParseInt: parsing "${value}": invalid syntax`
    case 'switch':
      return /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)
        ? undefined
        : `strconv.ParseBool: parsing "${value}": invalid syntax`
    case 'duration': {
      const read = durationMs(value)
      return typeof read === 'number' ? undefined : read.wrong
    }
    case 'text':
    case 'list':
      return undefined
  }
}

/**
 * Reads flags and arguments, which may stand in any order; `--` ends the flags.
 *
 * @throws UsageError for a flag that is not known or whose value is no such value
 */
export function parseFlags(
  specs: FlagSpecs,
  words: readonly string[],
): { readonly args: readonly string[]; readonly flags: Flags } {
  const values = new Map<string, readonly string[]>()
  const args: string[] = []
  const set = (name: string, spec: FlagSpec, value: string): void => {
    const wrong = wrongValue(spec, value)
    const shown = spec.short === undefined ? `--${name}` : `-${spec.short}, --${name}`
    if (wrong !== undefined)
      throw new UsageError(`invalid argument "${value}" for "${shown}" flag: ${wrong}`, 'flags')
    values.set(name, [...(values.get(name) ?? []), value])
  }
  const queue = [...words]
  const bareOf = (spec: FlagSpec): string | undefined =>
    spec.kind === 'switch' ? 'true' : spec.bare
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') {
      args.push(...queue)
      break
    }
    if (word.startsWith('--')) {
      const [name = '', ...rest] = word.slice(2).split('=')
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
      if (!spec) throw new UsageError(`unknown flag: --${name}`, 'flags')
      const value = rest.length > 0 ? rest.join('=') : (bareOf(spec) ?? queue.shift())
      if (value === undefined) throw new UsageError(`flag needs an argument: --${name}`, 'flags')
      set(name, spec, value)
    } else if (word.startsWith('-') && word.length > 1) {
      let letters = word.slice(1)
      while (letters !== '') {
        const letter = letters[0] ?? ''
        const found = Object.entries(specs).find(([, { short }]) => short === letter)
        if (!found)
          throw new UsageError(`unknown shorthand flag: '${letter}' in -${letters}`, 'flags')
        const [name, spec] = found
        const after = letters.slice(1)
        const bare = bareOf(spec)
        if (after.startsWith('=')) {
          set(name, spec, after.slice(1))
          letters = ''
        } else if (bare !== undefined) {
          set(name, spec, bare)
          letters = after
        } else {
          const value = after === '' ? queue.shift() : after
          if (value === undefined)
            throw new UsageError(`flag needs an argument: '${letter}' in -${letters}`, 'flags')
          set(name, spec, value)
          letters = ''
        }
      }
    } else args.push(word)
  }
  const text = (name: string): string | undefined => values.get(name)?.at(-1) ?? specs[name]?.preset
  return {
    args,
    flags: {
      given: (name) => values.has(name),
      text,
      list: (name) => (values.get(name) ?? []).flatMap((value) => value.split(',')),
      on: (name) => /^(1|t|true)$/i.test(text(name) ?? 'false'),
      whole: (name) => (text(name) === undefined ? undefined : Number(text(name))),
      durationMs: (name) => {
        const value = text(name)
        const read = value === undefined ? undefined : durationMs(value)
        return typeof read === 'number' ? read : undefined
      },
    },
  }
}
