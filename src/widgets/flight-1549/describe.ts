import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Reading, Verdict } from '../../frame/contract.ts'
import { row, variable, type Expression } from '../../frame/expression.ts'
import { number } from '../../ui/format.ts'
import type { FlightModel } from './model.ts'

const VERDICTS = {
  nothing: m.flight_verdict_nothing,
  'one-engine': m.flight_verdict_one_engine,
  flock: m.flight_verdict_flock,
  'one-design': m.flight_verdict_one_design,
}

export const verdict = (model: FlightModel): Verdict => ({
  tone: model.thrust && model.control ? 'works' : model.control ? 'neutral' : 'fails',
  text: VERDICTS[model.cause](),
})

const word = (works: boolean) => (works ? m.flight_works() : m.flight_lost())

/** The state of the picture, for those who do not see it. */
export const describe = (model: FlightModel): string =>
  m.flight_description({
    thrust: word(model.thrust),
    power: word(model.power),
    control: word(model.control),
    verdict: verdict(model).text,
  })

export function readings(model: FlightModel): readonly Reading[] {
  const of = (working: number, all: number) =>
    m.flight_of({ working: number(getLocale(), working), all: number(getLocale(), all) })
  return [
    { id: 'engines', label: m.flight_reading_engines(), value: of(model.enginesWorking, 2) },
    {
      id: 'power',
      label: m.flight_reading_power(),
      value: number(getLocale(), model.powerSources),
    },
    { id: 'computers', label: m.flight_reading_computers(), value: of(model.computerKinds, 2) },
  ]
}

/** Control as a structure function: 1 for what works, 0 for what does not. */
export function formula({ works, turbineRuns, control }: FlightModel): Expression {
  const bit = (value: boolean) => number(getLocale(), value ? 1 : 0)
  return row(
    variable(m.flight_symbol_control(), bit(control)),
    '=',
    row(
      '(',
      row(
        variable('E', bit(works.engine1), '1'),
        '∨',
        variable('E', bit(works.engine2), '2'),
        '∨',
        variable('APU', bit(turbineRuns)),
      ),
      ')',
    ),
    '∧',
    row('(', row(variable('ELAC', bit(works.elac)), '∨', variable('SEC', bit(works.sec))), ')'),
  )
}
