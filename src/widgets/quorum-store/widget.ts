import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { defaultsOf } from '../../frame/parameters.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { ACTIONS } from './deeds.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { QuorumFigure } from './Figure.tsx'
import { DELAY_MS, HAND_OFF_MS, MOMENTS, PATIENCE_MS, SLOW_TIMES, SPARES } from './fixed.ts'
import { type GuessMark, type QuorumModel, curveOf, quorumRun, staleShare } from './model.ts'
import { type QuorumValues, parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { subjects } from './subjects.ts'
import { milliseconds, share, whole } from './words.ts'

/** What the prediction asks about: the figure as it opens. */
const FIRST = defaultsOf(parameters) as QuorumValues
const answer = () => ({ share: share(staleShare(curveOf(FIRST), FIRST.gapMs)) })

const LABELS = {
  write: m.quorum_store_write,
  read: m.quorum_store_read,
  heal: m.quorum_store_heal,
} as const

export const widget = defineWidget<typeof parameters, QuorumModel, GuessMark>({
  id: 'quorum-store',
  title: m.quorum_store_title,
  scale: m.quorum_store_scale,
  parameters,
  scenes,
  firstScene: 'one-and-one',
  model: quorumRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  actions: ACTIONS.map((id) => ({ id, label: LABELS[id] })),
  subjects,
  caption: () => [m.quorum_store_claim(), m.quorum_store_rest()],
  assumptions: () => [
    m.quorum_store_assume_coordinator(),
    m.quorum_store_assume_delays(),
    m.quorum_store_assume_disk(),
    m.quorum_store_assume_stand({ spares: whole(SPARES), time: milliseconds(HAND_OFF_MS) }),
    m.quorum_store_assume_repair(),
    m.quorum_store_assume_available({ moments: whole(MOMENTS) }),
    m.quorum_store_assume_fixed({
      patience: milliseconds(PATIENCE_MS),
      times: whole(SLOW_TIMES),
      delay: milliseconds(DELAY_MS),
    }),
  ],
  sources,
  prediction: {
    question: () =>
      m.quorum_store_predict({
        n: whole(FIRST.n),
        w: whole(FIRST.w),
        r: whole(FIRST.r),
      }),
    options: [
      {
        id: 'never',
        label: m.quorum_store_predict_never,
        mark: 0,
        answer: () => m.quorum_store_answer_never(answer()),
      },
      {
        id: 'rarely',
        label: m.quorum_store_predict_rarely,
        mark: 0.1,
        answer: () => m.quorum_store_answer_rarely(answer()),
      },
      {
        id: 'often',
        label: m.quorum_store_predict_often,
        mark: 0.6,
        answer: () => m.quorum_store_answer_often(answer()),
      },
    ],
  },
  Figure: QuorumFigure,
})
