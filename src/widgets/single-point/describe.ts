import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import { SERVICE_MS } from './fixed.ts'
import type { Lane, SpofModel } from './model.ts'
import { seconds, whole } from './words.ts'

/** How long no server could have been reached, in milliseconds. */
export const silenceMs = ({ silences }: Lane): number =>
  silences.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)

const requests = (count: number): string => m.spof_requests({ count })

/** Whether both servers of the pair were away at once, though the balancer was there. */
const bothAway = ({ lives }: Lane): boolean => {
  const [a = [], b = []] = lives
  const away = (spells: typeof a) => spells.filter(({ state }) => state !== 'works')
  return away(a).some((one) =>
    away(b).some((other) => one.fromMs < other.toMs && other.fromMs < one.toMs),
  )
}

export function verdict({ values, touched, single, pair, noticedMs }: SpofModel): Verdict {
  const said = {
    single: requests(single.failed),
    pair: requests(pair.failed),
    noticed: seconds(noticedMs),
    silent: seconds(silenceMs(pair)),
  }
  if (pair.balancerAway.length > 0) return { tone: 'fails', text: m.spof_verdict_balancer(said) }
  if (bothAway(pair)) {
    const shared = values.planned === 'both' && !touched
    return {
      tone: 'fails',
      text: shared ? m.spof_verdict_both(said) : m.spof_verdict_then_b(said),
    }
  }
  if (single.failed + pair.failed === 0) {
    const dead = pair.lives.some((life) => life.some(({ state }) => state !== 'works'))
    return dead
      ? { tone: 'works', text: m.spof_verdict_none_lost() }
      : { tone: 'neutral', text: m.spof_verdict_calm() }
  }
  if (pair.failed === 0) return { tone: 'works', text: m.spof_verdict_unharmed(said) }
  return values.way === 'silent'
    ? { tone: 'works', text: m.spof_verdict_silent(said) }
    : { tone: 'works', text: m.spof_verdict_refusing(said) }
}

/** The whole run, for those who do not see it. */
export const describe = (model: SpofModel): string =>
  m.spof_description({
    single: whole(model.single.failed),
    pair: whole(model.pair.failed),
    all: whole(model.pair.fates.length),
    silent: seconds(silenceMs(model.single)),
    pairSilent: seconds(silenceMs(model.pair)),
    verdict: verdict(model).text,
  })

const value = (ms: number): string => number(getLocale(), ms / 1000, 3)

/** What A of the pair takes down: its half of the arrivals, while it works and until it is out. */
export const formula = ({ values, expectedLoss, noticedMs }: SpofModel): Expression =>
  row(
    variable('L', number(getLocale(), expectedLoss, 3), m.spof_symbol_pair()),
    '=',
    variable('λ', whole(values.arrivals)),
    '×',
    fraction(constant('1'), constant('2')),
    '×',
    '(',
    variable('w', value(SERVICE_MS)),
    '+',
    variable('d', value(noticedMs)),
    ')',
  )

export function readings(model: SpofModel): readonly Reading[] {
  const { single, pair } = model
  const lost = (id: string, label: string, lane: Lane): Reading => ({
    id,
    label,
    value: whole(lane.failed),
    unit: m.spof_of({ all: whole(lane.fates.length) }),
  })
  const silent = (id: string, label: string, lane: Lane): Reading => ({
    id,
    label,
    value: value(silenceMs(lane)),
    unit: 's',
  })
  return [
    lost('single', m.spof_reading_single(), single),
    lost('pair', m.spof_reading_pair(), pair),
    silent('single-silent', m.spof_reading_single_silent(), single),
    silent('pair-silent', m.spof_reading_pair_silent(), pair),
    {
      id: 'expected',
      label: m.spof_reading_expected(),
      value: number(getLocale(), model.expectedLoss, 3),
      unit: m.spof_reading_expected_unit(),
      formula: formula(model),
    },
  ]
}
