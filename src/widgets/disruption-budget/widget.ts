import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { EvictionFigure } from './Figure.tsx'
import { eviction, type EvictionModel, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, EvictionModel>({
  id: 'disruption-budget',
  title: m.evict_title,
  scale: m.evict_scale,
  parameters,
  scenes,
  firstScene: 'drain',
  model: eviction,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.evict_claim(), m.evict_rest()],
  assumptions: () => [m.evict_assume_ready(), m.evict_assume_time(), m.evict_assume_room()],
  sources,
  Figure: EvictionFigure,
})
