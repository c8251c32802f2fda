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

/** What happens to a kind of which there are so many, as a few words. */
export function eventName(kind: Kind, happening: Happening, count: number): string {
  switch (happening) {
    case 'nothing':
      return m.kinds_nothing()
    case 'usual':
      return USUAL[kind]()
    case 'pitfall':
      return kind === 'place' && count === 1 ? m.kinds_place_pitfall_one() : PITFALLS[kind]()
  }
}

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

/** How a kind is built of which there are so many. */
export function guardName(kind: Kind, guard: Guard, count: number): string {
  if (guard === 'bare') return BARE[kind]()
  return kind === 'data' && count === 1 ? m.kinds_data_guarded_one() : GUARDED[kind]()
}

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
