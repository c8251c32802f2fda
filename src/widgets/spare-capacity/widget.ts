import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, share, verdict } from './describe.ts'
import { SpareFigure } from './Figure.tsx'
import { parameters, spareModel, type SpareModel } from './model.ts'
import { SERVER_DOWN, ZONE_DOWN } from './placement.ts'
import { prediction, type GuessMark } from './prediction.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, SpareModel, GuessMark>({
  id: 'spare-capacity',
  title: m.spare_title,
  scale: m.spare_scale,
  parameters,
  scenes,
  firstScene: 'three-at-eighty',
  model: spareModel,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.spare_claim(), m.spare_rest()],
  assumptions: () => [
    m.spare_assume_even(),
    m.spare_assume_queue(),
    m.spare_assume_same(),
    m.spare_assume_zones(),
    m.spare_assume_place({ zone: share(ZONE_DOWN), server: share(SERVER_DOWN) }),
    m.spare_assume_witness(),
  ],
  sources,
  prediction,
  Figure: SpareFigure,
})
