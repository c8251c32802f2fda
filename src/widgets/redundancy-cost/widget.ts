import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { PriceFigure } from './Figure.tsx'
import { type GuessMark, parameters, price, type PriceModel } from './model.ts'
import { prediction } from './prediction.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, PriceModel, GuessMark>({
  id: 'redundancy-cost',
  title: m.price_title,
  scale: m.price_scale,
  parameters,
  scenes,
  firstScene: 'one-too-many',
  model: price,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.price_claim(), m.price_rest()],
  assumptions: () => [
    m.price_assume_invented(),
    m.price_assume_handover(),
    m.price_assume_all(),
    m.price_assume_linear(),
    m.price_assume_shared(),
    m.price_assume_harm(),
  ],
  sources,
  prediction,
  Figure: PriceFigure,
})
