import * as exported from 'virtual:reference/functions'
import { type Line, linesOf } from './answer.ts'
import { placed } from './arguments.ts'

/** What came of a call: the answer line by line, or why there is none. */
export type Evaluated =
  | { readonly kind: 'answer'; readonly lines: readonly Line[] }
  /** The library refused it, and says why. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The arguments have not even the form that the function takes. */
  | { readonly kind: 'malformed' }

const functions = new Map<string, unknown>(Object.entries(exported))

/**
 * Calls a function of the library, with the functions that its example passes in their places.
 *
 * @throws RangeError for a name that is no public function
 */
export function evaluate(name: string, args: readonly unknown[]): Evaluated {
  const call = functions.get(name)
  if (typeof call !== 'function') throw new RangeError(`evaluate: no function "${name}"`)
  const fixed = Object.hasOwn(exported.fixed, name) ? (exported.fixed[name] ?? []) : []
  const whole = fixed.reduce((given, { path, value }) => placed(given, path, value), args)
  try {
    return { kind: 'answer', lines: linesOf(call(...whole)) }
  } catch (error) {
    return error instanceof RangeError
      ? { kind: 'refused', why: error.message }
      : { kind: 'malformed' }
  }
}
