import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { constant, type Expression, fraction, row, variable } from '../../frame/expression.ts'
import { percent } from '../../ui/format.ts'
import { failed, type KindsModel, LAYERS, RETRY_BUDGET, unharmed } from './model.ts'
import { effort, fateName, kindName } from './names.ts'
import { plain, times, wait } from './numbers.ts'
import { story } from './story.ts'

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

/** The one number of the kind. */
function measured({ values, current }: KindsModel): Pick<Reading, 'label' | 'value'> {
  const value = current.measure === Infinity ? m.kinds_all() : plain(current.measure, 4)
  switch (values.kind) {
    case 'hardware':
      return { label: m.kinds_measure_hardware(), value }
    case 'software':
      return { label: m.kinds_measure_software(), value }
    case 'data':
      return { label: m.kinds_measure_data(), value }
    case 'place':
      return { label: m.kinds_measure_place(), value: wait(current.measure) }
    case 'time':
      return { label: m.kinds_measure_time(), value }
    case 'information':
      return { label: m.kinds_measure_information(), value }
  }
}

export function readings(model: KindsModel): readonly Reading[] {
  const { values, current } = model
  const { kind } = values
  return [
    {
      id: 'cost',
      label: m.kinds_reading_cost(),
      value: times(current.cost),
      unit: paid(kind),
      formula: formula(model),
    },
    { id: 'effort', label: m.kinds_reading_effort(), value: effort(kind) },
    { id: 'measure', ...measured(model) },
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
