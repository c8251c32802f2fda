import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, fraction, row, variable, type Expression } from '../../frame/expression.ts'
import { money, number, percent } from '../../ui/format.ts'
import { claims, type Claim } from './claims.ts'
import { DAYS_PER_YEAR, type UntestedModel } from './model.ts'

export const plain = (value: number, digits = 3) => number(getLocale(), value, digits)

/** Whole dollars; what rounds to none of them and is not none is under one. */
export const moneyText = (dollars: number) =>
  dollars > 0 && dollars < 0.5
    ? m.untested_under({ value: money(getLocale(), 1) })
    : money(getLocale(), dollars)

export const shareText = (share: number) => percent(getLocale(), share, 3)

/** Days, and from two years on years; without end, never. */
export function daysText(days: number): string {
  if (!Number.isFinite(days)) return m.untested_never()
  return days < 2 * DAYS_PER_YEAR
    ? m.untested_days({ count: plain(days) })
    : m.untested_years({ count: plain(days / DAYS_PER_YEAR) })
}

/** Whether nobody ever fails over: what is dead then is a share of time, and of nothing else. */
export const unused = ({ values }: UntestedModel): boolean => values.failovers === 0

// Closer to the least than this, another interval saves nothing that a budget would notice.
const NEAR = 1.05

/** What the state means: is this an interval to have, and if not, which way does it err? */
export function verdict(model: UntestedModel): Verdict {
  const { current, least, values } = model
  const said = {
    dead: shareText(current.dead),
    total: moneyText(current.total),
    least: moneyText(least.total),
    interval: daysText(least.interval),
    failing: moneyText(current.failing),
    tests: moneyText(current.testing + current.broken),
  }
  if (values.failovers === 0 || values.loss === 0)
    return {
      tone: 'neutral',
      text:
        values.failovers === 0 ? m.untested_verdict_unused(said) : m.untested_verdict_free(said),
    }
  if (current.total <= NEAR * least.total)
    return { tone: 'works', text: m.untested_verdict_near(said) }
  if (current.interval > least.interval)
    return { tone: 'fails', text: m.untested_verdict_rare(said) }
  return {
    tone: 'neutral',
    text: Number.isFinite(least.interval)
      ? m.untested_verdict_often(said)
      : m.untested_verdict_no_test(said),
  }
}

/** The state of the whole picture, for those who do not see it. */
export function describe(model: UntestedModel): string {
  const { current, values, history } = model
  const said = {
    interval: daysText(current.interval),
    life: daysText(values.life),
    dead: shareText(current.dead),
    total: moneyText(current.total),
    hidden: plain(history.hidden.length),
    failovers: plain(history.failovers.length),
    failed: plain(history.failovers.filter(({ works }) => !works).length),
    verdict: verdict(model).text,
  }
  return unused(model) ? m.untested_description_unused(said) : m.untested_description(said)
}

/** The variables of this state, as the readings and the formula share them. */
function symbols({ values, current, approximation }: UntestedModel) {
  return {
    dead: variable('U', shareText(current.dead)),
    approximate: variable('U', shareText(approximation), '≈'),
    hidden: variable('λ', `1/${daysText(values.life)}`),
    needed: variable('δ', `${plain(values.failovers)}/${daysText(DAYS_PER_YEAR)}`),
    interval: variable('T', daysText(current.interval)),
    failovers: variable('f', plain(values.failovers)),
    loss: variable('L', moneyText(values.loss)),
    price: variable('k', moneyText(values.price)),
    harm: variable('r', shareText(values.harm)),
    failing: variable('F', moneyText(current.failing)),
    tests: variable('K', moneyText(current.testing + current.broken)),
    total: variable('C', moneyText(current.total)),
  }
}

export function readings(model: UntestedModel): readonly Reading[] {
  const { current, values, approximation } = model
  const s = symbols(model)
  const year = constant(daysText(DAYS_PER_YEAR))
  return [
    {
      id: 'dead',
      label: unused(model) ? m.untested_reading_time() : m.untested_reading_dead(),
      value: shareText(current.dead),
      formula: formula(model),
    },
    {
      id: 'half',
      label: m.untested_reading_half(),
      // The approximation is no probability where tests are rare.
      value:
        approximation > 1 ? m.untested_over({ value: shareText(1) }) : shareText(approximation),
      formula: row(s.approximate, '=', fraction(row(s.hidden, '×', s.interval), constant('2'))),
    },
    {
      id: 'tests',
      label: m.untested_reading_tests(),
      value: moneyText(current.testing + current.broken),
      formula: row(
        s.tests,
        '=',
        fraction(year, s.interval),
        '×',
        row('(', s.price, '+', s.harm, '×', s.loss, ')'),
      ),
    },
    {
      id: 'failing',
      label: m.untested_reading_failing(),
      value: moneyText(current.failing),
      formula: row(s.failing, '=', s.failovers, '×', s.dead, '×', s.loss),
    },
    {
      id: 'total',
      label: m.untested_reading_total(),
      value: moneyText(current.total),
      formula: row(s.total, '=', s.tests, '+', s.failing),
    },
    claimReading(claims(values.interval)[2]),
  ].filter((reading) => reading !== undefined)
}

/** How long clean tests take to back the highest claim. */
const claimReading = (claim: Claim | undefined): Reading | undefined =>
  claim && {
    id: 'claim',
    label: m.untested_reading_claim({ coverage: shareText(claim.coverage) }),
    value: daysText(claim.days),
  }

/** U = λ/(λ + δ) · (1 - (1 - e^-x)/x), x = (λ + δ)T. */
export function formula(model: UntestedModel): Expression {
  const s = symbols(model)
  const { current, values } = model
  const x = (1 / values.life + values.failovers / DAYS_PER_YEAR) * current.interval
  const both = variable('x', plain(x))
  const decay = variable('e', plain(Math.exp(-x)), '−x')
  return row(
    s.dead,
    '=',
    fraction(s.hidden, row(s.hidden, '+', s.needed)),
    '×',
    row('(', constant('1'), '−', fraction(row(constant('1'), '−', decay), both), ')'),
  )
}
