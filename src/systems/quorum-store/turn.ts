import { passes, timeOn } from '../../simulation/network.ts'
import type { Later, Moment, Step } from '../../simulation/rules.ts'
import type {
  Message,
  Node,
  NodeId,
  Operation,
  QuorumDecisions,
  QuorumEvent,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from './world.ts'

/** Where operations are coordinated. */
export const COORDINATOR = 'C'

/** A step in the making; see the turn of other systems. */
export interface Turn {
  world: QuorumWorld
  readonly schedule: Later<QuorumEvent>[]
  readonly notes: QuorumNote[]
  readonly moment: Moment
  readonly decisions: QuorumDecisions
}

/** What becomes of a world by a change of it. */
export function stepOf(
  world: QuorumWorld,
  moment: Moment,
  decisions: QuorumDecisions,
  change: (turn: Turn) => void,
): Step<QuorumWorld, QuorumEvent, QuorumNote> {
  const turn: Turn = { world, schedule: [], notes: [], moment, decisions }
  change(turn)
  return { world: turn.world, schedule: turn.schedule, notes: turn.notes }
}

/** The machines, in the order of the ring. */
export const nodeIds = ({ nodes }: Pick<QuorumParameters, 'nodes'>): readonly NodeId[] =>
  Array.from({ length: nodes }, (_, index) => `N${index + 1}`)

/** The machines that hold the key. */
export const copiesOf = (parameters: Pick<QuorumParameters, 'nodes' | 'n'>): readonly NodeId[] =>
  nodeIds(parameters).slice(0, parameters.n)

export function nodeOf({ nodes }: QuorumWorld, id: NodeId): Node {
  const node = nodes[id]
  if (!node) throw new RangeError(`quorum-store: no node ${id}`)
  return node
}

export function changeNode(turn: Turn, id: NodeId, part: Partial<Node>): void {
  const node = { ...nodeOf(turn.world, id), ...part }
  turn.world = { ...turn.world, nodes: { ...turn.world.nodes, [id]: node } }
}

export const operationOf = ({ world }: Turn, id: number): Operation | undefined =>
  world.operations[id]

export function changeOperation(turn: Turn, id: number, part: Partial<Operation>): void {
  const operation = operationOf(turn, id)
  if (!operation) return
  const operations = turn.world.operations.with(id, { ...operation, ...part })
  turn.world = { ...turn.world, operations }
}

export const isUp = ({ world }: Turn, id: NodeId): boolean =>
  nodeOf(world, id).life.condition === 'up'

/** Whether the coordinator and a machine reach each other. */
export const reaches = ({ world }: Turn, id: NodeId): boolean =>
  passes(world.network, COORDINATOR, id) && passes(world.network, id, COORDINATOR)

const WAYS = {
  store: 'write',
  stored: 'ack',
  ask: 'read',
  told: 'response',
  hand: 'write',
  handed: 'ack',
} as const

/** Puts a message on its way, once or twice, with luck of its own for each machine and kind. */
export function post(turn: Turn, from: NodeId, to: NodeId, message: Message): void {
  const { duplication = 0 } = turn.world.parameters
  const copy = from === COORDINATOR ? to : from
  const twice = `twice ${WAYS[message.kind]} ${copy}`
  const times = duplication > 0 && turn.moment.draw.happens(twice, duplication) ? 2 : 1
  for (let time = 0; time < times; time += 1) fly(turn, from, to, message)
}

function fly(turn: Turn, from: NodeId, to: NodeId, message: Message): void {
  const { world, moment } = turn
  const way = WAYS[message.kind]
  const copy = from === COORDINATOR ? to : from
  const slow = Math.max(world.nodes[from]?.slowness ?? 1, world.nodes[to]?.slowness ?? 1)
  const takesMs = timeOn(world.parameters.delays[way], `${way} ${copy}`, moment.draw) * slow
  const number = world.sent + 1
  const arrivesMs = moment.nowMs + Math.round(takesMs)
  const doomed = !passes(world.network, from, to)
  const flight = { number, from, to, sentMs: moment.nowMs, arrivesMs, doomed, message }
  turn.world = { ...world, sent: number, flights: [...world.flights, flight] }
  turn.schedule.push({ afterMs: takesMs, event: { kind: 'arrive', flight: number } })
}

/** It is no longer on its way. */
export function land(turn: Turn, number: number): void {
  const flights = turn.world.flights.filter((flight) => flight.number !== number)
  turn.world = { ...turn.world, flights }
}
