import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { PromiseName } from '../../systems/replication/world.ts'
import type { Spell } from './spells.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const milliseconds = (ms: number): string =>
  m.replication_ms({ ms: number(getLocale(), Math.round(ms)) })

export const seconds = (ms: number): string =>
  m.replication_s({ seconds: number(getLocale(), ms / 1000, 3) })

/** Numbers of writes, the last of many only. */
export const writesList = (writes: readonly number[]): string => writes.map(whole).join(', ')

/** What is promised, in a few words. */
export const promiseName = (promise: PromiseName): string =>
  ({
    durable: m.replication_promise_durable,
    ownWrites: m.replication_promise_own,
    monotonic: m.replication_promise_monotonic,
    oneHistory: m.replication_promise_history,
  })[promise]()

/** What a server is at a moment. */
export const spellName = (state: Spell['state']): string =>
  ({
    leads: m.replication_leads,
    old: m.replication_old,
    follows: m.replication_follows,
    promoting: m.replication_promoting,
    fenced: m.replication_fenced,
    isolated: m.replication_isolated,
    stopped: m.replication_stopped,
    paused: m.replication_paused,
    down: m.replication_down,
  })[state]()
