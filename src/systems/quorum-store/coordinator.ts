import {
  COORDINATOR,
  type Turn,
  changeOperation,
  copiesOf,
  isUp,
  nodeIds,
  operationOf,
  post,
  reaches,
} from './turn.ts'
import type { Message, NodeId, Operation } from './world.ts'

function begin(turn: Turn, kind: 'write' | 'read'): number {
  const { world, moment } = turn
  const id = world.operations.length
  const version = kind === 'write' ? world.written + 1 : 0
  const operation: Operation = {
    id,
    kind,
    version,
    startMs: moment.nowMs,
    replies: [],
    answers: {},
    quorum: [],
    endMs: undefined,
    outcome: 'open',
    result: undefined,
    due: world.acknowledged,
    seen: world.returned,
    repairing: undefined,
  }
  turn.world = {
    ...world,
    operations: [...world.operations, operation],
    ...(kind === 'write' && { written: version }),
  }
  turn.schedule.push({
    afterMs: world.parameters.patienceMs,
    event: { kind: 'impatient', operation: id },
  })
  return id
}

/** Where a write goes: to every copy, or for those out of reach to the next machines that are not. */
function destinations(turn: Turn): readonly (readonly [to: NodeId, hintFor: NodeId | undefined])[] {
  const { parameters } = turn.world
  const copies = copiesOf(parameters)
  if (!parameters.sloppy) return copies.map((copy) => [copy, undefined] as const)
  const available = (id: NodeId) => isUp(turn, id) && reaches(turn, id)
  const spare = nodeIds(parameters).filter((id) => !copies.includes(id) && available(id))
  return copies.map((copy) => {
    if (available(copy)) return [copy, undefined] as const
    const stand = spare.shift()
    return stand === undefined ? ([copy, undefined] as const) : ([stand, copy] as const)
  })
}

export function write(turn: Turn): void {
  const operation = begin(turn, 'write')
  const version = turn.world.written
  for (const [to, hintFor] of destinations(turn))
    post(turn, COORDINATOR, to, { kind: 'store', version, operation, hintFor })
}

export function read(turn: Turn): void {
  const operation = begin(turn, 'read')
  for (const to of copiesOf(turn.world.parameters))
    post(turn, COORDINATOR, to, { kind: 'ask', operation })
}

/** A message that comes twice makes no second member of a quorum. */
const withOne = (quorum: readonly NodeId[], from: NodeId): readonly NodeId[] =>
  quorum.includes(from) ? quorum : [...quorum, from]

/** A machine has stored what an operation asked it to store. */
export function stored(
  turn: Turn,
  from: NodeId,
  message: Extract<Message, { kind: 'stored' }>,
): void {
  const operation = operationOf(turn, message.operation)
  if (!operation) return
  const { parameters } = turn.world
  if (operation.kind === 'read') {
    // A copy is up to date before the reader has its answer.
    if (!operation.repairing || operation.outcome !== 'open') return
    const repairing = [...new Set([...operation.repairing, from])]
    changeOperation(turn, operation.id, { repairing })
    if (repairing.length >= parameters.write) answerRead(turn, operation.id)
    return
  }
  const copy = message.hintFor ?? from
  const answers = { ...operation.answers, [copy]: message.version }
  const replies = [...operation.replies, { copy, version: message.version }]
  changeOperation(turn, operation.id, { answers, replies })
  if (operation.outcome !== 'open') return
  changeOperation(turn, operation.id, { quorum: withOne(operation.quorum, from) })
  const confirmed = replies.map((reply) => reply.copy)
  const { n, write: w } = parameters
  if (!turn.decisions.writeDone({ confirmed, n, w })) return
  changeOperation(turn, operation.id, { outcome: 'done', endMs: turn.moment.nowMs })
  turn.world = {
    ...turn.world,
    acknowledged: Math.max(turn.world.acknowledged, operation.version),
  }
  turn.notes.push({ kind: 'wrote', version: operation.version })
}

/** A copy has told a read what it holds. */
export function told(turn: Turn, from: NodeId, message: Extract<Message, { kind: 'told' }>): void {
  const operation = operationOf(turn, message.operation)
  if (!operation) return
  const { parameters } = turn.world
  const answers = { ...operation.answers, [from]: message.version }
  const replies = [...operation.replies, { copy: from, version: message.version }]
  const open = operation.outcome === 'open' && !operation.repairing
  const newest = open ? Math.max(operation.version, message.version) : operation.version
  changeOperation(turn, operation.id, { answers, replies, version: newest })
  if (!open) {
    if (parameters.repair !== 'none') repair(turn, operation.id, [from])
    return
  }
  const quorum = withOne(operation.quorum, from)
  changeOperation(turn, operation.id, { quorum })
  const { n, write: w, read: r } = parameters
  const version = turn.decisions.readAnswer({ replies, n, w, r })
  if (version === null) return
  changeOperation(turn, operation.id, { version })
  if (parameters.repair !== 'before') {
    answerRead(turn, operation.id)
    if (parameters.repair === 'after') repair(turn, operation.id, quorum)
    return
  }
  // Every copy holds version 0, whether it has said so or not.
  const current = copiesOf(parameters).filter((node) => (answers[node] ?? 0) >= version)
  changeOperation(turn, operation.id, { repairing: current })
  if (current.length >= parameters.write) answerRead(turn, operation.id)
  // Every copy is told, since those that were silent may be old too.
  repair(turn, operation.id, copiesOf(parameters))
}

/** Sends the version that a read found to copies that said they hold an older one, or said nothing. */
function repair(turn: Turn, id: number, to: readonly NodeId[]): void {
  const operation = operationOf(turn, id)
  if (!operation) return
  const { version, answers, outcome } = operation
  for (const node of to) {
    if ((answers[node] ?? 0) >= version) continue
    post(turn, COORDINATOR, node, {
      kind: 'store',
      version,
      operation: outcome === 'open' ? id : undefined,
      hintFor: undefined,
    })
  }
}

function answerRead(turn: Turn, id: number): void {
  const operation = operationOf(turn, id)
  if (!operation) return
  const { version, due, seen } = operation
  changeOperation(turn, id, { outcome: 'done', endMs: turn.moment.nowMs, result: version })
  turn.world = { ...turn.world, returned: Math.max(turn.world.returned, version) }
  turn.notes.push({ kind: 'read', version, stale: version < due, backwards: version < seen })
}

/** The client of an operation has waited long enough. */
export function impatient(turn: Turn, id: number): void {
  const operation = operationOf(turn, id)
  if (operation?.outcome !== 'open') return
  changeOperation(turn, id, { outcome: 'failed', endMs: turn.moment.nowMs })
  turn.notes.push(
    operation.kind === 'write'
      ? { kind: 'failed-write', version: operation.version }
      : { kind: 'failed-read' },
  )
}
