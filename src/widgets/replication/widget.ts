import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { ReplicationFigure } from './Figure.tsx'
import { CLIENT_MS, DECIDE_MS, PATIENCE_MS, WRITE_EVERY_MS } from './fixed.ts'
import {
  type GuessMark,
  type ReplicationModel,
  type ReplicationValues,
  replicationRun,
} from './model.ts'
import { parameters } from './parameters.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { subjects } from './subjects.ts'
import { milliseconds, whole } from './words.ts'

/** What the prediction asks about: the figure as it opens. */
const first = complete(parameters, {}) as ReplicationValues
const LOST = replicationRun(first, FIRST_COURSE).lost.length
const MANY = LOST + 4

export const widget = defineWidget<typeof parameters, ReplicationModel, GuessMark>({
  id: 'replication',
  title: m.replication_title,
  scale: m.replication_scale,
  parameters,
  scenes,
  firstScene: 'asynchronous',
  model: replicationRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  subjects,
  caption: () => [m.replication_claim(), m.replication_rest()],
  assumptions: () => [
    m.replication_assume_queue(),
    m.replication_assume_disk(),
    m.replication_assume_monitor(),
    m.replication_assume_fencing(),
    m.replication_assume_members(),
    m.replication_assume_client({
      latency: milliseconds(CLIENT_MS),
      every: milliseconds(WRITE_EVERY_MS),
      patience: milliseconds(PATIENCE_MS),
    }),
    m.replication_assume_decide({ decide: milliseconds(DECIDE_MS) }),
    m.replication_assume_recorded(),
  ],
  sources,
  prediction: {
    question: () =>
      m.replication_predict({
        every: milliseconds(WRITE_EVERY_MS),
        near: milliseconds(first.nearMs),
        far: milliseconds(first.farMs),
      }),
    options: [
      {
        id: 'none',
        label: m.replication_predict_none,
        mark: 0,
        answer: () => m.replication_answer_none({ lost: whole(LOST) }),
      },
      {
        id: 'some',
        label: () => m.replication_predict_last({ count: whole(LOST) }),
        mark: LOST,
        answer: () =>
          m.replication_answer_some({
            near: milliseconds(first.nearMs),
            every: milliseconds(WRITE_EVERY_MS),
          }),
      },
      {
        id: 'many',
        label: () => m.replication_predict_last({ count: whole(MANY) }),
        mark: MANY,
        answer: () => m.replication_answer_many({ near: milliseconds(first.nearMs) }),
      },
    ],
  },
  Figure: ReplicationFigure,
})
