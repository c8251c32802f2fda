import * as m from '#messages/messages.js'
import type { Subject } from '../../frame/contract.ts'
import type { ServerId } from '../../systems/raft/parameters.ts'
import type { Flight, Message, RaftWorld } from '../../systems/raft/world.ts'
import { idOf } from './deeds.ts'
import { DELAY_MS } from './fixed.ts'
import { type RaftModel, worldAt } from './model.ts'
import { stateOf } from './spells.ts'
import { milliseconds, spellName } from './words.ts'

const messageName = (message: Message): string => {
  switch (message.kind) {
    case 'ask':
      return message.pre ? m.raft_message_ask_first() : m.raft_message_ask()
    case 'vote':
      return message.given ? m.raft_message_vote() : m.raft_message_refusal()
    case 'append':
      return message.entries.length > 0 ? m.raft_message_entries() : m.raft_message_heartbeat()
    case 'appended':
      return message.agreed ? m.raft_message_agreed() : m.raft_message_disagreed()
    case 'write':
      return m.raft_message_write()
    case 'answer':
      return m.raft_message_answer()
  }
}

const isClient = (world: RaftWorld, name: string) => !(name in world.servers)

/** What a message is, from whom and to whom. */
export const flightName = (world: RaftWorld, { message, from, to }: Flight): string =>
  m.raft_message({
    what: messageName(message),
    from: isClient(world, from) ? m.raft_client() : from,
    to: isClient(world, to) ? m.raft_client() : to,
  })

/** Elections first, then logs, then clients: of each, the one that arrives next. */
const RANKS: Readonly<Record<Message['kind'], number>> = {
  vote: 0,
  ask: 0,
  append: 1,
  appended: 1,
  write: 2,
  answer: 2,
}

/** All ways to part the servers in two, as the side that has at most half of them. */
function sidesOf(ids: readonly ServerId[]): readonly (readonly ServerId[])[] {
  const sides: ServerId[][] = []
  for (let chosen = 1; chosen < 2 ** ids.length - 1; chosen += 1) {
    const side = ids.filter((_, index) => (chosen >> index) % 2 === 1)
    // Of two halves the one with the first server will do.
    if (side.length * 2 < ids.length || (side.length * 2 === ids.length && side[0] === ids[0]))
      sides.push(side)
  }
  return sides.toSorted((one, other) => one.length - other.length)
}

/** What a reader can take in hand: servers, links between them, sides, and every message. */
export const subjects: readonly Subject<RaftModel>[] = [
  {
    id: 'message',
    label: m.raft_subject_message,
    targets(model, atMs) {
      const world = worldAt(model, atMs)
      return world.flights
        .toSorted(
          (one, other) =>
            RANKS[one.message.kind] - RANKS[other.message.kind] || one.arrivesMs - other.arrivesMs,
        )
        .map((flight) => ({ id: String(flight.number), label: flightName(world, flight) }))
    },
    actions: [
      { id: 'drop', label: m.raft_drop },
      { id: 'delay', label: () => m.raft_delay({ time: milliseconds(DELAY_MS) }) },
    ],
  },
  {
    id: 'server',
    label: m.raft_subject_server,
    targets(model, atMs) {
      const world = worldAt(model, atMs)
      return model.ids.map((id) => ({
        id: idOf(id),
        label: m.raft_server_is({ server: id, state: spellName(stateOf(world, id).state) }),
      }))
    },
    actions: [
      { id: 'kill', label: m.raft_kill },
      { id: 'pause', label: m.raft_pause },
      { id: 'wake', label: m.raft_wake },
      { id: 'cut-off', label: m.raft_cut_off },
    ],
  },
  {
    id: 'link',
    label: m.raft_subject_link,
    targets({ ids }) {
      const pairs = ids.flatMap((one, index) =>
        ids.slice(index + 1).map((other) => [one, other] as const),
      )
      return [
        ...pairs.map(([one, other]) => ({
          id: idOf(one, other),
          label: m.raft_link({ one, other }),
        })),
        ...pairs
          .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
          .map(([from, to]) => ({ id: idOf(from, 'to', to), label: m.raft_one_way({ from, to }) })),
      ]
    },
    actions: [
      { id: 'sever', label: m.raft_sever },
      { id: 'mend', label: m.raft_mend },
    ],
  },
  {
    id: 'sides',
    label: m.raft_subject_sides,
    targets: ({ ids }) =>
      sidesOf(ids).map((side) => ({
        id: idOf(...side),
        label: m.raft_sides({
          side: side.join(' '),
          rest: ids.filter((id) => !side.includes(id)).join(' '),
        }),
      })),
    actions: [{ id: 'split', label: m.raft_split }],
  },
]
