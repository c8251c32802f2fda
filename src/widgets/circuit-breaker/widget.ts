import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { number, percent } from '../../ui/format.ts'
import { ERROR_MS, SLOW_MS, USUAL_FAILURES } from '../../systems/circuit-breaker/calls.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { BreakerFigure } from './Figure.tsx'
import { type BreakerModel, type GuessMark, THREADS, circuitBreaker, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds } from './words.ts'

export const widget = defineWidget<typeof parameters, BreakerModel, GuessMark>({
  id: 'circuit-breaker',
  title: m.breaker_title,
  scale: m.breaker_scale,
  parameters,
  scenes,
  firstScene: 'long-outage',
  model: circuitBreaker,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  caption: () => [m.breaker_claim(), m.breaker_rest()],
  assumptions: () => [
    m.breaker_assume_calls({ share: percent(getLocale(), USUAL_FAILURES) }),
    m.breaker_assume_times({
      error: seconds(ERROR_MS),
      slow: seconds(SLOW_MS),
      threads: number(getLocale(), THREADS),
    }),
    m.breaker_assume_provider(),
    m.breaker_assume_plain(),
    m.breaker_assume_one(),
    m.breaker_assume_window(),
    m.breaker_assume_libraries(),
    m.breaker_assume_fallback(),
    m.breaker_assume_chance(),
  ],
  sources,
  prediction: {
    question: m.breaker_predict,
    options: [
      {
        id: 'served',
        label: m.breaker_predict_served,
        mark: 'served',
        answer: m.breaker_answer_served,
      },
      {
        id: 'failed',
        label: m.breaker_predict_failed,
        mark: 'failed',
        answer: m.breaker_answer_failed,
      },
      {
        id: 'rejected',
        label: m.breaker_predict_rejected,
        mark: 'rejected',
        answer: m.breaker_answer_rejected,
      },
    ],
  },
  Figure: BreakerFigure,
})
