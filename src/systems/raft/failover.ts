import { machine } from '../../simulation/machine.ts'
import { type RaftParameters, checkParameters } from './parameters.ts'
import { raft } from './rules.ts'

/** What a cluster was without after its leader died. */
export interface Failover {
  /** From the death of one leader to the election of the next, in milliseconds. */
  readonly downtimeMs: number
  /** How many terms began in it: 1 where the first election was won. */
  readonly elections: number
}

/** How long a cluster runs before its leader dies, at the least. */
const SETTLED_MS = 5000

/** A cluster without a majority never elects: nothing is waited for longer. */
const MOST_EVENTS = 1_000_000

/**
 * Kills the leader of a cluster that has settled, at a random moment, and waits for the next one.
 *
 * @param parameters `leader` and `clients` are set here
 * @param seed a whole number from 0 to 4,294,967,295
 * @throws RangeError if fewer than three servers leave no majority, or a parameter is out of range
 */
export function failover(parameters: RaftParameters, seed: number): Failover {
  checkParameters(parameters)
  if (parameters.servers < 3)
    throw new RangeError(`failover: it takes 3 servers to lose one, got ${parameters.servers}`)
  const run = machine(raft, { parameters: { ...parameters, leader: 'S1', clients: 0 } }, seed)
  // Any moment between two heartbeats is as likely as any other: steps of the golden ratio.
  const phase = (seed * 0.618_033_988_749_895) % 1
  const killedMs = SETTLED_MS + Math.floor(phase * 10 * parameters.heartbeatMs)
  while (run.nextAtMs() <= killedMs) run.advance()
  run.act({ kind: 'crash', server: 'S1' }, killedMs)
  const first = run.world().servers['S2']?.term ?? 1
  while (run.count() < MOST_EVENTS) {
    for (const { note, atMs } of run.advance())
      if (note.kind === 'elected')
        return { downtimeMs: atMs - killedMs, elections: note.term - first }
  }
  throw new RangeError('failover: nobody was elected')
}
