import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { SplitBrainFigure } from './Figure.tsx'
import {
  ASKED_MS,
  FENCE_MS,
  GITHUB_MS,
  HEARTBEAT_MS,
  PATIENCE_MS,
  REBOOT_MS,
  STRUCK_MS,
  WRITE_EVERY_MS,
} from './fixed.ts'
import { type GuessMark, type SplitBrainModel, splitBrainRun } from './model.ts'
import { subjects } from './names.ts'
import { parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds } from './words.ts'

export const widget = defineWidget<typeof parameters, SplitBrainModel, GuessMark>({
  id: 'split-brain',
  title: m.split_brain_title,
  scale: m.split_brain_scale,
  parameters,
  scenes,
  firstScene: 'silence',
  model: splitBrainRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  subjects,
  caption: () => [m.split_brain_claim(), m.split_brain_rest()],
  assumptions: () => [
    m.split_brain_assume_ack(),
    m.split_brain_assume_heal(),
    m.split_brain_assume_lease(),
    m.split_brain_assume_witness(),
    m.split_brain_assume_fence({ time: seconds(FENCE_MS), reboot: seconds(REBOOT_MS) }),
    m.split_brain_assume_alone(),
    m.split_brain_assume_network({ patience: seconds(PATIENCE_MS) }),
    m.split_brain_assume_fixed({
      heartbeat: seconds(HEARTBEAT_MS),
      every: seconds(WRITE_EVERY_MS),
      cut: seconds(GITHUB_MS),
    }),
  ],
  sources,
  prediction: {
    question: () =>
      m.split_brain_predict({
        struck: seconds(STRUCK_MS),
        detect: seconds(parameters.detectMs.default),
        asked: seconds(ASKED_MS),
      }),
    options: [
      { id: 'a', label: m.split_brain_predict_a, mark: ['A'], answer: m.split_brain_answer_a },
      { id: 'b', label: m.split_brain_predict_b, mark: ['B'], answer: m.split_brain_answer_b },
      {
        id: 'both',
        label: m.split_brain_predict_both,
        mark: ['A', 'B'],
        answer: m.split_brain_answer_both,
      },
      {
        id: 'neither',
        label: m.split_brain_predict_neither,
        mark: [],
        answer: m.split_brain_answer_neither,
      },
    ],
  },
  Figure: SplitBrainFigure,
})
