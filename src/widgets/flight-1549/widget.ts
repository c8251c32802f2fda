import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { FlightFigure } from './Figure.tsx'
import { flight, parameters, type FlightModel } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, FlightModel>({
  id: 'flight-1549',
  title: m.flight_title,
  scale: m.flight_scale,
  parameters,
  scenes,
  firstScene: 'flock',
  model: flight,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.flight_claim(), m.flight_rest()],
  assumptions: () => [
    m.flight_assume_engines(),
    m.flight_assume_emergency(),
    m.flight_assume_hydraulics(),
    m.flight_assume_degrees(),
  ],
  sources,
  Figure: FlightFigure,
})
