import type { Batch } from './world.ts'

/** How many entries two logs have in common from their start. */
export function common(one: readonly number[], other: readonly number[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

/**
 * Whether a log is at least as full as another: its last entry is of a later term, or of the same
 * one and it is as long.
 *
 * @source ongaro-2014
 */
export function asFull(
  one: readonly number[],
  other: readonly number[],
  batches: readonly Batch[],
): boolean {
  const termOf = (log: readonly number[]) => batches[log.at(-1) ?? -1]?.term ?? 0
  const [mine, yours] = [termOf(one), termOf(other)]
  return mine === yours ? one.length >= other.length : mine > yours
}

/**
 * A log after some entries that belong behind its first `after`. Only what contradicts them is cut
 * off, since a message that comes late may say less than is known already.
 */
export function merged(
  log: readonly number[],
  after: number,
  entries: readonly number[],
): readonly number[] {
  if (log.length === after) return log.concat(entries)
  const differs = entries.findIndex((entry, index) => log[after + index] !== entry)
  return differs < 0 ? log : [...log.slice(0, after + differs), ...entries.slice(differs)]
}
