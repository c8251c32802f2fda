import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { LinkId, RegionId } from '../../systems/regions/parameters.ts'
import type { PhaseId } from '../../systems/regions/report.ts'
import type { Invariant } from '../../systems/regions/world.ts'
import { listed, number, percent } from '../../ui/format.ts'
import type { State } from './lives.ts'

export const whole = (value: number): string => number(getLocale(), Math.round(value))

/** To three digits, which is a tenth of a second below 100. */
export const seconds = (ms: number): string =>
  m.regions_s({ seconds: number(getLocale(), ms / 1000, 3) })

export const milliseconds = (ms: number): string => m.regions_ms({ ms: whole(ms) })

/** A share to two digits. */
export const share = (value: number): string =>
  percent(getLocale(), Math.round(value * 1000) / 1000, 2)

export const times = (value: number): string => number(getLocale(), value, 3)

const NAMES: Readonly<Record<RegionId, () => string>> = {
  america: m.regions_america,
  europe: m.regions_europe,
  asia: m.regions_asia,
}
export const nameOf = (id: RegionId): string => NAMES[id]()
export const namesOf = (ids: readonly RegionId[]): string => listed(getLocale(), ids.map(nameOf))

const LINK_NAMES: Readonly<Record<LinkId, () => string>> = {
  'america-europe': m.regions_link_america_europe,
  'america-asia': m.regions_link_america_asia,
  'europe-asia': m.regions_link_europe_asia,
}
export const linkName = (id: LinkId): string => LINK_NAMES[id]()

const STATES: Readonly<Record<State, () => string>> = {
  writes: m.regions_state_writes,
  waits: m.regions_state_waits,
  follows: m.regions_state_follows,
  returning: m.regions_state_returning,
  dark: m.regions_state_dark,
}
export const stateName = (state: State): string => STATES[state]()

const PHASES: Readonly<Record<PhaseId, () => string>> = {
  detect: m.regions_phase_detect,
  decide: m.regions_phase_decide,
  promote: m.regions_phase_promote,
  steer: m.regions_phase_steer,
}
export const phaseName = (id: PhaseId): string => PHASES[id]()

const INVARIANT_NAMES: Readonly<Record<Invariant, () => string>> = {
  onePrimary: m.regions_one_primary,
  nothingLost: m.regions_nothing_lost,
  notOverloaded: m.regions_not_overloaded,
}
export const invariantName = (id: Invariant): string => INVARIANT_NAMES[id]()
