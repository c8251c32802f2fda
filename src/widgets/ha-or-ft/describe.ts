import * as m from '#messages/messages.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, row, variable, type Expression } from '../../frame/expression.ts'
import { type Design, type EitherModel, type Pause, type Repeat, SYSTEM_NAMES } from './model.ts'
import { FEEDBACK } from './feedback.ts'

export const DESIGN_NAMES: Readonly<Record<Design, () => string>> = {
  recover: m.either_design_recover,
  fast: m.either_design_fast,
  mask: m.either_design_mask,
  safe: m.either_design_safe,
}

export const PAUSE_NAMES: Readonly<Record<Pause, () => string>> = {
  annoying: m.either_pause_annoying,
  expensive: m.either_pause_expensive,
  catastrophic: m.either_pause_catastrophic,
}

export const REPEAT_NAMES: Readonly<Record<Repeat, () => string>> = {
  yes: m.either_repeat_yes,
  key: m.either_repeat_key,
  no: m.either_repeat_no,
}

const BECAUSE: Readonly<Record<Design, () => string>> = {
  recover: m.either_because_recover,
  fast: m.either_because_fast,
  mask: m.either_because_mask,
  safe: m.either_because_safe,
}

const PRICES: Readonly<Record<Design, () => string>> = {
  recover: m.either_price_recover,
  fast: m.either_price_fast,
  mask: m.either_price_mask,
  safe: m.either_price_safe,
}

const BLINDNESS: Readonly<Record<Design, () => string>> = {
  recover: m.either_blind_recover,
  fast: m.either_blind_recover,
  mask: m.either_blind_mask,
  safe: m.either_blind_safe,
}

/** The reason for hiding differs: a pause that does the harm, or a request that cannot be repeated. */
const becauseOf = ({ design, facts }: EitherModel): string =>
  design === 'mask' && facts.pause === 'expensive' ? m.either_because_once() : BECAUSE[design]()

export function verdict(model: EitherModel): Verdict {
  const { values, design, said, asked } = model
  if (asked)
    return {
      tone: 'neutral',
      text: m.either_verdict_asked({ system: SYSTEM_NAMES[values.system]() }),
    }
  if (said === undefined || values.system === 'yours')
    return {
      tone: 'neutral',
      text: m.either_verdict({ design: DESIGN_NAMES[design](), because: becauseOf(model) }),
    }
  return {
    tone: said === design ? 'works' : 'fails',
    text: FEEDBACK[values.system][said](),
  }
}

export const describe = (model: EitherModel): string =>
  m.either_description({
    system: SYSTEM_NAMES[model.values.system](),
    pause: PAUSE_NAMES[model.facts.pause](),
    repeat: REPEAT_NAMES[model.facts.repeat](),
    verdict: verdict(model).text,
  })

export const readings = ({ design, asked }: EitherModel): readonly Reading[] => [
  {
    id: 'design',
    label: m.either_reading_design(),
    value: asked ? m.either_unsaid() : DESIGN_NAMES[design](),
  },
  {
    id: 'price',
    label: m.either_reading_price(),
    value: asked ? m.either_unsaid() : PRICES[design](),
  },
  {
    id: 'blind',
    label: m.either_reading_blind(),
    value: asked ? m.either_unsaid() : BLINDNESS[design](),
  },
]

/** To mask, as a statement about the answers: 1 for what holds, 0 for what does not. */
export function formula({ facts, design, asked }: EitherModel): Expression {
  const bit = (holds: boolean) => (holds ? '1' : '0')
  const pausing = (pause: Pause) =>
    variable(m.either_symbol_pause(), bit(facts.pause === pause), pause.slice(0, 1))
  return row(
    variable(m.either_symbol_mask(), asked ? m.either_unsaid() : bit(design === 'mask')),
    '=',
    row(
      '(',
      row(
        pausing('catastrophic'),
        '∧',
        row(constant('¬'), variable(m.either_symbol_safe(), bit(facts.safeState))),
      ),
      ')',
    ),
    '∨',
    row(
      '(',
      row(
        pausing('expensive'),
        '∧',
        row(constant('¬'), variable(m.either_symbol_repeat(), bit(facts.repeat !== 'no'))),
      ),
      ')',
    ),
  )
}
