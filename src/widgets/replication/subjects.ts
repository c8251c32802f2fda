import * as m from '#messages/messages.js'
import type { Subject } from '../../frame/contract.ts'
import type { ServerId } from '../../systems/replication/world.ts'
import { linkTarget, serverTarget } from './deeds.ts'
import { flightName } from './flight-words.ts'
import { type ReplicationModel, worldAt } from './model.ts'
import { stateOf } from './spells.ts'
import { spellName } from './words.ts'

const pairs = (ids: readonly ServerId[]) =>
  ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const))

/** What there is to be done something to: messages, servers, links. */
export const subjects: readonly Subject<ReplicationModel>[] = [
  {
    id: 'message',
    label: m.replication_subject_message,
    targets: (model, atMs) =>
      worldAt(model, atMs)
        .flights.toReversed()
        .map((flight) => ({ id: String(flight.number), label: flightName(flight) })),
    actions: [
      { id: 'drop', label: m.replication_drop },
      { id: 'delay', label: m.replication_delay },
    ],
  },
  {
    id: 'server',
    label: m.replication_subject_server,
    targets: (model, atMs) => {
      const world = worldAt(model, atMs)
      const first = [world.primary, ...model.ids.filter((id) => id !== world.primary)]
      return first.map((id) => ({
        id: serverTarget(id),
        label: m.replication_named({ name: id, what: spellName(stateOf(world, id)) }),
      }))
    },
    actions: [
      { id: 'kill', label: m.replication_kill },
      { id: 'pause', label: m.replication_pause },
      { id: 'isolate', label: m.replication_isolate },
      { id: 'stop', label: m.replication_stop },
      { id: 'heal', label: m.replication_heal },
      { id: 'promote', label: m.replication_promote },
    ],
  },
  {
    id: 'link',
    label: m.replication_subject_link,
    targets: ({ ids }) =>
      pairs(ids).map(([one, other]) => ({
        id: linkTarget(one, other),
        label: m.replication_link({ one, other }),
      })),
    actions: [
      { id: 'cut', label: m.replication_cut },
      { id: 'mend', label: m.replication_mend },
    ],
  },
]
