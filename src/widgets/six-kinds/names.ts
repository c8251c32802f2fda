import * as m from '#messages/messages.js'
import type { Fate } from './model.ts'
import type { Guard, Happening, Kind } from './parameters.ts'

export const kindName = (kind: Kind): string =>
  ({
    hardware: m.kinds_hardware,
    software: m.kinds_software,
    data: m.kinds_data,
    place: m.kinds_place,
    time: m.kinds_time,
    information: m.kinds_information,
  })[kind]()

const USUAL = {
  hardware: m.kinds_hardware_usual,
  software: m.kinds_software_usual,
  data: m.kinds_data_usual,
  place: m.kinds_place_usual,
  time: m.kinds_time_usual,
  information: m.kinds_information_usual,
} satisfies Record<Kind, () => string>

const PITFALLS = {
  hardware: m.kinds_hardware_pitfall,
  software: m.kinds_software_pitfall,
  data: m.kinds_data_pitfall,
  place: m.kinds_place_pitfall,
  time: m.kinds_time_pitfall,
  information: m.kinds_information_pitfall,
} satisfies Record<Kind, () => string>

/** What happens to a kind, as a few words. */
export const eventName = (kind: Kind, happening: Happening): string =>
  happening === 'nothing'
    ? m.kinds_nothing()
    : happening === 'usual'
      ? USUAL[kind]()
      : PITFALLS[kind]()

const BARE = {
  hardware: m.kinds_hardware_bare,
  software: m.kinds_software_bare,
  data: m.kinds_data_bare,
  place: m.kinds_place_bare,
  time: m.kinds_time_bare,
  information: m.kinds_information_bare,
} satisfies Record<Kind, () => string>

const GUARDED = {
  hardware: m.kinds_hardware_guarded,
  software: m.kinds_software_guarded,
  data: m.kinds_data_guarded,
  place: m.kinds_place_guarded,
  time: m.kinds_time_guarded,
  information: m.kinds_information_guarded,
} satisfies Record<Kind, () => string>

export const guardName = (kind: Kind, guard: Guard): string =>
  guard === 'bare' ? BARE[kind]() : GUARDED[kind]()

export const fateName = (fate: Fate): string =>
  ({ serves: m.kinds_serves, limps: m.kinds_limps, fails: m.kinds_fails })[fate]()

export const effort = (kind: Kind): string =>
  ({
    hardware: m.kinds_effort_hardware,
    software: m.kinds_effort_software,
    data: m.kinds_effort_data,
    place: m.kinds_effort_place,
    time: m.kinds_effort_time,
    information: m.kinds_effort_information,
  })[kind]()
