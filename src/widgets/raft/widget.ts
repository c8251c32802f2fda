import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { running } from '../../frame/running.ts'
import { data } from './data.ts'
import { describe, formula, readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { RaftFigure } from './Figure.tsx'
import { HEARTBEATS, PATIENCE_MS } from './fixed.ts'
import { type GuessMark, type RaftModel, parameters, raftRun } from './model.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { subjects } from './subjects.ts'
import { milliseconds, whole } from './words.ts'

/** What the prediction asks about: the figure as it opens. */
const SERVERS = parameters.servers.default
const LOW_MS = parameters.lowMs.default
const HIGH_MS = LOW_MS + parameters.spreadMs.default

export const widget = defineWidget<typeof parameters, RaftModel, GuessMark>({
  id: 'raft',
  title: m.raft_title,
  scale: m.raft_scale,
  parameters,
  scenes,
  firstScene: 'leader-dies',
  model: raftRun,
  describe,
  verdict,
  readings,
  formula,
  data,
  timeline,
  running,
  actions: [
    { id: 'kill-leader', label: m.raft_kill_leader },
    { id: 'cut-off-leader', label: m.raft_cut_off_leader },
    { id: 'pause-leader', label: m.raft_pause_leader },
    { id: 'recover', label: m.raft_recover },
  ],
  subjects,
  caption: () => [m.raft_claim(), m.raft_rest()],
  assumptions: () => [
    m.raft_assume_disk(),
    m.raft_assume_members(),
    m.raft_assume_log(),
    m.raft_assume_term(),
    m.raft_assume_client({ patience: milliseconds(PATIENCE_MS) }),
    m.raft_assume_arithmetic(),
    m.raft_assume_heartbeat({ count: whole(HEARTBEATS) }),
  ],
  sources,
  prediction: {
    question: () =>
      m.raft_predict({
        servers: whole(SERVERS),
        low: milliseconds(LOW_MS),
        high: milliseconds(HIGH_MS),
      }),
    options: [
      {
        id: 'short',
        label: () => m.raft_predict_about({ ms: milliseconds(50) }),
        mark: { fromMs: 25, toMs: 75 },
        answer: () => m.raft_answer_short({ low: milliseconds(LOW_MS) }),
      },
      {
        id: 'first',
        label: () => m.raft_predict_about({ ms: milliseconds(200) }),
        mark: { fromMs: 150, toMs: 250 },
        answer: () => m.raft_answer_first({ others: whole(SERVERS - 1) }),
      },
      {
        id: 'last',
        label: () => m.raft_predict_last({ ms: milliseconds(HIGH_MS) }),
        mark: { fromMs: HIGH_MS, toMs: 450 },
        answer: () => m.raft_answer_last({ others: whole(SERVERS - 1) }),
      },
    ],
  },
  Figure: RaftFigure,
})
