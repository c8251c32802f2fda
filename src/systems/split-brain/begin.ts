import { requireDuration, requireWholeNumber } from '../../reliability/domain.ts'
import { newNode } from '../../simulation/node-life.ts'
import { type Node, NODES, type SplitBrainParameters, type SplitBrainWorld } from './world.ts'

function checkParameters(parameters: SplitBrainParameters): void {
  const { arbitration: _, flaw: __, keys, ...times } = parameters
  requireWholeNumber(keys, 1, 26, 'keys', 'split-brain')
  for (const [name, value] of Object.entries(times)) requireDuration(value, name, 'split-brain')
  const { headStartMs: ___, patienceMs: ____, ...positive } = times
  for (const [name, value] of Object.entries(positive))
    if (value < 1) throw new RangeError(`split-brain: ${name} must be at least 1, got ${value}`)
}

/**
 * A leads, B copies, and everything is whole.
 *
 * @throws RangeError if a parameter is out of its range
 */
export function begin(parameters: SplitBrainParameters, nowMs: number): SplitBrainWorld {
  checkParameters(parameters)
  const vote = { to: 'A', untilMs: nowMs + parameters.ttlMs } as const
  const standby: Node = {
    life: newNode(),
    role: 'standby',
    epoch: 1,
    seen: 1,
    standsIn: undefined,
    log: [],
    primary: 'A',
    heardMs: nowMs,
    witnessMs: nowMs,
    leaderMs: nowMs,
    vote,
    leaseMs: 0,
    alone: 'no',
    aloneSinceMs: 0,
    confirmed: 0,
    answered: 0,
    synced: true,
    hears: 0,
    deadBefore: 0,
    fencing: false,
  }
  return {
    parameters,
    nodes: { A: { ...standby, role: 'primary', leaseMs: vote.untilMs }, B: standby },
    witness: { epoch: 1, vote, fresh: NODES },
    cut: [],
    flights: [],
    sent: 0,
    fates: [],
    discards: [],
    breaches: {},
  }
}
