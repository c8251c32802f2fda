import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { REGIONS } from '../../systems/regions/parameters.ts'
import { servedShare } from '../../systems/regions/traffic.ts'
import { number } from '../../ui/format.ts'
import { ENOUGH, LENGTH_MS } from './fixed.ts'
import {
  busiest,
  earlyHandover,
  firstOf,
  lowMs,
  type RegionsModel,
  worldAt,
  worst,
} from './model.ts'
import { restOf } from './events.ts'
import { nameOf, namesOf, seconds, share, times, whole } from './words.ts'

/** From the first fault until enough users are served again; undefined where that never came. */
export const recoveryMs = ({ recovery }: RegionsModel): number | undefined =>
  recovery?.servedMs === undefined ? undefined : recovery.servedMs - recovery.struckMs

/** What harm the run did beyond an outage, if any. */
function harm(model: RegionsModel): string | undefined {
  const { last, loss } = model
  const two = firstOf(model, 'two-primaries')
  if (two?.note.kind === 'two-primaries')
    return m.regions_verdict_two({
      time: seconds(two.atMs),
      where: namesOf(two.note.regions),
      writes: whole(loss.writes),
    })
  const early = earlyHandover(model)
  if (early)
    return m.regions_verdict_early({
      where: nameOf(early.to),
      recovery: whole(early.writes),
      before: whole(loss.writes - early.writes),
    })
  if (last.breaches.notOverloaded === undefined) return undefined
  const turned = share(worst(model, ({ turnedAway }) => turnedAway).most)
  const { most } = worst(model, busiest)
  return most > 100
    ? m.regions_verdict_asleep({ turned })
    : m.regions_verdict_overloaded({ busy: share(most), turned })
}

export function verdict(model: RegionsModel): Verdict {
  const { recovery, loss, world } = model
  const bad = harm(model)
  if (bad !== undefined) return { tone: 'fails', text: bad }
  const enough = share(ENOUGH)
  if (!recovery) {
    const low = lowMs(model)
    return {
      tone: 'neutral',
      text:
        low > 0
          ? m.regions_verdict_switch({ time: seconds(low), enough })
          : m.regions_verdict_calm(),
    }
  }
  const promoted = firstOf(model, 'promoted', recovery.struckMs)
  if (!promoted) {
    const [alive] = model.entries.flatMap(({ note }) =>
      note.kind === 'refused' && note.why === 'alive' ? [note.region] : [],
    )
    const served = share(Math.min(...model.samples.map(servedShare)))
    return {
      tone: 'neutral',
      text: alive
        ? m.regions_verdict_refused({ where: nameOf(alive), served })
        : m.regions_verdict_no_primary({ served }),
    }
  }
  const after = seconds(promoted.atMs - recovery.struckMs)
  const time = recoveryMs(model)
  if (time === undefined) {
    const never = m.regions_verdict_never({ end: seconds(LENGTH_MS), enough })
    return { tone: 'fails', text: `${m.regions_verdict_promoted({ after })} ${never}` }
  }
  const stale = share(worldAt(model, restOf(model)).traffic.deadEnd)
  const lost = firstOf(model, 'region-lost')
  const taken =
    lost && lost.atMs <= promoted.atMs
      ? m.regions_verdict_promoted_dark({ after, stale })
      : m.regions_verdict_promoted({ after })
  const said = { enough, rto: seconds(time), writes: whole(loss.writes) }
  return world.replication === 'sync' && loss.writes === 0
    ? { tone: 'works', text: `${taken} ${m.regions_verdict_sync(said)}` }
    : { tone: 'neutral', text: `${taken} ${m.regions_verdict_async(said)}` }
}

/** The whole run, for those who do not see it. */
export function describe(model: RegionsModel): string {
  const least = Math.min(...model.samples.map(servedShare))
  return m.regions_description({
    least: share(least),
    dark: share(worst(model, ({ deadEnd }) => deadEnd).most),
    writes: whole(model.loss.writes),
    verdict: verdict(model).text,
  })
}

const second = (ms: number): string => number(getLocale(), ms / 1000, 3)

/** The recovery time as the sum of its phases. */
export function formula({ recovery }: RegionsModel): Expression {
  const phases = recovery?.phases ?? []
  const lengthOf = (id: string) => {
    const phase = phases.find((each) => each.id === id)
    return second(phase ? phase.toMs - phase.fromMs : 0)
  }
  const total = phases.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  return row(
    variable('T', second(total), m.regions_symbol_recovery()),
    '=',
    variable('t', lengthOf('detect'), m.regions_symbol_detect()),
    '+',
    variable('t', lengthOf('decide'), m.regions_symbol_decide()),
    '+',
    variable('t', lengthOf('promote'), m.regions_symbol_promote()),
    '+',
    variable('t', lengthOf('steer'), m.regions_symbol_served()),
  )
}

/** What each survivor carries when one of all is lost and its load is spread evenly. */
function capacityFormula({ world, perSurvivor }: RegionsModel): Expression {
  const [all, left] = [REGIONS.length, REGIONS.length - 1]
  return row(
    variable('u', share(perSurvivor), m.regions_symbol_survivor()),
    '=',
    fraction(variable('N', whole(all)), row(variable('N', whole(all)), '−', constant('1'))),
    '×',
    fraction(
      constant(share((perSurvivor * left * world.headroom) / all)),
      variable('c', times(world.headroom)),
    ),
  )
}

function costFormula({ cost }: RegionsModel): Expression {
  const { servers, copies, traffic, relative } = cost
  return row(
    variable('C', times(relative)),
    '=',
    fraction(
      row(
        variable('s', times(servers)),
        '+',
        variable('d', times(copies)),
        '+',
        variable('r', times(traffic)),
      ),
      constant(times((servers + copies + traffic) / relative)),
    ),
  )
}

export function readings(model: RegionsModel): readonly Reading[] {
  const { loss, world, cost } = model
  const time = recoveryMs(model)
  const { most } = worst(model, busiest)
  const restMs = restOf(model)
  return [
    {
      id: 'rto',
      label: m.regions_reading_rto({ enough: share(ENOUGH) }),
      value: model.recovery
        ? time === undefined
          ? m.regions_not_reached()
          : second(time)
        : second(lowMs(model)),
      ...(model.recovery && time === undefined ? {} : { unit: 's' }),
      ...(time !== undefined && { formula: formula(model) }),
    },
    {
      id: 'rpo',
      label: m.regions_reading_rpo(),
      value: whole(loss.writes),
      unit: m.regions_unit_rpo({ time: seconds(loss.spanMs) }),
    },
    {
      id: 'stale',
      label: m.regions_reading_stale({ time: seconds(restMs) }),
      value: share(worldAt(model, restMs).traffic.deadEnd),
    },
    {
      id: 'busy',
      label: m.regions_reading_busy(),
      value: most > 100 ? m.regions_no_servers() : share(most),
      ...(world.strategy === 'active-active' && { formula: capacityFormula(model) }),
    },
    {
      id: 'cost',
      label: m.regions_reading_cost(),
      value: times(cost.relative),
      unit: m.regions_unit_cost(),
      formula: costFormula(model),
    },
  ]
}
