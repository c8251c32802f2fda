import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { duration, number, percent } from '../../ui/format.ts'
import {
  failed,
  type KindsModel,
  LAYERS,
  RETRY_BUDGET,
  requestFailure,
  smallWord,
  unharmed,
} from './model.ts'
import { effort, fateName, kindName } from './names.ts'

export const plain = (value: number, digits = 3): string => number(getLocale(), value, digits)

export const times = (value: number): string => m.kinds_times({ count: plain(value, 4) })

export const wait = (ms: number): string => {
  const { value, unit } = duration(getLocale(), ms / 3_600_000)
  return `${value} ${unit}`
}

/** What has become of the kind that is shown, in one sentence. */
export function story({ values, current }: KindsModel): string {
  const { kind, happening, guard, count } = values
  const guarded = guard === 'guarded'
  const said = { count: plain(count), measure: plain(current.measure, 4) }
  if (happening === 'nothing') return m.kinds_story_nothing()
  const usual = happening === 'usual'
  switch (kind) {
    case 'hardware':
      if (current.fate === 'fails')
        return count === 1 ? m.kinds_story_only_supply() : m.kinds_story_circuit(said)
      return usual ? m.kinds_story_supply(said) : m.kinds_story_circuits(said)
    case 'software':
      if (usual) return count === 1 ? m.kinds_story_only_pod() : m.kinds_story_pod(said)
      return guarded ? m.kinds_story_cache(said) : m.kinds_story_database(said)
    case 'data':
      if (count === 1) return m.kinds_story_only_copy()
      return usual
        ? m.kinds_story_disk(said)
        : guarded
          ? m.kinds_story_confirmed()
          : m.kinds_story_lag(said)
    case 'place': {
      if (usual) return count === 1 ? m.kinds_story_only_region() : m.kinds_story_region(said)
      if (count === 1) return m.kinds_story_near()
      const waits = { wait: wait(current.measure) }
      return guarded ? m.kinds_story_one_trip(waits) : m.kinds_story_trips(waits)
    }
    case 'time':
      if (usual)
        return count === 1
          ? m.kinds_story_no_retry()
          : m.kinds_story_retry({
              failure: percent(getLocale(), requestFailure(values), 3),
              attempts: plain(current.measure),
            })
      if (count === 1) return m.kinds_story_one_attempt()
      return guarded ? m.kinds_story_budget(said) : m.kinds_story_storm(said)
    case 'information':
      if (usual) return guarded ? m.kinds_story_corrected() : m.kinds_story_noticed()
      return guarded ? m.kinds_story_refused() : m.kinds_story_missed()
  }
}

const TONES = { serves: 'works', limps: 'neutral', fails: 'fails' } as const

export const verdict = (model: KindsModel): Verdict => ({
  tone: model.values.happening === 'nothing' ? 'neutral' : TONES[model.current.fate],
  text: story(model),
})

/** The state of the picture, for those who do not see it. */
export const describe = (model: KindsModel): string =>
  m.kinds_description({
    kind: kindName(model.values.kind),
    fate: fateName(model.current.fate),
    story: story(model),
    unharmed: plain(unharmed(model)),
    failed: plain(failed(model)),
  })

/** Where the cost comes from. */
export function formula({ values, current }: KindsModel): Expression {
  const cost = variable(m.kinds_symbol_cost(), times(current.cost))
  const n = variable('n', plain(values.count))
  switch (values.kind) {
    case 'hardware':
    case 'data':
      return row(cost, '=', n)
    case 'software':
    case 'place':
      return values.count === 1
        ? row(cost, '=', n)
        : row(cost, '=', fraction(n, row(n, '−', constant('1'))))
    case 'time':
      return values.guard === 'guarded'
        ? row(cost, '≤', row(constant('1'), '+', variable('b', percent(getLocale(), RETRY_BUDGET))))
        : row(
            cost,
            '≤',
            ...Array.from({ length: LAYERS }).flatMap((_, index) => (index > 0 ? ['×', n] : [n])),
          )
    case 'information':
      return row(
        cost,
        '=',
        constant('1'),
        '+',
        fraction(variable('r', plain((current.cost - 1) * 64)), variable('k', plain(64))),
      )
  }
}

export function readings(model: KindsModel): readonly Reading[] {
  const { values, current } = model
  const { kind } = values
  const measure: Pick<Reading, 'label' | 'value'> = {
    hardware: { label: m.kinds_measure_hardware(), value: plain(current.measure) },
    software: { label: m.kinds_measure_software(), value: plain(current.measure) },
    data: {
      label: m.kinds_measure_data(),
      value: current.measure === Infinity ? m.kinds_all() : plain(current.measure),
    },
    place: { label: m.kinds_measure_place(), value: wait(current.measure) },
    time: { label: m.kinds_measure_time(), value: plain(current.measure, 4) },
    information: {
      label: m.kinds_measure_information(),
      value: plain(smallWord(values).flips.length),
    },
  }[kind]
  return [
    {
      id: 'cost',
      label: m.kinds_reading_cost(),
      value: times(current.cost),
      unit: paid(kind),
      formula: formula(model),
    },
    { id: 'effort', label: m.kinds_reading_effort(), value: effort(kind) },
    { id: 'measure', ...measure },
    {
      id: 'unharmed',
      label: m.kinds_reading_unharmed(),
      value: plain(unharmed(model)),
      unit: m.kinds_of_six({ count: plain(model.all.length) }),
    },
  ]
}

/** What is paid for more of it. */
function paid(kind: KindsModel['values']['kind']): string {
  return {
    hardware: m.kinds_paid_hardware,
    software: m.kinds_paid_software,
    data: m.kinds_paid_data,
    place: m.kinds_paid_place,
    time: m.kinds_paid_time,
    information: m.kinds_paid_information,
  }[kind]()
}
