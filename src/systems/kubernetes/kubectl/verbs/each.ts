import { ApiError } from '../../api/status.ts'
import { type Asked, DONE } from './asked.ts'
import { ClientError, caught, failureOf } from './failures.ts'
import type { Found, Target } from './targets.ts'

/** Does something to every object that was found, whatever becomes of the others. */
export function toEach(found: readonly Found[], act: (target: Target) => void): { exit: number } {
  const errors: Error[] = []
  for (const one of found) {
    if (one instanceof ApiError) {
      errors.push(one)
      continue
    }
    try {
      act(one)
    } catch (error) {
      errors.push(caught(error))
    }
  }
  if (errors.length > 0) throw failureOf(errors)
  return DONE
}

/**
 * A flag that has to be there.
 *
 * @throws ClientError where it is not
 */
export function required({ flags }: Asked, name: string): string {
  const value = flags.text(name)
  if (!flags.given(name)) throw new ClientError(`required flag(s) "${name}" not set`)
  return value
}
