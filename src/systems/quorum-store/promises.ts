import type { QuorumParameters, QuorumWorld } from './world.ts'

/** Whether reads and writes are sure to meet: no sloppy quorum, and r + w above n. */
export const overlaps = ({
  n,
  read: r,
  write: w,
  sloppy,
}: Pick<QuorumParameters, 'n' | 'read' | 'write' | 'sloppy'>): boolean => !sloppy && r + w > n

/** What a reader of the store would like to rely on. */
export type Promised = 'freshReads' | 'forwardReads'

/**
 * Whether it was so in everything that was answered: no read older than a write that had ended before
 * it began, and none older than what an earlier read had returned.
 */
export const KEPT: Readonly<Record<Promised, (world: QuorumWorld) => boolean>> = {
  freshReads: ({ operations }) => operations.every(({ result, due }) => (result ?? due) >= due),
  forwardReads: ({ operations }) =>
    operations.every(({ result, seen }) => (result ?? seen) >= seen),
}

/** Whether the rules make sure of it, whatever happens. */
export const SURE: Readonly<Record<Promised, (parameters: QuorumParameters) => boolean>> = {
  freshReads: overlaps,
  // A read that asks all copies finds whatever an earlier one had found on one of them.
  forwardReads: (parameters) =>
    parameters.read === parameters.n || (overlaps(parameters) && parameters.repair === 'before'),
}

/**
 * What a store of this kind promises: where quorums overlap no read is stale, and where copies are
 * repaired before the answer none goes back.
 */
export const INVARIANTS = {
  freshReads: (world: QuorumWorld): boolean =>
    !SURE.freshReads(world.parameters) || KEPT.freshReads(world),
  forwardReads: (world: QuorumWorld): boolean =>
    !SURE.forwardReads(world.parameters) || KEPT.forwardReads(world),
} as const
