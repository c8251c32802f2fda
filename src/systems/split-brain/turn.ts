import type { Draw } from '../../simulation/draw.ts'
import type { Later } from '../../simulation/rules.ts'
import type {
  Message,
  Node,
  NodeId,
  SplitBrainEvent,
  SplitBrainNote,
  SplitBrainWorld,
  Vote,
  VoterId,
} from './world.ts'

/** A step in the making. */
export interface Turn {
  world: SplitBrainWorld
  readonly schedule: Later<SplitBrainEvent>[]
  readonly notes: SplitBrainNote[]
  readonly nowMs: number
  readonly draw: Draw
}

export const otherOf = (id: NodeId): NodeId => (id === 'A' ? 'B' : 'A')

export const nodeOf = ({ world }: Turn, id: NodeId): Node => world.nodes[id]

export function change(turn: Turn, id: NodeId, part: Partial<Node>): void {
  const { nodes } = turn.world
  turn.world = { ...turn.world, nodes: { ...nodes, [id]: { ...nodes[id], ...part } } }
}

/** Whether votes end after a time, so that a primary must stop when it cannot renew them. */
export const isLeased = ({ world: { parameters } }: Turn): boolean =>
  parameters.arbitration === 'both' || parameters.arbitration === 'witness'

/** More than half: two of two, two of three. */
export const majorityOf = (voters: number): number => Math.floor(voters / 2) + 1

/** Whether a vote may be given to this node now. */
export const isFree = ({ to, untilMs }: Vote, node: NodeId, nowMs: number): boolean =>
  to === undefined || to === node || nowMs >= untilMs

/** The name of a direction: of the management link, or of the network. */
export const linkOf = (from: VoterId, to: VoterId, message: Message): string =>
  message.kind === 'fence' ? `${from}#${to}` : `${from}>${to}`

export const passes = ({ cut }: SplitBrainWorld, link: string): boolean => !cut.includes(link)

/** Sends a message. One that finds its link cut is lost; an order to switch off fails in its time. */
export function send(turn: Turn, from: VoterId, to: VoterId, message: Message): void {
  const { parameters, flights, sent } = turn.world
  const fence = message.kind === 'fence'
  if (!fence && !passes(turn.world, linkOf(from, to, message))) return
  const number = sent + 1
  const afterMs = fence ? parameters.fenceMs : parameters.latencyMs
  const life = from === 'W' ? 0 : nodeOf(turn, from).life.life
  const arrivesMs = turn.nowMs + afterMs
  const flight = { number, from, life, to, sentMs: turn.nowMs, arrivesMs, message }
  turn.world = { ...turn.world, sent: number, flights: [...flights, flight] }
  turn.schedule.push({ afterMs, event: { kind: 'arrive', number } })
}

/** The next epoch that is this node's own: two nodes never lead in the same one. */
export function nextEpoch({ epoch, seen }: Node, id: NodeId): number {
  const least = Math.max(epoch, seen) + 1
  return least % 2 === (id === 'A' ? 1 : 0) ? least : least + 1
}

export const lastEpochOf = ({ log }: Node): number => log.at(-1)?.epoch ?? 0

/** Whether this log goes at least as far as the other one. */
export const goesAsFar = (
  one: { readonly lastEpoch: number; readonly length: number },
  other: { readonly lastEpoch: number; readonly length: number },
): boolean =>
  one.lastEpoch > other.lastEpoch ||
  (one.lastEpoch === other.lastEpoch && one.length >= other.length)
