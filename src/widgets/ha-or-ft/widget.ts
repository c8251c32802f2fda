import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { EitherFigure } from './Figure.tsx'
import { either, parameters, type EitherModel } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, EitherModel>({
  id: 'ha-or-ft',
  title: m.either_title,
  scale: m.either_scale,
  parameters,
  scenes,
  firstScene: 'checkout',
  model: either,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.either_claim(), m.either_rest()],
  assumptions: () => [m.either_assume_rough(), m.either_assume_parts(), m.either_assume_rules()],
  sources,
  Figure: EitherFigure,
})
