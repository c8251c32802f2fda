import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { ParadoxFigure } from './Figure.tsx'
import { paradox, parameters, type GuessMark, type ParadoxModel } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, ParadoxModel, GuessMark>({
  id: 'redundancy-paradox',
  title: m.paradox_title,
  scale: m.paradox_scale,
  parameters,
  scenes,
  firstScene: 'failover-50',
  model: paradox,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.paradox_claim(), m.paradox_rest()],
  assumptions: () => [
    m.paradox_assume_time(),
    m.paradox_assume_load(),
    m.paradox_assume_coverage(),
    m.paradox_assume_lines(),
    m.paradox_assume_shared(),
    m.paradox_assume_data(),
    m.paradox_assume_hours(),
  ],
  sources,
  prediction: {
    question: m.paradox_predict,
    options: [
      {
        id: 'worse',
        label: m.paradox_predict_worse,
        mark: { works: 0.5, factor: [1.15, 2.4] },
        answer: m.paradox_answer_worse,
      },
      {
        id: 'same',
        label: m.paradox_predict_same,
        mark: { works: 0.5, factor: [0.87, 1.15] },
        answer: m.paradox_answer_same,
      },
      {
        id: 'half',
        label: m.paradox_predict_half,
        mark: { works: 0.5, factor: [0.4, 0.6] },
        answer: m.paradox_answer_half,
      },
    ],
  },
  Figure: ParadoxFigure,
})
