import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { fraction, row, variable, type Expression } from '../../frame/expression.ts'
import { duration, money, number } from '../../ui/format.ts'
import { lost, MOST_SPARES, spent, type PriceModel, type SparesCost } from './model.ts'

export const plain = (value: number, digits = 3) => number(getLocale(), value, digits)

/** Whole dollars; what rounds to none of them and is not none is under one. */
export const moneyText = (dollars: number) =>
  dollars > 0 && dollars < 0.5
    ? m.price_under({ value: money(getLocale(), 1) })
    : money(getLocale(), dollars)

const compact = new Map<string, Intl.NumberFormat>()

/** An amount in three digits, for a tick: $120K, $1.2M. */
export function shortMoney(dollars: number): string {
  const locale = getLocale()
  const format =
    compact.get(locale) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      maximumSignificantDigits: 3,
    })
  compact.set(locale, format)
  return format.format(dollars)
}

const MILLISECOND = 1 / 3.6e6

/** A length of time; what is too short to print is said to be short. */
export function time(hours: number): Pick<Reading, 'value' | 'unit'> {
  if (hours === 0) return { value: m.price_none() }
  if (hours >= MILLISECOND) return duration(getLocale(), hours)
  const { value, unit } = duration(getLocale(), MILLISECOND * (1 + 1e-9), 1)
  return { value: m.price_under({ value }), unit }
}

/** The same in one piece, which no end of a line takes apart. */
export const timeText = (hours: number) => {
  const { value, unit } = time(hours)
  return unit === undefined ? value : `${value}\u00a0${unit}`
}

/** How many machines are bought for one that the load needs. */
export const factor = ({ values }: PriceModel) => (values.needed + values.spares) / values.needed

// Closer to the least than this, another number of spares saves nothing that a budget would notice.
const NEAR = 1.02

/** What is paid and what is saved beyond the cheapest number of spares. */
export const beyondLeast = ({ current, least }: PriceModel) => ({
  costs: spent(current) - spent(least),
  saves: lost(least) - lost(current),
})

/** Why no spare pays: nothing fails, nothing fails alone, or an hour is too cheap. */
function noneText({ values }: PriceModel, total: string): string {
  if (values.unavailable === 0) return m.price_verdict_sound({ total })
  if (values.shared === 1) return m.price_verdict_together({ total })
  return m.price_verdict_none({ total })
}

function choice(model: PriceModel): Verdict {
  const { current, least } = model
  const said = {
    total: moneyText(current.total),
    least: moneyText(least.total),
    spares: m.price_with_spares({ count: least.spares }),
  }
  if (current.spares === least.spares)
    return {
      tone: 'works',
      text:
        current.spares === 0
          ? noneText(model, said.total)
          : current.spares === MOST_SPARES
            ? m.price_verdict_most(said)
            : m.price_verdict_least(said),
    }
  if (current.total <= NEAR * least.total)
    return { tone: 'neutral', text: m.price_verdict_near(said) }
  const beyond = beyondLeast(model)
  if (current.spares > least.spares)
    return {
      tone: 'fails',
      text: m.price_verdict_many({
        ...said,
        costs: moneyText(beyond.costs),
        saves: moneyText(beyond.saves),
      }),
    }
  return { tone: 'fails', text: m.price_verdict_few({ ...said, lost: moneyText(lost(current)) }) }
}

/** From this share of the loss on, the common cause is the first thing to work on. */
const MOSTLY = 0.5

/** What the state means: is this the number of spares to have, and what would no spare change? */
export function verdict(model: PriceModel): Verdict {
  const { current, floorHours } = model
  const own = choice(model)
  return current.sharedLoss > 0 && current.sharedLoss >= MOSTLY * lost(current)
    ? {
        ...own,
        text: `${own.text} ${m.price_verdict_floor({
          shared: moneyText(current.sharedLoss),
          hours: timeText(floorHours),
        })}`,
      }
    : own
}

/** The state of the whole picture, for those who do not see it. */
export function describe(model: PriceModel): string {
  const { current, values } = model
  return m.price_description({
    needed: plain(values.needed),
    spares: plain(current.spares),
    spent: moneyText(spent(current)),
    hours: timeText(current.downHours),
    lost: moneyText(lost(current)),
    total: moneyText(current.total),
    verdict: verdict(model).text,
  })
}

/** The variables of this state, as the readings and the formula share them. */
function symbols({ values, current }: PriceModel) {
  return {
    needed: variable('N', plain(values.needed)),
    spares: variable('M', plain(current.spares)),
    server: variable('s', moneyText(values.server)),
    machinery: variable('k', moneyText(current.machinery)),
    hour: variable('h', moneyText(values.hour)),
    down: variable('D', timeText(current.downHours)),
    total: variable('C', moneyText(current.total)),
    paid: variable('P', moneyText(spent(current))),
    loss: variable('L', moneyText(lost(current))),
  }
}

export function readings(model: PriceModel): readonly Reading[] {
  const { current } = model
  const s = symbols(model)
  return [
    {
      id: 'factor',
      label: m.price_reading_factor(),
      value: plain(factor(model)),
      unit: m.price_reading_times(),
      formula: row(
        variable('F', plain(factor(model))),
        '=',
        fraction(row(s.needed, '+', s.spares), s.needed),
      ),
    },
    {
      id: 'spent',
      label: m.price_reading_spent(),
      value: moneyText(spent(current)),
      formula: row(
        s.paid,
        '=',
        row('(', s.needed, '+', s.spares, ')', '×', s.server),
        '+',
        s.machinery,
      ),
    },
    {
      id: 'down',
      label: m.price_reading_down(),
      ...time(current.downHours),
      formula: downFormula(model),
    },
    {
      id: 'lost',
      label: m.price_reading_lost(),
      value: moneyText(lost(current)),
      formula: row(s.loss, '=', s.hour, '×', s.down),
    },
    {
      id: 'total',
      label: m.price_reading_total(),
      value: moneyText(current.total),
      formula: row(s.total, '=', s.paid, '+', s.loss),
    },
  ]
}

/** The year, the share of the common cause, and what is left of it for the servers' own failures. */
function downFormula({ current, floorHours }: PriceModel): Expression {
  return row(
    variable('D', timeText(current.downHours)),
    '=',
    variable('D', timeText(floorHours), 'shared'),
    '+',
    variable('D', timeText(Math.max(0, current.downHours - floorHours)), 'own'),
  )
}

export function formula(model: PriceModel): Expression {
  const s = symbols(model)
  return row(
    s.total,
    '=',
    row('(', s.needed, '+', s.spares, ')', '×', s.server),
    '+',
    s.machinery,
    '+',
    s.hour,
    '×',
    s.down,
  )
}

export const partsOf = (cost: SparesCost) => [
  { part: 'servers', dollars: cost.servers } as const,
  { part: 'spares', dollars: cost.spareServers } as const,
  { part: 'machinery', dollars: cost.machinery } as const,
  { part: 'own', dollars: cost.ownLoss } as const,
  { part: 'shared', dollars: cost.sharedLoss } as const,
]
