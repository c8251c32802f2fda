import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { percent } from '../../ui/format.ts'
import { getLocale } from '#messages/runtime.js'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { KindsFigure } from './Figure.tsx'
import {
  CALL_FAILURE,
  FEW_FAILURES,
  KM_PER_ROUND_TRIP_MS,
  type KindsModel,
  LAG_SECONDS,
  LAYERS,
  PATIENCE_MS,
  QUERIES,
  RETRY_BUDGET,
  sixKinds,
  UNNOTICED_MS,
  WRITES_PER_SECOND,
} from './model.ts'
import { oneIn, plain, wait } from './numbers.ts'
import { parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

export const widget = defineWidget<typeof parameters, KindsModel, number>({
  id: 'six-kinds',
  title: m.kinds_title,
  scale: m.kinds_scale,
  parameters,
  scenes,
  firstScene: 'one-circuit',
  model: sixKinds,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.kinds_claim(), m.kinds_rest()],
  assumptions: () => [
    m.kinds_assume_cost(),
    m.kinds_assume_data({ lag: plain(LAG_SECONDS), writes: plain(WRITES_PER_SECOND) }),
    m.kinds_assume_place({
      km: plain(KM_PER_ROUND_TRIP_MS),
      queries: plain(QUERIES),
      patience: wait(PATIENCE_MS),
      unnoticed: wait(UNNOTICED_MS),
    }),
    m.kinds_assume_time({
      layers: plain(LAYERS),
      failure: percent(getLocale(), CALL_FAILURE),
      budget: percent(getLocale(), RETRY_BUDGET),
      few: oneIn(FEW_FAILURES),
    }),
    m.kinds_assume_information(),
    m.kinds_assume_effort(),
  ],
  sources,
  prediction: {
    question: m.kinds_predict,
    options: [
      { id: 'none', label: m.kinds_predict_none, mark: 0, answer: m.kinds_answer_none },
      { id: 'half', label: m.kinds_predict_half, mark: 3, answer: m.kinds_answer_half },
      { id: 'most', label: m.kinds_predict_most, mark: 5, answer: m.kinds_answer_most },
    ],
  },
  Figure: KindsFigure,
})
