import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { downtime } from '../../reliability/downtime.ts'
import { number, percent } from '../../ui/format.ts'
import { data } from './data.ts'
import { describe, formula, readings, seconds, timeline, verdict } from './describe.ts'
import { HaFtFigure } from './Figure.tsx'
import { FIXED, type GuessMark, type HaFtModel, haVersusFt, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'

const FIVE_NINES = 0.99999

export const widget = defineWidget<typeof parameters, HaFtModel, GuessMark>({
  id: 'ha-versus-ft',
  title: m.haft_title,
  scale: m.haft_scale,
  parameters,
  scenes,
  firstScene: 'ten-seconds',
  model: haVersusFt,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  caption: () => [m.haft_claim(), m.haft_rest()],
  assumptions: () => [
    m.haft_assume_step(),
    m.haft_assume_faults(),
    m.haft_assume_bug(),
    m.haft_assume_fence(),
    m.haft_assume_front(),
    m.haft_assume_repair(),
    m.haft_assume_data(),
    m.haft_assume_fixed({
      service: seconds(FIXED.serviceMs),
      workers: number(getLocale(), FIXED.workers),
      patience: seconds(FIXED.patienceMs),
      base: seconds(FIXED.retryBaseMs),
      cap: seconds(FIXED.retryCapMs),
      probe: seconds(FIXED.probeMs),
    }),
    m.haft_assume_cost(),
    m.haft_assume_nines({
      nines: percent(getLocale(), FIVE_NINES),
      minutes: number(getLocale(), downtime(FIVE_NINES).minutes),
    }),
  ],
  sources,
  prediction: {
    question: m.haft_predict,
    options: [
      { id: 'none', label: m.haft_predict_none, mark: 'none', answer: m.haft_answer_none },
      {
        id: 'flight',
        label: m.haft_predict_flight,
        mark: 'in-flight',
        answer: m.haft_answer_flight,
      },
      {
        id: 'window',
        label: m.haft_predict_window,
        mark: 'until-served',
        answer: m.haft_answer_window,
      },
    ],
  },
  Figure: HaFtFigure,
})
