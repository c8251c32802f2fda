import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { RolloutFigure } from './Figure.tsx'
import { parameters, rollout, type RolloutModel } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, RolloutModel>({
  id: 'rolling-update',
  title: m.rollout_title,
  scale: m.rollout_scale,
  parameters,
  scenes,
  firstScene: 'stuck',
  model: rollout,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.rollout_claim(), m.rollout_rest()],
  assumptions: () => [m.rollout_assume_ready(), m.rollout_assume_time(), m.rollout_assume_room()],
  sources,
  Figure: RolloutFigure,
})
