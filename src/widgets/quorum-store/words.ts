import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { downtime } from '../../reliability/downtime.ts'
import type { Probability } from '../../reliability/probability.ts'
import type { Promised } from '../../systems/quorum-store/promises.ts'
import { COORDINATOR } from '../../systems/quorum-store/turn.ts'
import type { Message, NodeId, Version } from '../../systems/quorum-store/world.ts'
import { duration, listed, number, percent, percentOfWorking } from '../../ui/format.ts'
import type { Spell } from './spells.ts'

const MS_HOURS = 1 / 3_600_000

export const whole = (value: number): string => number(getLocale(), value)

export const milliseconds = (ms: number): string =>
  m.quorum_store_ms({ ms: number(getLocale(), Math.round(ms)) })

export const seconds = (ms: number): string =>
  m.quorum_store_s({ seconds: number(getLocale(), ms / 1000) })

export const share = (value: number): string => percent(getLocale(), value, 2)

export const working = ({ reliability, unreliability }: Probability): string =>
  percentOfWorking(getLocale(), reliability, unreliability)

/** How long a year something is not to be had; what is shorter than a millisecond is only that. */
export function downtimeName(availability: Probability): string {
  const { hours } = downtime(availability)
  const least = hours > 0 && hours < MS_HOURS
  const said = duration(getLocale(), least ? MS_HOURS : hours, 2)
  return least ? m.quorum_store_below(said) : m.quorum_store_measured(said)
}

/** A version as it is written on a copy. */
export const versionName = (version: Version): string =>
  m.quorum_store_version({ version: whole(version) })

export const names = (ids: readonly NodeId[]): string =>
  ids.length === 0 ? m.quorum_store_nobody() : listed(getLocale(), ids)

const machineName = (id: NodeId): string => (id === COORDINATOR ? m.quorum_store_coordinator() : id)

/** What a message is, as a list of them has it. */
export function messageName(message: Message, from: NodeId, to: NodeId): string {
  const way = { from: machineName(from), to: machineName(to) }
  switch (message.kind) {
    case 'store':
      return m.quorum_store_message_store({ ...way, version: versionName(message.version) })
    case 'hand':
      return m.quorum_store_message_hand({ ...way, version: versionName(message.version) })
    case 'ask':
      return m.quorum_store_message_ask(way)
    case 'told':
      return m.quorum_store_message_told({ ...way, version: versionName(message.version) })
    case 'stored':
    case 'handed':
      return m.quorum_store_message_stored({ ...way, version: versionName(message.version) })
  }
}

export const promiseName = (promised: Promised): string =>
  ({ freshReads: m.quorum_store_fresh, forwardReads: m.quorum_store_forward })[promised]()

/** What a machine is, in words. */
export const spellName = (state: Spell['state']): string =>
  ({
    newest: m.quorum_store_newest,
    older: m.quorum_store_older,
    down: m.quorum_store_is_down,
    keeps: m.quorum_store_keeps,
    idle: m.quorum_store_idle,
  })[state]()
