import {
  type Evaluate,
  type Recording,
  numberOf,
} from '../../../reliability/cases/case-arguments.ts'
import { failover } from '../failover.ts'
import { ETCD } from '../parameters.ts'
import type recorded from './etcd-failover-3-nodes.json'
import { compareSamples } from './two-samples.ts'

const isRecorded = (file: object): file is typeof recorded =>
  'program' in file && 'trials' in file && 'election_ms' in file

/** What a difference by chance alone may be: p above this one. */
const LEAST_P = 0.01

/** How many leaders of ours are killed for each recording. */
const OURS = 1000

/** A real cluster whose leader was killed again and again. */
export const recording: Recording = (file) =>
  isRecorded(file)
    ? [
        {
          op: 'etcdFailover',
          args: {
            servers: file.nodes,
            heartbeatMs: file.heartbeat_ms,
            electionMs: file.election_ms,
            downtimesMs: file.trials.map(({ downtime_ms: ms }) => ms),
          },
          expected: { sameDistribution: true },
        },
      ]
    : null

/** Whether our clusters need as long for a new leader as the recorded one did. */
export const etcdFailover: Evaluate = (args) => {
  const { downtimesMs } = args
  if (!Array.isArray(downtimesMs)) throw new TypeError('downtimesMs must be a list')
  const heartbeatMs = numberOf(args, 'heartbeatMs')
  const electionMs = numberOf(args, 'electionMs')
  const parameters = {
    ...ETCD,
    servers: numberOf(args, 'servers'),
    tickMs: heartbeatMs,
    heartbeatMs,
    electionLowMs: electionMs,
    electionHighMs: 2 * electionMs,
  }
  const ours = Array.from({ length: OURS }, (_, seed) => failover(parameters, seed).downtimeMs)
  const { pValue } = compareSamples(ours, downtimesMs.map(Number))
  return { sameDistribution: pValue > LEAST_P, pValue }
}
