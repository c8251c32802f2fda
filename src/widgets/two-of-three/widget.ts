import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { TrioFigure } from './Figure.tsx'
import { parameters, trio, type TrioModel } from './model.ts'
import { prediction, type GuessMark } from './prediction.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, TrioModel, GuessMark>({
  id: 'two-of-three',
  title: m.trio_title,
  scale: m.trio_scale,
  parameters,
  scenes,
  firstScene: 'any-two',
  model: trio,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.trio_claim(), m.trio_rest()],
  assumptions: () => [m.trio_assume_beta(), m.trio_assume_moments(), m.trio_assume_load()],
  sources,
  prediction,
  Figure: TrioFigure,
})
