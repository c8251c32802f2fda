import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, row, variable } from '../../frame/expression.ts'
import { number, percent } from '../../ui/format.ts'
import { BUDGET, CAPACITY, LENGTH_MS } from './fixed.ts'
import { type StormModel, failedCount, rateAt } from './model.ts'
import { seconds, whole } from './words.ts'

/** The most calls that came to the store in one second of the plot. */
export const peakRate = ({ slices }: StormModel): number =>
  Math.max(...slices.map(({ first, again }) => first + again))

const callsInAll = ({ fates }: StormModel): number =>
  fates.reduce((sum, { calls }) => sum + calls, 0)

export function verdict(model: StormModel): Verdict {
  const { fates, plain, values, stuck, staysMs, overMs, calledMs } = model
  const [failed, without] = [failedCount(fates), failedCount(plain)]
  const said = {
    failed: whole(failed),
    plain: whole(without),
    all: whole(fates.length),
    stays: seconds(staysMs),
    share: percent(getLocale(), values.load / 100),
    capacity: whole(CAPACITY),
    rate: whole(rateAt(calledMs.at(-1) ?? [], LENGTH_MS)),
    more: percent(getLocale(), callsInAll(model) / Math.max(1, fates.length) - 1, 2),
  }
  if (values.retries === 0) return { tone: 'neutral', text: m.storm_verdict_never(said) }
  if (overMs === undefined) {
    return failed < without
      ? { tone: 'works', text: m.storm_verdict_luck(said) }
      : { tone: 'neutral', text: m.storm_verdict_no_luck(said) }
  }
  if (stuck) {
    return {
      tone: 'fails',
      text:
        failed >= without && failedCount(plain) * 2 < failed
          ? m.storm_verdict_stuck(said)
          : m.storm_verdict_overload(said),
    }
  }
  if (staysMs > 0) return { tone: 'neutral', text: m.storm_verdict_late(said) }
  return failed < without
    ? { tone: 'works', text: m.storm_verdict_carried(said) }
    : { tone: 'works', text: m.storm_verdict_passed(said) }
}

/** The whole run, for those who do not see it. */
export const describe = (model: StormModel): string =>
  m.storm_description({
    all: whole(model.fates.length),
    failed: whole(failedCount(model.fates)),
    plain: whole(failedCount(model.plain)),
    peak: whole(peakRate(model)),
    capacity: whole(CAPACITY),
    verdict: verdict(model).text,
  })

/** Calls for one request that fails every time: each layer multiplies those of the one above it. */
export function formula({ values, most }: StormModel): Expression {
  const factor = values.budget
    ? row('(', constant('1'), '+', variable('b', number(getLocale(), BUDGET)), ')')
    : row('(', constant('1'), '+', variable('r', whole(values.retries)), ')')
  const factors = Array.from({ length: values.layers }, () => factor)
  return row(
    variable('a', number(getLocale(), most)),
    '=',
    ...factors.flatMap((one, index) => (index === 0 ? [one] : ['×', one])),
  )
}

export function readings(model: StormModel): readonly Reading[] {
  const { fates, plain, staysMs, stuck, most, overMs } = model
  return [
    {
      id: 'failed',
      label: m.storm_reading_failed(),
      value: whole(failedCount(fates)),
      unit: m.storm_without({
        all: whole(fates.length),
        plain: whole(failedCount(plain)),
      }),
    },
    {
      id: 'most',
      label: m.storm_reading_most(),
      value: number(getLocale(), most),
      unit: m.storm_shown({ count: whole(Math.max(0, ...fates.map(({ calls }) => calls))) }),
      formula: formula(model),
    },
    {
      id: 'peak',
      label: m.storm_reading_peak(),
      value: whole(peakRate(model)),
      unit: m.storm_can({ capacity: whole(CAPACITY) }),
    },
    ...(overMs === undefined
      ? []
      : [
          {
            id: 'stays',
            label: m.storm_reading_stays(),
            value: number(getLocale(), staysMs / 1000, 3),
            unit: stuck ? m.storm_to_the_end() : 's',
          },
        ]),
  ]
}
