import type { NodeId, Operation, QuorumWorld, Version } from '../../systems/quorum-store/world.ts'

/** The last write and the last read, and the machines that both of them waited for. */
export interface Sets {
  readonly write: Operation | undefined
  readonly read: Operation | undefined
  readonly both: readonly NodeId[]
}

/** The sets of a moment: of the operations that began last. */
export function setsOf({ operations }: QuorumWorld): Sets {
  const write = operations.findLast(({ kind }) => kind === 'write')
  const read = operations.findLast(({ kind }) => kind === 'read')
  const both = write?.quorum.filter((id) => read?.quorum.includes(id)) ?? []
  return { write, read, both }
}

/** What a machine told a read, or took from a write. */
export const saidOf = ({ kind, answers, version }: Operation, id: NodeId): Version =>
  kind === 'write' ? version : (answers[id] ?? 0)
