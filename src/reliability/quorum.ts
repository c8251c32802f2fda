import { requireWholeNumber } from './domain.ts'
import { kOfN, requireDemand } from './k-of-n.ts'
import {
  type Component,
  type Probability,
  fromBothSides,
  fromReliability,
  toProbability,
} from './probability.ts'

/** All votes together; beyond, the table of sums takes seconds, and a typing mistake is likelier than an assembly. */
const MOST_VOTES = 10_000

/** One replica in a vote. */
export interface Voter {
  /** Its votes, a whole number, at least 0; 0 for an observer. */
  readonly votes: number
  /** Whether it answers; a bare number is a reliability in [0, 1]. */
  readonly component: Component
}

/** What {@link readWriteQuorum} answers. */
export interface ReadWriteQuorum {
  /** Whether enough copies answer for a read. */
  readonly read: Probability
  /** Whether enough copies answer for a write. */
  readonly write: Probability
  /** Whether every read meets the last write in at least one copy: r + w > n. */
  readonly readsMeetWrites: boolean
  /** Whether any two writes meet in at least one copy, so that they cannot both go through: 2w > n. */
  readonly writesMeet: boolean
}

interface ReadVoter extends Probability {
  readonly votes: number
}

function requireCount(value: number, name: string, functionName: string): void {
  requireWholeNumber(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, name, functionName)
}

/** Adds voter after voter to the distribution of the votes that are up; the quorum, once reached, stays. */
function countVotes(voters: readonly ReadVoter[], quorum: number): Probability {
  const below = new Float64Array(quorum)
  below[0] = 1
  let reached = 0
  for (const { votes, reliability, unreliability } of voters) {
    if (votes === 0) continue
    // From the top down, so that nobody's votes are counted twice.
    for (let sum = quorum - 1; sum >= 0; sum -= 1) {
      const probability = below[sum] ?? 0
      if (probability === 0) continue
      below[sum] = probability * unreliability
      if (sum + votes >= quorum) reached += probability * reliability
      else below[sum + votes] = (below[sum + votes] ?? 0) + probability * reliability
    }
  }
  return fromBothSides(
    reached,
    below.reduce((sum, probability) => sum + probability, 0),
  )
}

function vote(voters: readonly ReadVoter[], quorum: number, functionName: string): Probability {
  const total = voters.reduce((sum, { votes }) => sum + votes, 0)
  requireWholeNumber(total, 0, MOST_VOTES, 'the sum of all votes', functionName)
  if (quorum <= 0) return fromReliability(1)
  if (quorum > total) return fromReliability(0)
  return countVotes(voters, quorum)
}

/**
 * A vote among independent replicas of unequal weight: it succeeds while those that are up hold at
 * least `quorum` votes.
 *
 * The distribution of the votes is built voter by voter, of positive terms only, so both sides keep
 * their digits.
 *
 * @param voters the replicas; see {@link Voter} for the range of each field; 10,000 votes at most
 * @param quorum votes needed, a whole number; 0 or less is always met, more than all never
 * @throws RangeError if an argument is out of its range
 * @category quorums
 * @formula R = P\Bigl(\sum_i v_i X_i \ge Q\Bigr)
 * @where v_i the votes of replica i; X_i 1 while it is up; Q the quorum
 * @assumes Voters fail independently.
 * @source gifford-1979
 * @example weightedQuorum([{ votes: 2, component: 0.5 }, { votes: 1, component: 0.5 }], 2).reliability // 0.5
 */
export function weightedQuorum(voters: readonly Voter[], quorum: number): Probability {
  requireCount(quorum, 'quorum', 'weightedQuorum')
  const read = voters.map(({ votes, component }) => ({
    ...toProbability(component, 'weightedQuorum'),
    votes: requireWholeNumber(votes, 0, MOST_VOTES, 'votes', 'weightedQuorum'),
  }))
  return vote(read, quorum, 'weightedQuorum')
}

/**
 * A majority vote: more than half of all replicas must be up, those that are down counted. An even
 * number of equal replicas is no better than one fewer.
 *
 * @param replicas the independent replicas, 10,000 at most; a bare number is a reliability in [0, 1]
 * @throws RangeError if a replica is not a probability or there are too many
 * @category quorums
 * @formula k = \lfloor n/2 \rfloor + 1
 * @where n replicas, of which k must be up
 * @assumes Replicas fail independently, and all that are up can reach one another.
 * @source gifford-1979
 * @example majority([0.9, 0.9, 0.9]) // reliability 0.972, unreliability 0.028
 */
export function majority(replicas: readonly Component[]): Probability {
  const voters = replicas.map((replica) => ({ ...toProbability(replica, 'majority'), votes: 1 }))
  return vote(voters, Math.floor(voters.length / 2) + 1, 'majority')
}

/**
 * Reads and writes that each need a number of the n copies: what each is worth, and whether a read
 * is sure to see the last write.
 *
 * @param quorum.n number of copies, a whole number from 0 to 1,000,000
 * @param quorum.read copies that must answer a read, a whole number
 * @param quorum.write copies that must take a write, a whole number
 * @param quorum.copy one of them; a bare number is a reliability in [0, 1]
 * @throws RangeError if a field is out of its range
 * @category quorums
 * @formula R = \sum_{i \ge r} \binom{n}{i}\, p^i\, (1-p)^{n-i}
 * @formula r + w > n, \quad 2w > n
 * @where n copies; r for a read, w for a write; p the reliability of one
 * @assumes Copies are alike and independent, and any that are up will do.
 * @source gifford-1979
 * @example readWriteQuorum({ n: 3, read: 2, write: 2, copy: 0.9 }).read.reliability // 0.972
 */
export function readWriteQuorum(quorum: {
  readonly n: number
  readonly read: number
  readonly write: number
  readonly copy: Component
}): ReadWriteQuorum {
  const { n, read, write } = quorum
  requireDemand(n, 0, 'readWriteQuorum')
  requireCount(read, 'read', 'readWriteQuorum')
  requireCount(write, 'write', 'readWriteQuorum')
  const copy = toProbability(quorum.copy, 'readWriteQuorum', 'copy')
  return {
    read: kOfN(n, read, copy),
    write: kOfN(n, write, copy),
    readsMeetWrites: read + write > n,
    writesMeet: 2 * write > n,
  }
}
