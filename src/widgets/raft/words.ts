import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { number } from '../../ui/format.ts'
import type { Invariant } from '../../systems/raft/world.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const milliseconds = (ms: number): string =>
  m.raft_ms({ ms: number(getLocale(), Math.round(ms)) })

export const seconds = (ms: number): string =>
  m.raft_s({ seconds: number(getLocale(), ms / 1000, 3) })

/** What must never happen, in two or three words. */
export const invariantName = (invariant: Invariant): string =>
  ({
    electionSafety: m.raft_inv_election,
    leaderAppendOnly: m.raft_inv_append_only,
    logMatching: m.raft_inv_matching,
    leaderCompleteness: m.raft_inv_completeness,
    stateMachineSafety: m.raft_inv_machine,
    acknowledgedWrites: m.raft_inv_acknowledged,
  })[invariant]()

/** What a server is doing. */
export const spellName = (state: 'follows' | 'stands' | 'leads' | 'down' | 'paused'): string =>
  ({
    follows: m.raft_follows,
    stands: m.raft_stands,
    leads: m.raft_leads,
    down: m.raft_down,
    paused: m.raft_paused,
  })[state]()
