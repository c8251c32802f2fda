import { machine } from '../../simulation/machine.ts'
import { PAPER, type RaftParameters } from './parameters.ts'
import { raft } from './rules.ts'

/** The range that a cluster draws its election timeouts from, in milliseconds. */
export interface Timeouts {
  readonly lowMs: number
  readonly highMs: number
}

/** The engine counts whole units; a tenth of a millisecond tells 150 from 151 ms apart. */
const UNITS_PER_MS = 10

/** Without any spread an election may never end; what takes longer counts as this long. */
export const LONGEST_MS = 100_000

/** How long a message is on its way, each duration as likely as any other between them. */
export const MESSAGE_MS = { fromMs: 1, toMs: 6 } as const

const SERVERS = 5
/** Who is left to stand for election. */
export const SURVIVORS = SERVERS - 1

const inUnits = (ms: number): number => Math.round(ms * UNITS_PER_MS)

/**
 * The cluster of the paper's figure 16 at the moment of the leader's last heartbeats, which leave at
 * once for all: the worst case for votes that split. Logs differ in length, so that two of the four
 * who live can win. Messages take 1 to 6 ms each way; the paper's took about 15 ms there and back,
 * the disk included, of which it does not say how much came before the vote and how much after.
 */
const clusterOf = ({ lowMs, highMs }: Timeouts): RaftParameters => ({
  ...PAPER,
  servers: SERVERS,
  tickMs: 1,
  heartbeatMs: inUnits(lowMs / 2),
  electionLowMs: inUnits(lowMs),
  electionHighMs: inUnits(highMs),
  link: {
    latency: {
      kind: 'uniform',
      fromMs: inUnits(MESSAGE_MS.fromMs),
      toMs: inUnits(MESSAGE_MS.toMs),
    },
    loss: 0,
    duplication: 0,
  },
  clients: 0,
  written: Object.fromEntries(
    ['S2', 'S3', 'S4', 'S5'].map((id, index) => [
      id,
      { term: 1, log: Array.from({ length: index + 1 }, () => 1) },
    ]),
  ),
})

/**
 * How long a cluster of five is without a leader whose process ends, as in the experiment behind
 * figure 16: it dies at any moment of the half timeout after its last heartbeats.
 *
 * @param timeouts `highMs` at least `lowMs`, which is above 0
 * @param trial a whole number from 0 to 4,294,967,295, for its luck
 * @returns milliseconds to the election of the next leader, at most {@link LONGEST_MS}
 * @source ongaro-2014
 */
export function withoutLeaderMs(timeouts: Timeouts, trial: number): number {
  const run = machine(raft, { parameters: clusterOf(timeouts) }, trial)
  // The world begins as the heartbeats are heard; the leader sent them and is dead to the others.
  run.act({ kind: 'crash', server: 'S1' }, 0)
  // Any moment is as likely as any other: steps of the golden ratio.
  const lived = ((trial * 0.618_033_988_749_895) % 1) * (timeouts.lowMs / 2)
  while (run.nowMs() < LONGEST_MS * UNITS_PER_MS) {
    const elected = run.advance().find(({ note }) => note.kind === 'elected')
    if (elected) return elected.atMs / UNITS_PER_MS - lived
  }
  return LONGEST_MS
}
