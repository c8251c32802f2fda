import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { FiveFigure } from './Figure.tsx'
import { five, parameters, type FiveModel } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, FiveModel>({
  id: 'five-failures',
  title: m.five_title,
  scale: m.five_scale,
  parameters,
  scenes,
  firstScene: 'correlated',
  model: five,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.five_claim(), m.five_rest()],
  assumptions: () => [m.five_assume_pair(), m.five_assume_cut(), m.five_assume_costs()],
  sources,
  Figure: FiveFigure,
})
