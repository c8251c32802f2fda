import type { CaseArguments, Evaluate } from '../../../reliability/cases/case-arguments.ts'
import { majorityCommit, voteResult } from '../quorum.ts'

function listOf(args: CaseArguments, name: string): readonly unknown[] {
  const value = args[name]
  if (Array.isArray(value)) return value
  throw new TypeError(`${name} of a case must be a list, got ${JSON.stringify(value)}`)
}

/** The operations of the cases on majority quorums, by name. */
export const evaluators: Readonly<Record<string, Evaluate>> = {
  majorityCommit: (args) => ({
    // A voter that has said nothing holds nothing.
    committed: majorityCommit(listOf(args, 'matchIndex').map((match) => Number(match ?? 0))),
  }),
  majorityVote: (args) => ({
    result: voteResult(
      listOf(args, 'votes').map((vote) => (vote === null ? undefined : vote === true)),
    ),
  }),
}
