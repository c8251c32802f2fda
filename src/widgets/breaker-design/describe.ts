import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, row, variable } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import { type DesignModel, type Examined, counted } from './model.ts'
import type { Score } from './score.ts'
import { euros, kindName, seconds, whole } from './words.ts'

const sum = (model: DesignModel, of: (score: Score) => number, whose: 'mine' | 'none' = 'mine') =>
  counted(model).reduce((total, { scores }) => total + of(scores[whose]), 0)

/** How much more it cost than the better of the two others. */
const excess = ({ scores }: Examined): number =>
  scores.mine.euros - Math.min(scores.none.euros, scores.usual.euros)

/** Later than this after the provider it is a fault of the breaker. */
const LATE_MS = 8000

/** What went wrong where it went worst. */
function lesson({ fault, scores }: Examined, model: DesignModel): string {
  const { mine, none } = scores
  const said = {
    kind: kindName(fault.kind),
    times: whole(mine.falseOpens),
    again: seconds(mine.againMs),
    bad: number(getLocale(), mine.bad, 2),
    reached: whole(mine.reached),
    of: whole(none.reached),
  }
  if (mine.falseOpens > 0) return m.design_lesson_false(said)
  if (fault.kind === 'blip' && mine.phases.length > 1) return m.design_lesson_blip(said)
  if (mine.againMs > LATE_MS) return m.design_lesson_late(said)
  if (fault.kind === 'slow' && !model.values.givesUp) return m.design_lesson_slow(said)
  if (mine.phases.length === 1) return m.design_lesson_never(said)
  return m.design_lesson_turned_away(said)
}

export function verdict(model: DesignModel): Verdict {
  const { totals, sealed, values } = model
  const said = {
    mine: euros(totals.mine),
    none: euros(totals.none),
    usual: euros(totals.usual),
  }
  if (sealed.length === 0) return { tone: 'neutral', text: m.design_verdict_open(said) }
  const bad = sum(model, (score) => score.bad) * values.bad
  if (values.fallback === 'everyone' && bad > sum(model, (score) => score.reached) * values.call) {
    return { tone: 'fails', text: m.design_verdict_bad({ ...said, bad: euros(bad) }) }
  }
  const worst = sealed.toSorted((one, other) => excess(other) - excess(one))[0]
  const why = worst && excess(worst) > 0 ? lesson(worst, model) : m.design_lesson_none()
  const least = Math.min(totals.none, totals.usual)
  if (totals.mine < least) return { tone: 'works', text: `${m.design_verdict_best(said)} ${why}` }
  return totals.mine > totals.none
    ? { tone: 'fails', text: `${m.design_verdict_worse(said)} ${why}` }
    : { tone: 'neutral', text: `${m.design_verdict_between(said)} ${why}` }
}

export const describe = (model: DesignModel): string =>
  m.design_description({
    count: whole(counted(model).length),
    mine: euros(model.totals.mine),
    none: euros(model.totals.none),
    usual: euros(model.totals.usual),
    verdict: verdict(model).text,
  })

/** Each cost is a number of things times its price. */
export function formula(model: DesignModel): Expression {
  const { values, totals } = model
  const digits = (value: number) => number(getLocale(), value, 4)
  return row(
    variable('€', whole(totals.mine)),
    '=',
    variable('e', digits(sum(model, (score) => score.errors))),
    '×',
    variable('p', whole(values.error), m.design_symbol_error()),
    '+',
    variable('n', whole(sum(model, (score) => score.reached))),
    '×',
    variable('p', whole(values.call), m.design_symbol_call()),
    '+',
    variable('b', digits(sum(model, (score) => score.bad))),
    '×',
    variable('p', whole(values.bad), m.design_symbol_bad()),
  )
}

export function readings(model: DesignModel): readonly Reading[] {
  const { totals } = model
  const against = (of: (score: Score) => number) =>
    m.design_against({ none: whole(sum(model, of, 'none')) })
  const sick = counted(model).filter(({ scores }) => scores.mine.againMs > 0)
  const again =
    sick.reduce((total, { scores }) => total + scores.mine.againMs, 0) / Math.max(1, sick.length)
  return [
    {
      id: 'euros',
      label: m.design_reading_euros(),
      value: euros(totals.mine),
      unit: m.design_against({ none: euros(totals.none) }),
      formula: formula(model),
    },
    {
      id: 'errors',
      label: m.design_reading_errors(),
      value: whole(sum(model, (score) => score.errors)),
      unit: against((score) => score.errors),
    },
    {
      id: 'reached',
      label: m.design_reading_reached(),
      value: whole(sum(model, (score) => score.reached)),
      unit: against((score) => score.reached),
    },
    {
      id: 'again',
      label: m.design_reading_again(),
      value: number(getLocale(), again / 1000, 2),
      unit: 's',
    },
    {
      id: 'bad',
      label: m.design_reading_bad(),
      value: number(
        getLocale(),
        sum(model, (score) => score.bad),
        2,
      ),
      unit: m.design_of_unchecked({ count: whole(sum(model, (score) => score.unchecked)) }),
    },
  ]
}
