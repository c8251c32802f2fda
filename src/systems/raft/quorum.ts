/**
 * How many of so many are a majority: more than half, so that any two majorities share a member.
 *
 * @param members a whole number of at least 1
 * @example majorityOf(4) // 3
 */
export const majorityOf = (members: number): number => Math.floor(members / 2) + 1

/**
 * The highest index that a majority holds.
 *
 * @param matches for each voter the highest index that it is known to hold; 0 for none
 * @source ongaro-2014
 */
export function majorityCommit(matches: readonly number[]): number {
  const sorted = matches.toSorted((one, other) => other - one)
  return sorted[majorityOf(sorted.length) - 1] ?? 0
}

/**
 * Whether an election is won, lost or open.
 *
 * @param votes for each voter its answer; nothing where there is none yet
 */
export function voteResult(
  votes: readonly (boolean | undefined)[],
  needed = majorityOf(votes.length),
): 'won' | 'lost' | 'pending' {
  const given = votes.filter((vote) => vote === true).length
  const refused = votes.filter((vote) => vote === false).length
  if (given >= needed) return 'won'
  return refused > votes.length - needed ? 'lost' : 'pending'
}
