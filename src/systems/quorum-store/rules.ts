import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import { healed, networkOf, partitioned, passes, timeOn } from '../../simulation/network.ts'
import { crashed, newNode, restarted } from '../../simulation/node-life.ts'
import type { Later, Moment, Rules } from '../../simulation/rules.ts'
import type {
  Node,
  NodeId,
  Operation,
  QuorumAction,
  QuorumDecisions,
  QuorumEvent,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
  Reply,
  Version,
} from './world.ts'

/** Where operations are coordinated. */
const COORDINATOR = 'C'

/** A step in the making; see the turn of other systems. */
interface Turn {
  world: QuorumWorld
  readonly schedule: Later<QuorumEvent>[]
  readonly notes: QuorumNote[]
  readonly moment: Moment
  readonly decisions: QuorumDecisions
}

/** The machines, in the order of the ring. */
export const nodeIds = ({ nodes }: Pick<QuorumParameters, 'nodes'>): readonly NodeId[] =>
  Array.from({ length: nodes }, (_, index) => `N${index + 1}`)

/** The machines that hold the key. */
export const copiesOf = (parameters: Pick<QuorumParameters, 'nodes' | 'n'>): readonly NodeId[] =>
  nodeIds(parameters).slice(0, parameters.n)

function nodeOf({ nodes }: QuorumWorld, id: NodeId): Node {
  const node = nodes[id]
  if (!node) throw new RangeError(`quorum-store: no node ${id}`)
  return node
}

function changeNode(turn: Turn, id: NodeId, part: Partial<Node>): void {
  const node = { ...nodeOf(turn.world, id), ...part }
  turn.world = { ...turn.world, nodes: { ...turn.world.nodes, [id]: node } }
}

const operationOf = ({ world }: Turn, id: number): Operation | undefined => world.operations[id]

function changeOperation(turn: Turn, id: number, part: Partial<Operation>): void {
  const operations = turn.world.operations.map((one) => (one.id === id ? { ...one, ...part } : one))
  turn.world = { ...turn.world, operations }
}

/** Puts a message on its way to or from a machine, with luck of its own for each kind. */
function post(
  turn: Turn,
  node: NodeId,
  way: keyof QuorumParameters['delays'],
  event: QuorumEvent,
): void {
  const { delays, slowness, duplication = 0 } = turn.world.parameters
  const { draw } = turn.moment
  const times = draw.happens(`twice ${way} ${node}`, duplication) ? 2 : 1
  for (let time = 0; time < times; time += 1) {
    const afterMs = timeOn(delays[way], `${way} ${node}`, draw) * (slowness[node] ?? 1)
    turn.schedule.push({ afterMs, event })
  }
}

const isUp = ({ world }: Turn, id: NodeId): boolean => nodeOf(world, id).life.condition === 'up'

/** Whether the coordinator and a machine reach each other. */
const reaches = ({ world }: Turn, id: NodeId): boolean => passes(world.network, COORDINATOR, id)

// --- The coordinator. ---

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

function write(turn: Turn): void {
  const id = begin(turn, 'write')
  const { written } = turn.world
  for (const [to, hintFor] of destinations(turn))
    post(turn, to, 'write', { kind: 'store', to, version: written, operation: id, hintFor })
}

function read(turn: Turn): void {
  const id = begin(turn, 'read')
  for (const to of copiesOf(turn.world.parameters))
    post(turn, to, 'read', { kind: 'ask', to, operation: id })
}

function stored(turn: Turn, event: Extract<QuorumEvent, { kind: 'stored' }>): void {
  const operation = operationOf(turn, event.operation)
  if (!operation || !reaches(turn, event.from)) return
  const { parameters } = turn.world
  if (operation.kind === 'read') {
    // A copy is up to date before the reader has its answer.
    if (!operation.repairing || operation.outcome !== 'open') return
    const repairing = [...new Set([...operation.repairing, event.from])]
    changeOperation(turn, operation.id, { repairing })
    if (repairing.length >= parameters.write) answerRead(turn, operation.id)
    return
  }
  const copy = event.hintFor ?? event.from
  const answers = { ...operation.answers, [copy]: event.version }
  const replies = [...operation.replies, { copy, version: event.version }]
  changeOperation(turn, operation.id, { answers, replies })
  if (operation.outcome !== 'open') return
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

function told(turn: Turn, event: Extract<QuorumEvent, { kind: 'told' }>): void {
  const operation = operationOf(turn, event.operation)
  if (!operation || !reaches(turn, event.from)) return
  const { parameters } = turn.world
  const answers = { ...operation.answers, [event.from]: event.version }
  const replies = [...operation.replies, { copy: event.from, version: event.version }]
  changeOperation(turn, operation.id, { answers, replies })
  if (operation.outcome !== 'open' || operation.repairing) {
    if (parameters.repair !== 'none') repair(turn, operation.id, [event.from])
    return
  }
  const { n, write: w, read: r } = parameters
  const version = turn.decisions.readAnswer({ replies, n, w, r })
  if (version === null) return
  changeOperation(turn, operation.id, { version })
  if (parameters.repair !== 'before') {
    answerRead(turn, operation.id)
    if (parameters.repair === 'after') repair(turn, operation.id, Object.keys(answers))
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
  const { version, answers } = operation
  for (const node of to) {
    if ((answers[node] ?? 0) >= version) continue
    const { outcome } = operation
    post(turn, node, 'write', {
      kind: 'store',
      to: node,
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

function impatient(turn: Turn, id: number): void {
  const operation = operationOf(turn, id)
  if (operation?.outcome !== 'open') return
  changeOperation(turn, id, { outcome: 'failed', endMs: turn.moment.nowMs })
  turn.notes.push(
    operation.kind === 'write'
      ? { kind: 'failed-write', version: operation.version }
      : { kind: 'failed-read' },
  )
}

// --- The machines. ---

function store(turn: Turn, event: Extract<QuorumEvent, { kind: 'store' }>): void {
  const { to, version, operation, hintFor } = event
  if (!isUp(turn, to) || !reaches(turn, to)) return
  const node = nodeOf(turn.world, to)
  if (hintFor !== undefined) {
    const kept = Math.max(node.hints[hintFor] ?? 0, version)
    const first = Object.keys(node.hints).length === 0
    changeNode(turn, to, { hints: { ...node.hints, [hintFor]: kept } })
    if (first) handOffLater(turn, to)
  } else if (version > node.version) {
    changeNode(turn, to, { version })
    if (operation === undefined) turn.notes.push({ kind: 'repaired', node: to, version })
  }
  if (operation !== undefined)
    post(turn, to, 'ack', { kind: 'stored', from: to, version, operation, hintFor })
}

function handOffLater(turn: Turn, node: NodeId): void {
  turn.schedule.push({
    afterMs: turn.world.parameters.handOffMs,
    event: { kind: 'hand-off', node, life: nodeOf(turn.world, node).life.life },
  })
}

/** A machine gives what it keeps for others to those that are back. */
function handOff(turn: Turn, id: NodeId, life: number): void {
  const node = nodeOf(turn.world, id)
  if (!isUp(turn, id) || node.life.life !== life) return
  const hints: Record<NodeId, Version> = {}
  for (const [owner, version] of Object.entries(node.hints)) {
    if (!isUp(turn, owner) || !passes(turn.world.network, id, owner)) {
      hints[owner] = version
      continue
    }
    const held = Math.max(nodeOf(turn.world, owner).version, version)
    changeNode(turn, owner, { version: held })
    turn.notes.push({ kind: 'handed-off', node: owner, version })
  }
  changeNode(turn, id, { hints })
  if (Object.keys(hints).length > 0) handOffLater(turn, id)
}

function happen(turn: Turn, event: QuorumEvent): void {
  switch (event.kind) {
    case 'store':
      return store(turn, event)
    case 'stored':
      return stored(turn, event)
    case 'ask': {
      const { to, operation } = event
      if (!isUp(turn, to) || !reaches(turn, to)) return
      const { version } = nodeOf(turn.world, to)
      return post(turn, to, 'response', { kind: 'told', from: to, version, operation })
    }
    case 'told':
      return told(turn, event)
    case 'impatient':
      return impatient(turn, event.operation)
    case 'hand-off':
      return handOff(turn, event.node, event.life)
  }
}

function act(turn: Turn, action: QuorumAction): void {
  switch (action.kind) {
    case 'write':
      return write(turn)
    case 'read':
      return read(turn)
    case 'reach': {
      const ids = nodeIds(turn.world.parameters)
      const rest = ids.filter((id) => !action.nodes.includes(id))
      const network = partitioned(turn.world.network, [[COORDINATOR, ...action.nodes], rest])
      turn.world = { ...turn.world, network }
      return
    }
    case 'heal':
      turn.world = { ...turn.world, network: healed(turn.world.network) }
      return
    case 'crash':
    case 'restart': {
      const { node: id, kind } = action
      const node = turn.world.nodes[id]
      if (!node || (kind === 'crash') !== (node.life.condition === 'up')) return
      changeNode(turn, id, { life: kind === 'crash' ? crashed(node.life) : restarted(node.life) })
      turn.notes.push({ kind: kind === 'crash' ? 'crashed' : 'restarted', node: id })
      if (kind === 'restart' && Object.keys(node.hints).length > 0) handOffLater(turn, id)
    }
  }
}

function checkParameters(parameters: QuorumParameters): void {
  const { nodes, n, patienceMs, handOffMs, slowness } = parameters
  requireWholeNumber(nodes, 1, 9, 'nodes', 'quorum-store')
  requireWholeNumber(n, 1, nodes, 'n', 'quorum-store')
  requireWholeNumber(parameters.read, 1, n, 'read', 'quorum-store')
  requireWholeNumber(parameters.write, 1, n, 'write', 'quorum-store')
  for (const [name, value] of Object.entries({ patienceMs, handOffMs })) {
    requireDuration(value, name, 'quorum-store')
    if (value === 0) throw new RangeError(`quorum-store: ${name} must be above 0`)
  }
  for (const [id, times] of Object.entries(slowness))
    if (!(times >= 1 && times < Infinity))
      throw new RangeError(`quorum-store: slowness of ${id} must be at least 1, got ${times}`)
}

/** Whether reads and writes are sure to meet: no sloppy quorum, and r + w above n. */
export const overlaps = ({ n, read: r, write: w, sloppy }: QuorumParameters): boolean =>
  !sloppy && r + w > n

/**
 * What a store of this kind promises, checked on everything that it has answered: where quorums
 * overlap no read is older than a write that had ended, and where copies are repaired before the
 * answer none is older than what an earlier read returned.
 */
export const INVARIANTS = {
  freshReads: ({ parameters, operations }: QuorumWorld): boolean =>
    !overlaps(parameters) || operations.every(({ result, due }) => (result ?? due) >= due),
  forwardReads: ({ parameters, operations }: QuorumWorld): boolean =>
    !(overlaps(parameters) && parameters.repair === 'before') ||
    operations.every(({ result, seen }) => (result ?? seen) >= seen),
} as const

const heardFrom = (replies: readonly Reply[]): number =>
  new Set(replies.map(({ copy }) => copy)).size

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

/** The coordinator's own: it counts copies, not messages, and the newest version wins. */
export const DECISIONS: QuorumDecisions = {
  writeDone: ({ confirmed, w }) => new Set(confirmed).size >= w,
  readAnswer: ({ replies, r }) =>
    heardFrom(replies) < r ? null : Math.max(...replies.map(({ version }) => version)),
}

/**
 * One key on several copies, in the manner of Dynamo: every request goes to all copies, and the
 * coordinator waits for some. Versions are given out by the one coordinator, so that none conflict.
 *
 * @source bailis-2012
 */
export const quorumStoreWith = (
  decisions: QuorumDecisions,
): Rules<QuorumParameters, QuorumWorld, QuorumEvent, QuorumAction, QuorumNote> => ({
  begin(parameters) {
    checkParameters(parameters)
    const node: Node = { life: newNode(), version: 0, hints: {} }
    return {
      world: {
        parameters,
        network: networkOf({ latency: { kind: 'fixed', ms: 0 }, loss: 0, duplication: 0 }),
        nodes: Object.fromEntries(nodeIds(parameters).map((id) => [id, node])),
        operations: [],
        written: 0,
        acknowledged: 0,
        returned: 0,
      },
    }
  },
  happen(world, event, moment) {
    const turn: Turn = { world, schedule: [], notes: [], moment, decisions }
    happen(turn, event)
    return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
  },
  act(world, action, moment) {
    const turn: Turn = { world, schedule: [], notes: [], moment, decisions }
    act(turn, action)
    return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
  },
})

/** With the coordinator's own decisions. */
export const quorumStore = quorumStoreWith(DECISIONS)
