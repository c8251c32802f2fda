import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { FIRST } from '../../systems/multi-primary/rules.ts'
import { siteIds } from '../../systems/multi-primary/turn.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { MultiPrimaryFigure } from './Figure.tsx'
import { DELAY_MS, FIRST_MS, JITTER, PATIENCE, SECOND_MS } from './fixed.ts'
import { type GuessMark, type MultiPrimaryModel, multiPrimaryRun, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { subjects } from './subjects.ts'
import { seconds, vectorName, whole } from './words.ts'

export const widget = defineWidget<typeof parameters, MultiPrimaryModel, GuessMark>({
  id: 'multi-primary',
  title: m.multi_primary_title,
  scale: m.multi_primary_scale,
  parameters,
  scenes,
  firstScene: 'one-vanishes',
  model: multiPrimaryRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  subjects,
  caption: () => [m.multi_primary_claim(), m.multi_primary_rest()],
  assumptions: () => [
    m.multi_primary_assume_customers(),
    m.multi_primary_assume_context(),
    m.multi_primary_assume_person(),
    m.multi_primary_assume_messages({ times: whole(PATIENCE) }),
    m.multi_primary_assume_known(),
    m.multi_primary_assume_clock(),
    m.multi_primary_assume_fixed({
      low: whole(JITTER[0] * 100),
      high: whole(JITTER[1] * 100),
      delay: seconds(DELAY_MS),
      vector: vectorName(FIRST.vector, siteIds({ sites: parameters.sites.default })),
    }),
  ],
  sources,
  prediction: {
    question: () =>
      m.multi_primary_predict({
        first: seconds(FIRST_MS),
        second: seconds(SECOND_MS),
        latency: seconds(parameters.latencyMs.default),
      }),
    options: [
      {
        id: 'both',
        label: m.multi_primary_predict_both,
        mark: ['bread', 'tea', 'milk'],
        answer: m.multi_primary_answer_both,
      },
      {
        id: 'later',
        label: m.multi_primary_predict_later,
        mark: ['bread', 'milk'],
        answer: m.multi_primary_answer_later,
      },
      {
        id: 'earlier',
        label: m.multi_primary_predict_earlier,
        mark: ['bread', 'tea'],
        answer: () => m.multi_primary_answer_earlier({ gap: seconds(SECOND_MS - FIRST_MS) }),
      },
      {
        id: 'differ',
        label: m.multi_primary_predict_differ,
        mark: 'differ',
        answer: m.multi_primary_answer_differ,
      },
    ],
  },
  Figure: MultiPrimaryFigure,
})
