import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { describe, formula, plain, readings, verdict } from './describe.ts'
import { DetectorFigure } from './Figure.tsx'
import { detector, parameters, type DetectorModel, type GuessMark } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

const option = (threshold: number, answer: () => string) => ({
  id: String(threshold),
  label: () =>
    threshold === 1
      ? m.detector_predict_first()
      : m.detector_predict_option({ threshold: plain(threshold) }),
  mark: threshold,
  answer,
})

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
  prediction: {
    question: m.detector_predict,
    options: [
      option(1, m.detector_answer_1),
      option(2, m.detector_answer_2),
      option(4, m.detector_answer_4),
      option(8, m.detector_answer_8),
    ],
  },
  Figure: DetectorFigure,
})
