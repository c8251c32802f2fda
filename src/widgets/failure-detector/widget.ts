import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { DetectorFigure } from './Figure.tsx'
import { detector, parameters, type DetectorModel, type GuessMark } from './model.ts'
import { prediction } from './prediction.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, DetectorModel, GuessMark>({
  id: 'failure-detector',
  title: m.detector_title,
  scale: m.detector_scale,
  parameters,
  scenes,
  firstScene: 'usual',
  model: detector,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.detector_claim(), m.detector_rest()],
  assumptions: () => [
    m.detector_assume_bursts(),
    m.detector_assume_timeout(),
    m.detector_assume_hang(),
    m.detector_assume_needless(),
    m.detector_assume_observer(),
    m.detector_assume_load(),
  ],
  sources,
  prediction,
  Figure: DetectorFigure,
})
