import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, fraction, row, variable, type Expression } from '../../frame/expression.ts'
import { number, percent } from '../../ui/format.ts'
import type { SpareModel } from './model.ts'
import { bestSpread } from './placement.ts'

export const count = (value: number) => number(getLocale(), value, 3)
export const share = (value: number) =>
  Number.isFinite(value) ? percent(getLocale(), value, 3) : m.spare_none_left()

/** N and M as the reader has set them: "N+1", or "2N" and "2N+1" where that is what it comes to. */
export const nameOf = ({ values: { needed, spare } }: SpareModel): string =>
  needed > 1 && spare === needed
    ? m.spare_name_double()
    : needed > 1 && spare === needed + 1
      ? m.spare_name_double_one()
      : m.spare_name({ spare: count(spare) })

const wait = (value: number) =>
  Number.isFinite(value)
    ? m.spare_times({ times: number(getLocale(), value, 2) })
    : m.spare_endless()

/** The tone of what each one left is asked for. */
export const toneOf = ({ now, values }: SpareModel): Verdict['tone'] =>
  toneAt(now.perSurvivor, values.target)

/** At or above all it can do, a server is overloaded, whatever the limit was said to be. */
export const toneAt = (perSurvivor: number, target: number): Verdict['tone'] =>
  perSurvivor > 1 - 1e-9 ? 'fails' : perSurvivor <= target + 1e-9 ? 'works' : 'neutral'

function nowText(model: SpareModel): string {
  const { now, out, servers, values } = model
  const said = {
    out: count(out),
    left: servers.length - out,
    each: share(now.perSurvivor),
    target: share(values.target),
    wait: wait(now.meanWait),
  }
  const both = servers.length === 2
  if (out === servers.length) return m.spare_verdict_gone()
  switch (toneOf(model)) {
    case 'works':
      if (out > 0) return m.spare_verdict_carried(said)
      return both ? m.spare_verdict_both(said) : m.spare_verdict_whole(said)
    case 'neutral':
      if (out > 0) return m.spare_verdict_tight(said)
      return both ? m.spare_verdict_both_tight(said) : m.spare_verdict_whole_tight(said)
    case 'fails':
      return out === 0 ? m.spare_verdict_too_few(said) : m.spare_verdict_overloaded(said)
  }
}

/** What the fleet is worth, beside what its name promises. */
function worthText(model: SpareModel): string {
  const { survives, values, trueNeeded } = model
  const said = { name: nameOf(model), survives: count(survives), needed: count(trueNeeded) }
  if (survives < 0) return m.spare_worth_nothing()
  const more = survives !== values.spare ? m.spare_worth_more(said) : ''
  return [survives === 0 ? m.spare_worth_none() : m.spare_worth(said), more]
    .filter(Boolean)
    .join(' ')
}

/** That more servers are set to be out than there are, where that is so: the rest has no effect. */
function beyondText({ servers, values: { failed, serviced } }: SpareModel): string {
  const asked = failed + serviced
  const there = servers.filter(({ state }) => state !== 'zone-lost').length
  return asked > there ? m.spare_verdict_beyond({ asked: count(asked), there: count(there) }) : ''
}

export const verdict = (model: SpareModel): Verdict => ({
  tone: toneOf(model),
  text: [nowText(model), beyondText(model), worthText(model)].filter(Boolean).join(' '),
})

export function describe(model: SpareModel): string {
  const { values, servers, load, out } = model
  return m.spare_description({
    servers: count(servers.length),
    needed: count(values.needed),
    spare: count(values.spare),
    load: count(load),
    out: count(out),
    verdict: verdict(model).text,
  })
}

const symbols = ({ load, servers, out, now, values }: SpareModel) => ({
  load: variable('L', count(load)),
  all: variable('n', count(servers.length)),
  out: variable('f', count(out)),
  each: variable('ρ', share(now.perSurvivor)),
  target: variable('t', share(values.target)),
})

const placeText = (model: SpareModel): string =>
  bestSpread(model)?.map(count).join(' + ') ?? m.spare_no_place()

export function readings(model: SpareModel): readonly Reading[] {
  const { survives, survivesAtTarget, safeForOne, now, survivesZone } = model
  const s = symbols(model)
  return [
    {
      id: 'each',
      label: m.spare_reading_each(),
      value: share(now.perSurvivor),
      formula: formula(model),
    },
    { id: 'wait', label: m.spare_reading_wait(), value: wait(now.meanWait) },
    {
      id: 'survives',
      label: m.spare_reading_survives(),
      value: survives < 0 ? m.spare_not_even_none() : count(survives),
    },
    {
      id: 'at-target',
      label: m.spare_reading_at_target(),
      value: survivesAtTarget < 0 ? m.spare_not_even_none() : count(survivesAtTarget),
    },
    {
      id: 'safe',
      label: m.spare_reading_safe(),
      value: share(safeForOne),
      formula: row(
        fraction(row(s.all, '−', constant('1')), s.all),
        '×',
        s.target,
        '=',
        constant(share(safeForOne)),
      ),
    },
    ...(survivesZone === undefined
      ? []
      : [
          { id: 'place', label: m.spare_reading_place(), value: placeText(model) },
          {
            id: 'zone',
            label: m.spare_reading_zone(),
            value: survivesZone ? m.spare_yes() : m.spare_no(),
          },
        ]),
  ]
}

export function formula(model: SpareModel): Expression {
  const s = symbols(model)
  return row(s.each, '=', fraction(s.load, row(s.all, '−', s.out)))
}
