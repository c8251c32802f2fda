import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { type Expression, constant, fraction, row, variable } from '../../frame/expression.ts'
import { REGIONS } from '../../systems/regions/parameters.ts'
import { servedShare } from '../../systems/regions/traffic.ts'
import { number } from '../../ui/format.ts'
import { ENOUGH, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import { busiest, firstOf, type RegionsModel, worldAt, worst } from './model.ts'
import { restOf } from './events.ts'
import { namesOf, seconds, share, times, whole } from './words.ts'

/** From the first fault until enough users are served again; undefined where that never came. */
export const recoveryMs = ({ recovery }: RegionsModel): number | undefined =>
  recovery?.servedMs === undefined ? undefined : recovery.servedMs - recovery.struckMs

/** What harm the run did beyond an outage, if any. */
function harm(model: RegionsModel): string | undefined {
  const { last, loss, values } = model
  const two = firstOf(model, 'two-primaries')
  if (two?.note.kind === 'two-primaries')
    return m.regions_verdict_two({
      time: seconds(two.atMs),
      where: namesOf(two.note.regions),
      writes: whole(loss.writes),
    })
  if (values.rule === 'fails-back-early' && loss.writes > 0)
    return m.regions_verdict_early({ writes: whole(loss.writes) })
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
  if (!recovery) return { tone: 'neutral', text: m.regions_verdict_calm() }
  const promoted = firstOf(model, 'promoted', recovery.struckMs)
  const time = recoveryMs(model)
  const rto = time === undefined ? '' : seconds(time)
  const writes = whole(loss.writes)
  const enough = share(ENOUGH)
  if (!promoted) {
    const refused = firstOf(model, 'refused')
    const served = share(Math.min(...model.samples.map(servedShare)))
    return {
      tone: 'neutral',
      text: refused
        ? m.regions_verdict_refused({ served })
        : m.regions_verdict_no_primary({ served }),
    }
  }
  const said = {
    after: seconds(promoted.atMs - recovery.struckMs),
    stale: share(worldAt(model, restOf(model)).traffic.deadEnd),
    enough,
    writes,
  }
  if (time === undefined)
    return { tone: 'fails', text: m.regions_verdict_never({ ...said, end: seconds(LENGTH_MS) }) }
  return world.replication === 'sync' && loss.writes === 0
    ? { tone: 'works', text: m.regions_verdict_sync({ ...said, rto }) }
    : { tone: 'neutral', text: m.regions_verdict_async({ ...said, rto }) }
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
export function formula({ recovery, world }: RegionsModel): Expression {
  const phases = recovery?.phases ?? []
  const lengthOf = (id: string) => {
    const phase = phases.find((each) => each.id === id)
    return second(phase ? phase.toMs - phase.fromMs : 0)
  }
  const total = phases.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
  const last = world.steering === 'dns' ? m.regions_symbol_caches() : m.regions_symbol_routes()
  return row(
    variable('T', second(total), m.regions_symbol_recovery()),
    '=',
    variable('t', lengthOf('detect'), m.regions_symbol_detect()),
    '+',
    variable('t', lengthOf('decide'), m.regions_symbol_decide()),
    '+',
    variable('t', lengthOf('promote'), m.regions_symbol_promote()),
    '+',
    variable('t', lengthOf('steer'), last),
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
  return [
    {
      id: 'rto',
      label: m.regions_reading_rto({ enough: share(ENOUGH) }),
      value: model.recovery
        ? time === undefined
          ? m.regions_not_reached()
          : second(time)
        : second(0),
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
      label: m.regions_reading_stale({ time: seconds(Math.max(restOf(model), STRUCK_MS)) }),
      value: share(worldAt(model, restOf(model)).traffic.deadEnd),
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
