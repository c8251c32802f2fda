import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import { STRUCK_MS } from './fixed.ts'
import { shownPerSurvivor } from './lives.ts'
import { type Lane, type PairModel, silenceMs, takenOutMs } from './model.ts'
import { seconds, share, whole } from './words.ts'

const requests = (count: number): string => m.aa_requests({ count })

/** What the happening means, as long as there is room for it. */
function meaning({ values, passive, active }: PairModel): Verdict {
  const silent = seconds(silenceMs(passive))
  const said = {
    passive: requests(passive.failed),
    active: requests(active.failed),
    seconds: silent,
  }
  if (values.happening === 'drained') {
    return silenceMs(passive) > 0
      ? { tone: 'works', text: m.aa_verdict_drained(said) }
      : { tone: 'works', text: m.aa_verdict_both_drained() }
  }
  const noticedMs = takenOutMs(active)
  return values.happening === 'silent' && noticedMs !== undefined
    ? {
        tone: 'neutral',
        text: m.aa_verdict_silent({ ...said, noticed: seconds(noticedMs - STRUCK_MS) }),
      }
    : { tone: 'neutral', text: m.aa_verdict_cut(said) }
}

function happened(model: PairModel): Verdict {
  const { values, passive, active, perSurvivor, afterFailure } = model
  if (values.happening === 'balancer') {
    return {
      tone: 'fails',
      text: m.aa_verdict_balancer({
        seconds: seconds(silenceMs(active)),
        passive: requests(passive.failed),
        active: requests(active.failed),
      }),
    }
  }
  if (afterFailure.kind === 'overloaded' && perSurvivor > 1) {
    return {
      tone: 'fails',
      text: m.aa_verdict_overload({
        share: share(perSurvivor),
        rate: number(getLocale(), afterFailure.backlogRate, 2),
        failed: requests(active.failed),
      }),
    }
  }
  if (passive.lost > 0) {
    return {
      tone: 'fails',
      text: m.aa_verdict_lost({
        count: passive.lost,
        seconds: seconds(silenceMs(passive)),
      }),
    }
  }
  return meaning(model)
}

export function verdict(model: PairModel): Verdict {
  const { tone, text } = happened(model)
  return model.load > 1
    ? { tone: 'fails', text: `${text} ${m.aa_verdict_starved({ share: share(model.load) })}` }
    : { tone, text }
}

/** The whole run, for those who do not see it. */
export const describe = (model: PairModel): string =>
  m.aa_description({
    passive: whole(model.passive.failed),
    active: whole(model.active.failed),
    all: whole(model.active.fates.length),
    seconds: seconds(silenceMs(model.passive)),
    activeSeconds: seconds(silenceMs(model.active)),
    share: share(model.perSurvivor),
    verdict: verdict(model).text,
  })

/** The load of each survivor: what one server would carry of it all, over those that are left. */
export const formula = ({ load, perSurvivor, values }: PairModel): Expression =>
  row(
    variable('u', share(perSurvivor), m.aa_symbol_after()),
    '=',
    fraction(
      variable('L', share(load)),
      row(variable('n', whole(values.active)), '−', constant('1')),
    ),
  )

export function readings(model: PairModel): readonly Reading[] {
  const { passive, active, lengthMs, perSurvivor, values } = model
  const failed = (id: string, label: string, lane: Lane): Reading => ({
    id,
    label,
    value: whole(lane.failed),
    unit: m.aa_of({ all: whole(lane.fates.length) }),
  })
  const shown = shownPerSurvivor(active.lives, lengthMs)
  const n = whole(values.active)
  const left = whole(values.active - 1)
  return [
    failed('passive', m.aa_reading_passive(), passive),
    failed('active', m.aa_reading_active(), active),
    {
      id: 'silence',
      label: m.aa_reading_silence(),
      value: number(getLocale(), silenceMs(passive) / 1000, 3),
      unit: 's',
    },
    {
      id: 'survivor',
      label: m.aa_reading_survivor(),
      value: share(perSurvivor),
      ...(shown !== undefined && {
        unit: m.aa_shown({ share: share(Math.round(shown * 100) / 100) }),
      }),
      formula: formula(model),
    },
    {
      id: 'usable',
      label: m.aa_reading_usable(),
      value: left,
      unit: m.aa_of({ all: n }),
      formula: row(variable('k', left), '=', variable('n', n), '−', constant('1')),
    },
    {
      id: 'idle',
      label: m.aa_reading_idle(),
      value: whole(1),
      unit: m.aa_of({ all: whole(2) }),
    },
  ]
}
