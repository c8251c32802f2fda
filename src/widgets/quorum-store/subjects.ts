import * as m from '#messages/messages.js'
import type { Subject } from '../../frame/contract.ts'
import { ON_COPY, ON_LINK, ON_MESSAGE, addressOf } from './deeds.ts'
import { type QuorumModel, worldAt } from './model.ts'
import { nowOf } from './spells.ts'
import { messageName, spellName, versionName } from './words.ts'

const LABELS = {
  drop: m.quorum_store_drop,
  delay: m.quorum_store_delay,
  crash: m.quorum_store_crash,
  restart: m.quorum_store_restart,
  slow: m.quorum_store_slow,
  quicken: m.quorum_store_quicken,
  cut: m.quorum_store_cut,
  join: m.quorum_store_join,
} as const

const actions = (ids: readonly (keyof typeof LABELS)[]) =>
  ids.map((id) => ({ id, label: LABELS[id] }))

/** What something can be done to: messages on their way, machines, and their links. */
export const subjects: readonly Subject<QuorumModel>[] = [
  {
    id: 'message',
    label: m.quorum_store_subject_message,
    targets: (model, atMs) =>
      worldAt(model, atMs)
        .flights.toSorted((one, other) => one.arrivesMs - other.arrivesMs)
        .map(({ number, message, from, to }) => ({
          id: String(number),
          label: messageName(message, from, to),
        })),
    actions: actions(ON_MESSAGE),
  },
  {
    id: 'copy',
    label: m.quorum_store_subject_copy,
    targets(model, atMs) {
      const world = worldAt(model, atMs)
      return model.ids.map((id, index) => {
        const { state, version } = nowOf(world, id, index < model.world.n)
        const said = { node: id, state: spellName(state), version: versionName(version) }
        return {
          id: addressOf(id),
          label:
            state === 'idle' ? m.quorum_store_machine_idle(said) : m.quorum_store_machine(said),
        }
      })
    },
    actions: actions(ON_COPY),
  },
  {
    id: 'link',
    label: m.quorum_store_subject_link,
    targets: ({ ids }) =>
      ids.map((id) => ({ id: addressOf(id), label: m.quorum_store_link({ node: id }) })),
    actions: actions(ON_LINK),
  },
]
