import * as m from '#messages/messages.js'
import type { ChoiceParameter, FlagParameter, Schema, ValuesOf } from '../../frame/parameters.ts'

export const PAUSES = ['annoying', 'expensive', 'catastrophic'] as const
export type Pause = (typeof PAUSES)[number]

export const REPEATS = ['yes', 'key', 'no'] as const
export type Repeat = (typeof REPEATS)[number]

/** Recover; recover fast; mask the failure; fall into a safe state. */
export const DESIGNS = ['recover', 'fast', 'mask', 'safe'] as const
export type Design = (typeof DESIGNS)[number]

export const SYSTEMS = ['blog', 'bank', 'flight', 'checkout', 'pacemaker'] as const
export type System = (typeof SYSTEMS)[number]

/** What decides about a system. */
export interface Facts {
  readonly pause: Pause
  readonly repeat: Repeat
  /** Whether there is a simpler state into which it may fall and in which nobody is harmed. */
  readonly safeState: boolean
}

/** The systems of the exercise. A transfer of money is repeated under a key, as a checkout is. */
export const FACTS: Readonly<Record<System, Facts>> = {
  blog: { pause: 'annoying', repeat: 'yes', safeState: true },
  bank: { pause: 'expensive', repeat: 'key', safeState: true },
  flight: { pause: 'catastrophic', repeat: 'no', safeState: false },
  checkout: { pause: 'expensive', repeat: 'key', safeState: true },
  pacemaker: { pause: 'catastrophic', repeat: 'no', safeState: true },
}

const yours = { choice: 'system', is: ['yours'], hides: true } as const

export const SYSTEM_NAMES: Readonly<Record<System | 'yours', () => string>> = {
  blog: m.either_system_blog,
  bank: m.either_system_bank,
  flight: m.either_system_flight,
  checkout: m.either_system_checkout,
  pacemaker: m.either_system_pacemaker,
  yours: m.either_system_yours,
}

const system: ChoiceParameter<System | 'yours'> = {
  kind: 'choice',
  label: m.either_system,
  default: 'checkout',
  options: SYSTEM_NAMES,
}

/** What the reader says of one system; each keeps its own answer while another one is looked at. */
const saidOf = (of: System): ChoiceParameter<Design | 'nothing'> => ({
  kind: 'choice',
  label: () => m.either_said({ system: SYSTEM_NAMES[of]() }),
  default: 'nothing',
  options: {
    nothing: m.either_said_nothing,
    recover: m.either_design_recover,
    fast: m.either_design_fast,
    mask: m.either_design_mask,
    safe: m.either_design_safe,
  },
  only: { choice: 'system', is: [of], hides: true },
})

const pause: ChoiceParameter<Pause> = {
  kind: 'choice',
  label: m.either_pause,
  default: 'expensive',
  options: {
    annoying: m.either_pause_annoying,
    expensive: m.either_pause_expensive,
    catastrophic: m.either_pause_catastrophic,
  },
  only: yours,
}

const repeat: ChoiceParameter<Repeat> = {
  kind: 'choice',
  label: m.either_repeat,
  default: 'key',
  options: { yes: m.either_repeat_yes, key: m.either_repeat_key, no: m.either_repeat_no },
  only: yours,
}

const safeState: FlagParameter = {
  kind: 'flag',
  label: m.either_safe_state,
  default: false,
  only: yours,
}

export const parameters = {
  system,
  blog: saidOf('blog'),
  bank: saidOf('bank'),
  flight: saidOf('flight'),
  checkout: saidOf('checkout'),
  pacemaker: saidOf('pacemaker'),
  pause,
  repeat,
  safeState,
} satisfies Schema
export type EitherValues = ValuesOf<typeof parameters>

export interface EitherModel {
  readonly values: EitherValues
  readonly facts: Facts
  readonly design: Design
  /** What the reader took the system for, where that is asked and answered. */
  readonly said: Design | undefined
  /** The systems that are in their places: the worked one, and those that the reader has answered for. */
  readonly classified: readonly System[]
  /** Whether the reader is still to answer: then the picture keeps it to itself. */
  readonly asked: boolean
}

/** The system that stands there worked out; the others are the reader's to classify. */
export const WORKED: System = 'checkout'

/**
 * Which design a system needs. A pause that nobody survives must be hidden, or be fallen out of into
 * something safe; a pause that costs money must be short; and what cannot be repeated must not be
 * cut off, if cutting it off is dear.
 *
 * @param facts what decides; see {@link Facts}
 * @example designOf({ pause: 'annoying', repeat: 'no', safeState: false }) // 'recover'
 */
export function designOf({ pause: cost, repeat: repeatable, safeState: safe }: Facts): Design {
  switch (cost) {
    case 'annoying':
      return 'recover'
    case 'expensive':
      return repeatable === 'no' ? 'mask' : 'fast'
    case 'catastrophic':
      return safe ? 'safe' : 'mask'
  }
}

/** @param values sound values of {@link parameters} */
export function either(values: EitherValues): EitherModel {
  const { system: of } = values
  const facts = of === 'yours' ? values : FACTS[of]
  const answer = of === 'yours' ? 'nothing' : values[of]
  const said = answer === 'nothing' ? undefined : answer
  const classified = SYSTEMS.filter((id) => id === WORKED || values[id] !== 'nothing')
  const asked = of !== 'yours' && !classified.includes(of)
  return { values, facts, design: designOf(facts), said, classified, asked }
}
