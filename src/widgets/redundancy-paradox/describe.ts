import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, row, variable, type Expression } from '../../frame/expression.ts'
import { duration, number, percent, percentOfWorking } from '../../ui/format.ts'
import { HOURS_A_YEAR, type ParadoxModel } from './model.ts'

const perMillion = (unreliability: number) => number(getLocale(), unreliability * 1e6, 3)
const works = ({ outcome: { system } }: ParadoxModel) =>
  percentOfWorking(getLocale(), system.reliability, system.unreliability)

// Closer than this the two print as the same number, and "1.00 times fewer" says nothing.
const SAME = 1.005

/** What the state means against A alone, in one or two sentences. */
export function verdict(model: ParadoxModel): Verdict {
  const { ratio } = model.outcome
  const times = (value: number) => number(getLocale(), value, 3)
  if (model.reason === 'idle' || model.reason === 'shared')
    return {
      tone: 'neutral',
      text: model.reason === 'idle' ? m.paradox_verdict_idle() : m.paradox_verdict_shared(),
    }
  if (ratio === Infinity) return { tone: 'works', text: m.paradox_verdict_perfect() }
  if (ratio >= SAME)
    return {
      tone: 'works',
      text: m.paradox_verdict_better({
        times: times(ratio),
        share: percent(getLocale(), 1 - 1 / ratio, 3),
      }),
    }
  if (ratio === 0) return { tone: 'fails', text: m.paradox_verdict_spoiled() }
  if (ratio > 1 / SAME) return { tone: 'neutral', text: m.paradox_verdict_same() }
  return {
    tone: 'fails',
    text:
      model.reason === 'router'
        ? m.paradox_verdict_router({ times: times(1 / ratio) })
        : m.paradox_verdict_alarms({ times: times(1 / ratio) }),
  }
}

/** The state of the whole picture, for those who do not see it. */
export function describe(model: ParadoxModel): string {
  const { system, alone } = model.outcome
  return m.paradox_description({
    works: works(model),
    failures: perMillion(system.unreliability),
    alone: perMillion(alone.unreliability),
    verdict: verdict(model).text,
  })
}

export function readings(model: ParadoxModel): readonly Reading[] {
  const locale = getLocale()
  const { system, alone } = model.outcome
  const plain = (value: number, digits = 6) => number(locale, value, digits)
  const R = variable('R', plain(system.reliability, 15))
  const U = variable('U', plain(system.unreliability))
  const down = duration(locale, model.downHours)
  const downAlone = duration(locale, model.aloneDownHours)
  const hours = constant(plain(HOURS_A_YEAR))
  return [
    {
      id: 'works',
      label: m.paradox_reading_works(),
      value: works(model),
      formula: row(R, '=', constant('1'), '−', U),
    },
    {
      id: 'failures',
      label: m.paradox_reading_failures(),
      value: perMillion(system.unreliability),
      unit: m.paradox_reading_per_million(),
      formula: row(
        variable('F', perMillion(system.unreliability)),
        '=',
        row(U, '×', constant(plain(1e6))),
      ),
    },
    {
      id: 'down',
      label: m.paradox_reading_down(),
      ...down,
      formula: row(variable('D', `${down.value} ${down.unit}`), '=', row(U, '×', hours)),
    },
    {
      id: 'alone',
      label: m.paradox_reading_alone(),
      ...downAlone,
      formula: row(
        variable('D', `${downAlone.value} ${downAlone.unit}`, 'A'),
        '=',
        row('(', constant('1'), '−', variable('a', plain(alone.reliability)), ')', '×', hours),
      ),
    },
  ]
}

/** The formula of this state: only the terms that are switched on, so that it stays short. */
export function formula({ values, outcome }: ParadoxModel): Expression {
  const plain = (value: number) => number(getLocale(), value, 6)
  const { a, b, failover, falseAlarm, inPath, router, shared } = values
  const sharedCause = shared * Math.min(1 - a, 1 - b)
  const A = variable('a', plain(a))
  const one = constant('1')
  const S = variable('s', plain(falseAlarm))
  const Z = variable('z', plain(sharedCause))
  const B =
    shared === 0
      ? variable('b', plain(b))
      : variable('b′', plain(sharedCause === 1 ? 0 : b / (1 - sharedCause)))
  const C = variable('c', plain(failover))
  const byA = falseAlarm === 0 ? row(A) : row(A, '×', '(', one, '−', S, ')')
  const failed = shared === 0 ? row(one, '−', A) : row(one, '−', A, '−', Z)
  const handedOver = falseAlarm === 0 ? failed : row(A, '×', S, '+', failed)
  const inner = [byA, '+', row('(', handedOver, ')', '×', C, '×', B)]
  const result = variable('R', plain(outcome.system.reliability))
  return inPath
    ? row(result, '=', variable('r', plain(router)), '×', '[', ...inner, ']')
    : row(result, '=', ...inner)
}

/** How many decimals a count of requests deserves: the smaller, the more, until it is dust. */
export const decimalsOf = (requests: number) =>
  requests >= 10 || requests === 0 ? 1 : requests >= 0.1 ? 2 : requests >= 0.01 ? 3 : 4

/** A count out of the picture's requests. What is too small to print is said to be small. */
export function count(requests: number, decimals = decimalsOf(requests)): string {
  const unit = 10 ** -decimals
  if (requests > 0 && requests < unit / 2) return `< ${number(getLocale(), unit, 1)}`
  return number(getLocale(), Number(requests.toFixed(decimals)), 9)
}

export const share = (value: number) => percent(getLocale(), value, 6)
