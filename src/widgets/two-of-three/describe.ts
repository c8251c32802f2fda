import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, row, variable, type Expression } from '../../frame/expression.ts'
import { downtime } from '../../reliability/downtime.ts'
import { duration, number, percent } from '../../ui/format.ts'
import { MOMENTS, SERVERS, type TrioModel } from './model.ts'

export const count = (value: number) => number(getLocale(), value, 3)
export const share = (value: number) => percent(getLocale(), value, 3)
export const oneIn = (probability: number) =>
  m.trio_one_in({ count: number(getLocale(), 1 / probability, 3) })

const yearly = (probability: number) =>
  duration(
    getLocale(),
    downtime({ reliability: 1 - probability, unreliability: probability }).hours,
  )
export const yearlyText = (probability: number) => {
  const { value, unit } = yearly(probability)
  return `${value}\u00a0${unit}`
}

const said = ({ quoted, anyTwo, withShared, values }: TrioModel) => ({
  any: oneIn(anyTwo),
  truth: oneIn(withShared),
  times: count(withShared / quoted),
  anyTimes: count(anyTwo / quoted),
  shared: share(values.shared),
  year: yearlyText(withShared),
  single: yearlyText(values.down),
})

/** What adding up counts too often, where the digits that are shown have it. */
function onceText(model: TrioModel): string {
  const pairs = count(SERVERS)
  return said(model).anyTimes === pairs ? '' : m.trio_verdict_once({ pairs })
}

export function verdict(model: TrioModel): Verdict {
  const { shared, down } = model.values
  if (shared === 0)
    return {
      tone: 'neutral',
      text: [m.trio_verdict_any(said(model)), onceText(model)].filter(Boolean).join(' '),
    }
  if (model.withShared >= down * (1 - 1e-9))
    return { tone: 'fails', text: m.trio_verdict_all(said(model)) }
  return { tone: 'fails', text: m.trio_verdict_shared(said(model)) }
}

export const drawnText = ({ drawn, quoted, withShared }: TrioModel) =>
  m.trio_drawn({
    moments: count(MOMENTS),
    out: count(drawn.out),
    all: count(drawn.all),
    expected: count(MOMENTS * withShared),
    pair: count(drawn.namedPair),
    promised: count(MOMENTS * quoted),
  })

export const describe = (model: TrioModel): string =>
  m.trio_description({
    down: share(model.values.down),
    drawn: drawnText(model),
    verdict: verdict(model).text,
  })

const symbols = ({ values, quoted, anyTwo, withShared }: TrioModel) => ({
  down: variable('q', share(values.down)),
  shared: variable('β', share(values.shared)),
  own: variable('p', share((1 - values.shared) * values.down)),
  quoted: variable('Q', share(quoted), '2'),
  any: variable('Q', share(anyTwo), '≥2'),
  truth: variable('Q', share(withShared)),
})

export function readings(model: TrioModel): readonly Reading[] {
  const s = symbols(model)
  return [
    {
      id: 'quoted',
      label: m.trio_reading_quoted(),
      value: oneIn(model.quoted),
      formula: row(s.quoted, '=', s.down, '×', s.down),
    },
    {
      id: 'any',
      label: m.trio_reading_any(),
      value: oneIn(model.anyTwo),
      formula: row(
        s.any,
        '=',
        constant('3'),
        '×',
        row(s.down, '²'),
        '×',
        row('(', constant('1'), '−', s.down, ')'),
        '+',
        row(s.down, '³'),
      ),
    },
    {
      id: 'truth',
      label: m.trio_reading_truth(),
      value: oneIn(model.withShared),
      formula: formula(model),
    },
    { id: 'year', label: m.trio_reading_year(), ...yearly(model.withShared) },
    {
      id: 'times',
      label: m.trio_reading_times(),
      value: m.trio_times({ count: count(model.withShared / model.quoted) }),
    },
  ]
}

/** A shared failure takes all three; otherwise two must fail of their own, at the smaller rate p. */
export function formula(model: TrioModel): Expression {
  const s = symbols(model)
  const beta = row(s.shared, '×', s.down)
  return row(
    s.truth,
    '=',
    beta,
    '+',
    row('(', constant('1'), '−', beta, ')'),
    '×',
    row(
      '(',
      constant('3'),
      '×',
      row(s.own, '²'),
      '(',
      constant('1'),
      '−',
      s.own,
      ')',
      '+',
      row(s.own, '³'),
      ')',
    ),
  )
}
