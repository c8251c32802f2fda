import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { FencingFigure } from './Figure.tsx'
import { LATENCY_MS, POWER_OFF_MS, PREPARE_MS, RENEW_MS, WRITE_EVERY_MS } from './fixed.ts'
import { type FencingModel, type GuessMark, fencing, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds } from './words.ts'

export const widget = defineWidget<typeof parameters, FencingModel, GuessMark>({
  id: 'fencing',
  title: m.fence_title,
  scale: m.fence_scale,
  parameters,
  scenes,
  firstScene: 'a-nap',
  model: fencing,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  actions: [
    { id: 'pause-a', label: m.fence_pause_a },
    { id: 'wake-a', label: m.fence_wake_a },
    { id: 'pause-b', label: m.fence_pause_b },
    { id: 'wake-b', label: m.fence_wake_b },
  ],
  caption: () => [m.fence_claim(), m.fence_rest()],
  assumptions: () => [
    m.fence_assume_lock(),
    m.fence_assume_order(),
    m.fence_assume_token(),
    m.fence_assume_power({ time: seconds(POWER_OFF_MS) }),
    m.fence_assume_fixed({
      latency: seconds(LATENCY_MS),
      renew: seconds(RENEW_MS),
      every: seconds(WRITE_EVERY_MS),
      prepare: seconds(PREPARE_MS),
    }),
  ],
  sources,
  prediction: {
    question: () =>
      m.fence_predict({
        nap: seconds(parameters.napMs.default),
        ttl: seconds(parameters.ttlMs.default),
      }),
    options: [
      {
        id: 'accepted',
        label: m.fence_predict_accepted,
        mark: 'accepted',
        answer: m.fence_answer_accepted,
      },
      {
        id: 'refused',
        label: m.fence_predict_refused,
        mark: 'refused',
        answer: m.fence_answer_refused,
      },
      {
        id: 'never',
        label: m.fence_predict_never,
        mark: 'never-sent',
        answer: m.fence_answer_never,
      },
    ],
  },
  Figure: FencingFigure,
})
