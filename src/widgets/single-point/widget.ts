import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { SpofFigure } from './Figure.tsx'
import { FALL, PATIENCE_MS, PAUSE_MS, SECOND_MS, SERVICE_MS } from './fixed.ts'
import { type GuessMark, type SpofModel, parameters, singlePoint } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds, whole } from './words.ts'

export const widget = defineWidget<typeof parameters, SpofModel, GuessMark>({
  id: 'single-point',
  title: m.spof_title,
  scale: m.spof_scale,
  parameters,
  scenes,
  firstScene: 'a-dies',
  model: singlePoint,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  actions: [
    { id: 'kill-a', label: m.spof_kill_a },
    { id: 'kill-b', label: m.spof_kill_b },
    { id: 'kill-balancer', label: m.spof_kill_balancer },
    { id: 'repair', label: m.spof_repair_all },
  ],
  caption: () => [m.spof_claim(), m.spof_rest()],
  assumptions: () => [
    m.spof_assume_way(),
    m.spof_assume_room(),
    m.spof_assume_data(),
    m.spof_assume_balancer(),
    m.spof_assume_deeds(),
    m.spof_assume_drawn(),
    m.spof_assume_fixed({
      service: seconds(SERVICE_MS),
      patience: seconds(PATIENCE_MS),
      pause: seconds(PAUSE_MS),
      fall: whole(FALL),
      second: seconds(SECOND_MS),
    }),
  ],
  sources,
  prediction: {
    question: m.spof_predict,
    options: [
      { id: 'none', label: m.spof_predict_none, mark: 'none', answer: m.spof_answer_none },
      { id: 'share', label: m.spof_predict_share, mark: 'its-share', answer: m.spof_answer_share },
      { id: 'all', label: m.spof_predict_all, mark: 'all', answer: m.spof_answer_all },
    ],
  },
  Figure: SpofFigure,
})
