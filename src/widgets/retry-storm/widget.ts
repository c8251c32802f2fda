import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { number, percent } from '../../ui/format.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { StormFigure } from './Figure.tsx'
import {
  BUDGET,
  BUDGET_SAVED,
  CAPACITY,
  CAP_MS,
  LAYERS,
  PATIENCE_MS,
  QUEUE,
  SERVICE_MS,
  SLOWNESS,
} from './fixed.ts'
import { type GuessMark, type StormModel, parameters, retryStorm } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { seconds, whole } from './words.ts'

const TRIES = parameters.retries.default + 1

const option = (id: string, mark: number, answer: () => string) => ({
  id,
  label: () => m.storm_predict_calls({ calls: whole(mark) }),
  mark,
  answer,
})

export const widget = defineWidget<typeof parameters, StormModel, GuessMark>({
  id: 'retry-storm',
  title: m.storm_title,
  scale: m.storm_scale,
  parameters,
  scenes,
  firstScene: 'storm',
  model: retryStorm,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  caption: () => [m.storm_claim(), m.storm_rest()],
  assumptions: () => [
    m.storm_assume_wasted(),
    m.storm_assume_layers(),
    m.storm_assume_budget({
      share: percent(getLocale(), BUDGET),
      saved: number(getLocale(), BUDGET_SAVED),
    }),
    m.storm_assume_wait({ cap: seconds(CAP_MS) }),
    m.storm_assume_stays(),
    m.storm_assume_users(),
    m.storm_assume_idempotent(),
    m.storm_assume_fixed({
      service: seconds(SERVICE_MS),
      capacity: whole(CAPACITY),
      queue: whole(QUEUE),
      patience: seconds(PATIENCE_MS),
      slowness: whole(SLOWNESS),
    }),
  ],
  sources,
  prediction: {
    question: () => m.storm_predict({ layers: whole(LAYERS), tries: whole(TRIES) }),
    options: [
      option('last', TRIES, () => m.storm_answer_last({ calls: whole(TRIES) })),
      option('sum', TRIES * LAYERS, () => m.storm_answer_sum({ calls: whole(TRIES * LAYERS) })),
      option('product', TRIES ** LAYERS, () =>
        m.storm_answer_product({ tries: whole(TRIES), calls: whole(TRIES ** LAYERS) }),
      ),
    ],
  },
  Figure: StormFigure,
})
