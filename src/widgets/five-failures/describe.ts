import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { row, variable, type Expression } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import type { FailureKind, FiveModel, Lane } from './model.ts'

export const count = (value: number) => number(getLocale(), value, 3)

type Said = Readonly<Record<'failed' | 'lost' | 'all', string>>
type Sentence = (said: Said) => string

const WORDS: Readonly<
  Record<
    FailureKind,
    {
      readonly bare: Sentence
      readonly safe: Sentence
      readonly costs: () => string
      readonly guard: () => string
    }
  >
> = {
  correlated: {
    bare: m.five_bare_correlated,
    safe: m.five_safe_correlated,
    costs: m.five_costs_correlated,
    guard: m.five_guard_correlated,
  },
  'split-brain': {
    bare: m.five_bare_split_brain,
    safe: m.five_safe_split_brain,
    costs: m.five_costs_split_brain,
    guard: m.five_guard_split_brain,
  },
  lag: {
    bare: m.five_bare_lag,
    safe: m.five_safe_lag,
    costs: m.five_costs_lag,
    guard: m.five_guard_lag,
  },
  untested: {
    bare: m.five_bare_untested,
    safe: m.five_safe_untested,
    costs: m.five_costs_untested,
    guard: m.five_guard_untested,
  },
  drift: {
    bare: m.five_bare_drift,
    safe: m.five_safe_drift,
    costs: m.five_costs_drift,
    guard: m.five_guard_drift,
  },
}

const said = ({ failed, lost, marks }: Lane): Said => ({
  failed: count(failed),
  lost: count(lost),
  all: count(marks.length),
})

export const guardOf = ({ values }: FiveModel): string => WORDS[values.failure].guard()

export const laneText = ({ failed, lost }: Lane): string =>
  lost > 0
    ? m.five_lane_lost({ failed: count(failed), lost: count(lost) })
    : m.five_lane({ failed: count(failed) })

export function verdict({ values, shown }: FiveModel): Verdict {
  const words = WORDS[values.failure]
  return values.guarded
    ? { tone: 'works', text: words.safe(said(shown)) }
    : { tone: 'fails', text: words.bare(said(shown)) }
}

export const describe = (model: FiveModel): string =>
  m.five_description({
    bare: laneText(model.bare),
    guard: guardOf(model),
    safe: laneText(model.safe),
    verdict: verdict(model).text,
  })

export const readings = (model: FiveModel): readonly Reading[] => [
  {
    id: 'failed',
    label: m.five_reading_failed(),
    value: m.five_of({ some: count(model.shown.failed), all: count(model.shown.marks.length) }),
  },
  { id: 'lost', label: m.five_reading_lost(), value: count(model.shown.lost) },
  { id: 'costs', label: m.five_reading_costs(), value: WORDS[model.values.failure].costs() },
]

export function formula({ shown }: FiveModel): Expression {
  return row(
    variable(m.five_symbol_all(), count(shown.marks.length)),
    '=',
    variable(m.five_symbol_kept(), count(shown.served)),
    '+',
    variable(m.five_symbol_failed(), count(shown.failed)),
    '+',
    variable(m.five_symbol_lost(), count(shown.lost)),
  )
}
