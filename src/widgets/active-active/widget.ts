import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { PairFigure } from './Figure.tsx'
import { BALANCER_DOWN_MS, DRAIN_MS, MAINTENANCE_MS, PATIENCE_MS, SERVICE_MS } from './fixed.ts'
import { activeActive, type GuessMark, type PairModel, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds } from './words.ts'

export const widget = defineWidget<typeof parameters, PairModel, GuessMark>({
  id: 'active-active',
  title: m.aa_title,
  scale: m.aa_scale,
  parameters,
  scenes,
  firstScene: 'half-load',
  model: activeActive,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  caption: () => [m.aa_claim(), m.aa_rest()],
  assumptions: () => [
    m.aa_assume_chance(),
    m.aa_assume_pair(),
    m.aa_assume_refused(),
    m.aa_assume_data(),
    m.aa_assume_front(),
    m.aa_assume_retry(),
    m.aa_assume_planned(),
    m.aa_assume_repair(),
    m.aa_assume_fixed({
      service: seconds(SERVICE_MS),
      patience: seconds(PATIENCE_MS),
      drain: seconds(DRAIN_MS),
      maintenance: seconds(MAINTENANCE_MS),
      balancer: seconds(BALANCER_DOWN_MS),
    }),
  ],
  sources,
  prediction: {
    question: m.aa_predict,
    options: [
      { id: 'none', label: m.aa_predict_none, mark: 'none', answer: m.aa_answer_none },
      { id: 'sent', label: m.aa_predict_sent, mark: 'sent-to-it', answer: m.aa_answer_sent },
      { id: 'all', label: m.aa_predict_all, mark: 'all', answer: m.aa_answer_all },
    ],
  },
  Figure: PairFigure,
})
