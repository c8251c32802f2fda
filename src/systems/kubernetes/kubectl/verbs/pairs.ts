import { ClientError } from './failures.ts'

const isPair = (arg: string): boolean =>
  (arg.includes('=') && !arg.startsWith('=')) || (arg.endsWith('-') && arg !== '-')

/** Arguments that name objects, and those that say what to change: `a=b`, `c-`. */
export interface Split {
  readonly names: readonly string[]
  readonly pairs: readonly string[]
}

/**
 * Tells names from changes, which come after them.
 *
 * @param what the kind of change: `label`
 * @throws ClientError where a name follows a change
 */
export function splitPairs(args: readonly string[], what: string): Split {
  const at = args.findIndex(isPair)
  if (at < 0) return { names: args, pairs: [] }
  const pairs = args.slice(at)
  if (!pairs.every(isPair))
    throw new ClientError(
      `all resources must be specified before ${what} changes: ${pairs.find((one) => !isPair(one)) ?? ''}`,
    )
  return { names: args.slice(0, at), pairs }
}

/** What to set and what to take away. */
export interface Edits {
  readonly set: Readonly<Record<string, string>>
  readonly remove: readonly string[]
}

/**
 * Reads `a=b` and `c-`.
 *
 * @throws ClientError where the same key is to be set and to be taken away
 */
export function editsOf(pairs: readonly string[], what: string): Edits {
  const assigned = pairs.filter((pair) => pair.includes('='))
  const set = Object.fromEntries(
    assigned.map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  const remove = pairs.filter((pair) => !pair.includes('=')).map((pair) => pair.slice(0, -1))
  if (remove.some((key) => Object.hasOwn(set, key)))
    throw new ClientError(`can not both modify and remove ${what} in the same command`)
  return { set, remove }
}
