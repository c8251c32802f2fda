import type { QuorumDecisions, QuorumWorld, Reply } from './world.ts'

const heardFrom = (replies: readonly Reply[]): number =>
  new Set(replies.map(({ copy }) => copy)).size

/** The coordinator's own: it counts copies, not messages, and the newest version wins. */
export const DECISIONS: QuorumDecisions = {
  writeDone: ({ confirmed, w }) => new Set(confirmed).size >= w,
  readAnswer: ({ replies, r }) =>
    heardFrom(replies) < r ? null : Math.max(...replies.map(({ version }) => version)),
}

/** What a coordinator owes its clients: it waits for no more than it needs, and makes nothing up. */
export const DUTIES = {
  endsWrites: ({ parameters, operations }: QuorumWorld): boolean =>
    operations.every(
      ({ kind, outcome, replies }) =>
        kind === 'read' || outcome !== 'open' || heardFrom(replies) < parameters.write,
    ),
  endsReads: ({ parameters, operations }: QuorumWorld): boolean =>
    operations.every(
      ({ kind, outcome, replies, repairing }) =>
        kind === 'write' ||
        outcome !== 'open' ||
        repairing !== undefined ||
        heardFrom(replies) < parameters.read,
    ),
  knownReads: ({ operations }: QuorumWorld): boolean =>
    operations.every(
      ({ result, replies }) =>
        result === undefined || replies.some(({ version }) => version === result),
    ),
} as const
