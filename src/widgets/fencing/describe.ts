import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import { LATENCY_MS } from './fixed.ts'
import type { FencingModel } from './model.ts'
import { nameOf, seconds, whole } from './words.ts'

const lateOf = ({ last }: FencingModel) => last.landed.filter(({ late }) => late)
const refusedOf = ({ last }: FencingModel) => last.landed.filter(({ accepted }) => !accepted)

export function verdict(model: FencingModel): Verdict {
  const { values, bothMs, last } = model
  const [late] = lateOf(model)
  const both = seconds(bothMs)
  if (late)
    return {
      tone: 'fails',
      text: m.fence_verdict_late({
        who: nameOf(late.from),
        token: whole(late.token),
        time: seconds(late.atMs),
        count: lateOf(model).length,
      }),
    }
  const [refused] = refusedOf(model)
  if (refused)
    return {
      tone: 'works',
      text: m.fence_verdict_refused({ who: nameOf(refused.from), token: whole(refused.token) }),
    }
  const off = model.entries.some(({ note }) => note.kind === 'powered-off')
  if (off) return { tone: 'works', text: m.fence_verdict_off() }
  if (bothMs > 0)
    return values.protection === 'fencing'
      ? { tone: 'works', text: m.fence_verdict_guarded({ both }) }
      : { tone: 'neutral', text: m.fence_verdict_lucky({ both }) }
  const asleep = Object.entries(last.holders).find(([, { life }]) => life.condition === 'paused')
  const holders = new Set(
    model.entries.flatMap(({ note }) => (note.kind === 'granted' ? [note.holder] : [])),
  )
  const [only] = holders
  if (holders.size > 1)
    return asleep
      ? { tone: 'neutral', text: m.fence_verdict_asleep({ who: nameOf(asleep[0]) }) }
      : { tone: 'works', text: m.fence_verdict_handed() }
  if (only !== undefined && last.lock.token > 1)
    return { tone: 'works', text: m.fence_verdict_again({ who: nameOf(only) }) }
  if (model.entries.some(({ note }) => note.kind === 'crashed'))
    return { tone: 'works', text: m.fence_verdict_back() }
  return values.planned === 'nap'
    ? { tone: 'works', text: m.fence_verdict_kept() }
    : { tone: 'neutral', text: m.fence_verdict_calm() }
}

/** The whole run, for those who do not see it. */
export const describe = (model: FencingModel): string =>
  m.fence_description({
    writes: whole(model.last.landed.length),
    late: whole(lateOf(model).length),
    refused: whole(refusedOf(model).length),
    tokens: whole(model.last.lock.token),
    verdict: verdict(model).text,
  })

/** How much longer than the lock service A may believe, by the rates of their clocks alone. */
export function formula({ values, overhangMs }: FencingModel): Expression {
  const ms = (value: number) => number(getLocale(), Math.round(value))
  return row(
    variable('o', ms(overhangMs), m.fence_symbol_over()),
    '=',
    fraction(
      row(variable('T', ms(values.ttlMs)), '−', variable('m', ms(values.marginMs))),
      variable('r', number(getLocale(), values.clock / 100, 3)),
    ),
    '−',
    variable('T', ms(values.ttlMs)),
    '−',
    variable('l', ms(LATENCY_MS)),
  )
}

export function readings(model: FencingModel): readonly Reading[] {
  const { last, bothMs, overhangMs } = model
  return [
    { id: 'late', label: m.fence_reading_late(), value: whole(lateOf(model).length) },
    { id: 'refused', label: m.fence_reading_refused(), value: whole(refusedOf(model).length) },
    {
      id: 'both',
      label: m.fence_reading_both(),
      value: number(getLocale(), bothMs / 1000, 3),
      unit: 's',
    },
    { id: 'tokens', label: m.fence_reading_tokens(), value: whole(last.lock.token) },
    {
      id: 'overhang',
      label: m.fence_reading_overhang(),
      value: number(getLocale(), Math.round(overhangMs)),
      unit: 'ms',
      formula: formula(model),
    },
  ]
}
