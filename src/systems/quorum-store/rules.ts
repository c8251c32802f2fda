import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import { healed, networkOf, partitioned, passes } from '../../simulation/network.ts'
import { crashed, newNode, restarted } from '../../simulation/node-life.ts'
import type { Rules } from '../../simulation/rules.ts'
import { impatient, read, stored, told, write } from './coordinator.ts'
import { ask, hand, handOff, handOffLater, handed, store } from './copies.ts'
import { DECISIONS } from './decisions.ts'
import { COORDINATOR, type Turn, changeNode, isUp, land, nodeIds, stepOf } from './turn.ts'
import type {
  Flight,
  Node,
  NodeId,
  QuorumAction,
  QuorumDecisions,
  QuorumEvent,
  QuorumNote,
  QuorumParameters,
  QuorumWorld,
} from './world.ts'

function deliver(turn: Turn, { from, to, message }: Flight): void {
  switch (message.kind) {
    case 'store':
      return store(turn, to, message)
    case 'stored':
      return stored(turn, from, message)
    case 'ask':
      return ask(turn, to, message.operation)
    case 'told':
      return told(turn, from, message)
    case 'hand':
      return hand(turn, from, to, message.version)
    case 'handed':
      return handed(turn, from, to, message.version)
  }
}

function arrive(turn: Turn, number: number): void {
  const flight = turn.world.flights.find((one) => one.number === number)
  // Somebody dropped it, or made it late and it has another event for its arrival.
  if (!flight || flight.arrivesMs > turn.moment.nowMs) return
  land(turn, number)
  const received = flight.to === COORDINATOR || isUp(turn, flight.to)
  if (received && !flight.doomed && passes(turn.world.network, flight.from, flight.to))
    deliver(turn, flight)
  else turn.notes.push({ kind: 'lost', flight })
}

function happen(turn: Turn, event: QuorumEvent): void {
  switch (event.kind) {
    case 'arrive':
      return arrive(turn, event.flight)
    case 'impatient':
      return impatient(turn, event.operation)
    case 'hand-off':
      return handOff(turn, event.node, event.life)
  }
}

function onMessage(turn: Turn, action: Extract<QuorumAction, { kind: 'drop' | 'delay' }>): void {
  const { flights } = turn.world
  const flight = flights.find(({ number }) => number === action.flight)
  if (!flight) return
  if (action.kind === 'drop') {
    land(turn, flight.number)
    turn.notes.push({ kind: 'lost', flight })
    return
  }
  const late = { ...flight, arrivesMs: flight.arrivesMs + Math.max(0, Math.round(action.byMs)) }
  turn.world = { ...turn.world, flights: flights.map((one) => (one === flight ? late : one)) }
  turn.schedule.push({
    afterMs: late.arrivesMs - turn.moment.nowMs,
    event: { kind: 'arrive', flight: flight.number },
  })
  turn.notes.push({ kind: 'delayed', flight: late })
}

type OnNode = Extract<QuorumAction, { readonly node: NodeId }>

function onNode(turn: Turn, action: OnNode): void {
  const { node: id } = action
  const node = turn.world.nodes[id]
  if (!node) return
  switch (action.kind) {
    case 'crash':
      if (node.life.condition !== 'up') return
      changeNode(turn, id, { life: crashed(node.life), handsOff: false })
      turn.notes.push({ kind: 'crashed', node: id })
      return
    case 'restart':
      if (node.life.condition === 'up') return
      changeNode(turn, id, { life: restarted(node.life) })
      turn.notes.push({ kind: 'restarted', node: id })
      return handOffLater(turn, id)
    case 'slow': {
      const times = Math.max(1, action.times)
      if (node.slowness === times) return
      changeNode(turn, id, { slowness: times })
      turn.notes.push({ kind: 'slowed', node: id, times })
      return
    }
    case 'cut':
    case 'join':
      return onLink(turn, id, action.kind)
  }
}

function onLink(turn: Turn, id: NodeId, kind: 'cut' | 'join'): void {
  const { network } = turn.world
  const ways = [`${COORDINATOR}>${id}`, `${id}>${COORDINATOR}`]
  const others = network.cut.filter((one) => !ways.includes(one))
  if (others.length < network.cut.length === (kind === 'cut')) return
  const cut = kind === 'cut' ? [...others, ...ways] : others
  turn.world = { ...turn.world, network: { ...network, cut } }
  turn.notes.push({ kind: kind === 'cut' ? 'cut' : 'joined', node: id })
}

function act(turn: Turn, action: QuorumAction): void {
  const { network, parameters } = turn.world
  switch (action.kind) {
    case 'write':
      return write(turn)
    case 'read':
      return read(turn)
    case 'reach': {
      const rest = nodeIds(parameters).filter((id) => !action.nodes.includes(id))
      const sides = [[COORDINATOR, ...action.nodes], rest]
      turn.world = { ...turn.world, network: partitioned(network, sides) }
      turn.notes.push({ kind: 'partitioned', reached: action.nodes })
      return
    }
    case 'heal':
      turn.world = { ...turn.world, network: healed(network) }
      turn.notes.push({ kind: 'healed' })
      return
    case 'drop':
    case 'delay':
      return onMessage(turn, action)
    default:
      return onNode(turn, action)
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

/**
 * One key on several copies, in the manner of Dynamo: every request goes to all copies, and the
 * coordinator waits for some. Versions are given out by the one coordinator, so that none conflict.
 *
 * @source decandia-2007
 * @source bailis-2012
 */
export const quorumStoreWith = (
  decisions: QuorumDecisions,
): Rules<QuorumParameters, QuorumWorld, QuorumEvent, QuorumAction, QuorumNote> => ({
  begin(parameters) {
    checkParameters(parameters)
    const node = (id: NodeId): Node => ({
      life: newNode(),
      slowness: parameters.slowness[id] ?? 1,
      version: 0,
      hints: {},
      handsOff: false,
    })
    return {
      world: {
        parameters,
        network: networkOf({ latency: { kind: 'fixed', ms: 0 }, loss: 0, duplication: 0 }),
        nodes: Object.fromEntries(nodeIds(parameters).map((id) => [id, node(id)])),
        operations: [],
        flights: [],
        sent: 0,
        written: 0,
        acknowledged: 0,
        returned: 0,
      },
    }
  },
  happen: (world, event, moment) => stepOf(world, moment, decisions, (turn) => happen(turn, event)),
  act: (world, action, moment) => stepOf(world, moment, decisions, (turn) => act(turn, action)),
})

/** With the coordinator's own decisions. */
export const quorumStore = quorumStoreWith(DECISIONS)
