import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { UntestedFigure } from './Figure.tsx'
import { type GuessMark, parameters, untested, type UntestedModel } from './model.ts'
import { prediction } from './prediction.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, UntestedModel, GuessMark>({
  id: 'untested-standby',
  title: m.untested_title,
  scale: m.untested_scale,
  parameters,
  scenes,
  firstScene: 'yearly',
  model: untested,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.untested_claim(), m.untested_rest()],
  assumptions: () => [
    m.untested_assume_test(),
    m.untested_assume_mend(),
    m.untested_assume_rate(),
    m.untested_assume_money(),
    m.untested_assume_drill(),
  ],
  sources,
  prediction,
  Figure: UntestedFigure,
})
