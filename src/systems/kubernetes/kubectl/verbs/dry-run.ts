import type { Parsed } from '../flags.ts'
import { ClientError } from './failures.ts'

/** How much of a command is pretended: nothing, all of it, or the storing alone. */
export type DryRun = 'none' | 'client' | 'server'

/**
 * What `--dry-run` says.
 *
 * @throws ClientError for a value that is none of the three
 */
export function dryRunIn(flags: Parsed): DryRun {
  const value = flags.text('dry-run')
  if (value === '') return 'none'
  if (value === 'none' || value === 'client' || value === 'server') return value
  if (value === 'unchanged') return 'client'
  throw new ClientError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`)
}
