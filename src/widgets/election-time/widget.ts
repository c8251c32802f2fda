import * as m from '#messages/messages.js'
import { defineWidget } from '../../frame/contract.ts'
import { LONGEST_MS, MESSAGE_MS, SURVIVORS } from '../../systems/raft/election-times.ts'
import { data } from './data.ts'
import { LATE, describe, formula, readings, verdict } from './describe.ts'
import { ElectionTimeFigure, type GuessMark } from './Figure.tsx'
import { type ElectionTimeModel, electionTimes, parameters, within } from './model.ts'
import { TRIALS } from './ranges.ts'
import { scenes } from './scenes.ts'
import sources from './sources.yaml'
import { time, whole } from './words.ts'

/** What the prediction asks for. */
const GOAL_MS = 300
const LOW_MS = 150
/** There and back, as the paper has it. */
const PAPER_BROADCAST_MS = 15
const LITTLE_MS = 5

const runsOf = (spreadMs: number) =>
  electionTimes({ range: `${LOW_MS}-${LOW_MS + spreadMs}` }).chosen

const option = (spreadMs: number) => ({
  label: () =>
    m.election_time_predict_option({
      spread: whole(spreadMs),
      low: whole(LOW_MS),
      high: whole(LOW_MS + spreadMs),
    }),
  mark: { lowMs: LOW_MS, highMs: LOW_MS + spreadMs },
})

const more = (spreadMs: number) =>
  m.election_time_answer_more({
    late: time(within(runsOf(spreadMs), LATE)),
    little: time(within(runsOf(LITTLE_MS), LATE)),
    spread: whole(LITTLE_MS),
  })

export const widget = defineWidget<typeof parameters, ElectionTimeModel, GuessMark>({
  id: 'election-time',
  title: m.election_time_title,
  scale: () => m.election_time_scale({ trials: whole(TRIALS) }),
  parameters,
  scenes,
  firstScene: 'a-little',
  model: electionTimes,
  describe,
  verdict,
  readings,
  formula,
  data,
  caption: () => [m.election_time_claim(), m.election_time_rest()],
  assumptions: () => [
    m.election_time_assume_runs({ time: time(LONGEST_MS) }),
    m.election_time_assume_cluster({ servers: whole(SURVIVORS + 1) }),
    m.election_time_assume_network({
      from: whole(MESSAGE_MS.fromMs),
      to: whole(MESSAGE_MS.toMs),
      paper: whole(PAPER_BROADCAST_MS),
    }),
    m.election_time_assume_clock(),
  ],
  sources,
  prediction: {
    question: () => m.election_time_predict({ low: whole(LOW_MS), goal: time(GOAL_MS) }),
    options: [
      {
        id: 'little',
        ...option(LITTLE_MS),
        answer: () => {
          const runs = runsOf(LITTLE_MS)
          return m.election_time_answer_little({
            median: time(within(runs, 0.5)),
            late: time(within(runs, LATE)),
          })
        },
      },
      { id: 'more', ...option(50), answer: () => more(50) },
      { id: 'double', ...option(150), answer: () => more(150) },
    ],
  },
  Figure: ElectionTimeFigure,
})
