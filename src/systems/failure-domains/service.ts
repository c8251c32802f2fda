import { faultTree } from '../../reliability/fault-tree.ts'
import type { FaultTree } from '../../reliability/fault-tree-gate.ts'
import { eventImportance } from '../../reliability/fault-tree-importance.ts'
import { fussellVesely } from '../../reliability/fussell-vesely.ts'
import { kOfNHetero } from '../../reliability/k-of-n-hetero.ts'
import { minimalCutSets } from '../../reliability/minimal-cut-sets.ts'
import { type MonteCarloOutcome, monteCarlo } from '../../reliability/monte-carlo.ts'
import { type Probability, fromUnreliability } from '../../reliability/probability.ts'
import { series } from '../../reliability/series.ts'
import { DOMAINS, type Host, KINDS, type Kind, domainIdsOf } from './estate.ts'

/** Replicas on hosts, and how many of them must be up. */
export interface Service {
  /** The host of each replica; several may share one. */
  readonly hosts: readonly Host[]
  /** A whole number from 1 to the number of replicas. */
  readonly needed: number
}

/** How likely a domain of each kind is to be down of itself at a moment, in [0, 1]. */
export type Unavailability = Readonly<Record<Kind, number>>

/** A domain that replicas of a service stand in. */
export interface Behind {
  readonly id: string
  readonly kind: Kind
  /** The replicas that go down with it, counted from 0. */
  readonly replicas: readonly number[]
  /** The derivative of the service's unavailability by the domain's. */
  readonly birnbaum: number
  /** Given that the service is down: how likely a smallest set with this domain is down. */
  readonly fussellVesely: number
}

/** What can be said of a service exactly. */
export interface Assessment {
  readonly exact: Probability
  /** What would be true if replicas as good as these failed independently. */
  readonly independent: Probability
  /** A replica alone, with everything that it stands in: each is in one domain of every kind. */
  readonly replica: Probability
  /** That one of the single points is down; they are independent, so this is a series system. */
  readonly singlePoints: Probability
  /** The service as long as every single point is up. */
  readonly otherwise: Probability
  /** The smallest sets of domains whose loss takes the service down: small ones first, then likely ones. */
  readonly cutSets: readonly (readonly string[])[]
  /** How many losses it takes at least, of domains that can be lost; 1 where none can. */
  readonly fewestLosses: number
  /** Every domain that a replica stands in, in the order of the estate. */
  readonly behind: readonly Behind[]
}

/** How many of so many are more than half: 3 of 4. */
export const majorityOf = (replicas: number): number => Math.floor(replicas / 2) + 1

/** As many sets as six replicas in six domains each can have: one domain of each. */
const MOST_SETS = 6 ** 6

/** The replicas that are down, counted from 0, while these domains are. */
export const lost = ({ hosts }: Service, down: ReadonlySet<string>): readonly number[] =>
  hosts.flatMap((host, replica) => (domainIdsOf(host).some((id) => down.has(id)) ? [replica] : []))

/** Whether the service stands while these domains are down. */
export const stands = (service: Service, down: ReadonlySet<string>): boolean =>
  service.hosts.length - lost(service, down).length >= service.needed

/** The service as a fault tree: a replica is lost to any of its domains, the service to enough of them. */
export const faultTreeOf = ({ hosts, needed }: Service): FaultTree => ({
  atLeast: [hosts.length - needed + 1, hosts.map((host) => ({ or: domainIdsOf(host) }))],
})

/** The domains that a replica stands in, in the order of the estate. */
function domainsBehind(service: Service) {
  return DOMAINS.flatMap((domain) => {
    const replicas = lost(service, new Set([domain.id]))
    return replicas.length > 0 ? [{ id: domain.id, kind: domain.kind, replicas }] : []
  })
}

/**
 * A service over domains that cross each other, exactly: every domain is an event of its own, which
 * occurs at each replica that stands in it, and a decision diagram takes them one by one.
 *
 * @param service at most six replicas
 * @param unavailability of a domain of each kind
 * @throws RangeError if a probability is none
 * @source rauzy-1993
 * @source birnbaum-1969
 * @source fussell-1975
 */
export function assess(service: Service, unavailability: Unavailability): Assessment {
  const tree = faultTreeOf(service)
  const behind = domainsBehind(service)
  const kinds = Object.fromEntries(behind.map(({ id, kind }) => [id, unavailability[kind]]))
  const chanceOf = (set: readonly string[]): number =>
    set.reduce((chance, id) => chance * (kinds[id] ?? 0), 1)
  const cutSets = minimalCutSets(tree, MOST_SETS)
    .map((set) => ({ set, chance: chanceOf(set) }))
    .toSorted((one, other) => one.set.length - other.set.length || other.chance - one.chance)
    .map(({ set }) => set)
  const singles = cutSets.flatMap((set) => (set.length === 1 ? set : []))
  const birnbaum = eventImportance(tree, kinds)
  const part = fussellVesely(tree, kinds)
  const replica = series(KINDS.map((kind) => fromUnreliability(unavailability[kind])))
  return {
    exact: faultTree(tree, kinds),
    independent: kOfNHetero(
      service.needed,
      service.hosts.map(() => replica),
    ),
    replica,
    singlePoints: series(singles.map((id) => fromUnreliability(kinds[id] ?? 0))),
    otherwise: faultTree(tree, { ...kinds, ...Object.fromEntries(singles.map((id) => [id, 0])) }),
    cutSets,
    fewestLosses: cutSets.find((set) => chanceOf(set) > 0)?.length ?? 1,
    behind: behind.map((domain) => ({
      ...domain,
      birnbaum: birnbaum[domain.id]?.birnbaum ?? 0,
      fussellVesely: part[domain.id] ?? 0,
    })),
  }
}

/**
 * The same by chance: so many snapshots of the estate, each domain up or down of itself. Losses are
 * drawn more often than they happen, so that enough snapshots see the service down, and each counts
 * for what it would have been worth.
 *
 * @param service as for {@link assess}
 * @param unavailability of a domain of each kind
 * @param sampling `seed` from 0 to 4,294,967,295; `snapshots` from 2; `fewestLosses` that can take
 *   the service down, the size of a smallest cut set
 * @throws RangeError if a number is out of its range
 */
export function simulate(
  service: Service,
  unavailability: Unavailability,
  sampling: { readonly seed: number; readonly snapshots: number; readonly fewestLosses: number },
): MonteCarloOutcome {
  const behind = domainsBehind(service)
  const enough = service.hosts.length - service.needed + 1
  const reach = behind.map(({ replicas }) => replicas.reduce((bits, each) => bits | (1 << each), 0))
  const isDown = (failed: Uint8Array): boolean => {
    let gone = 0
    for (let index = 0; index < reach.length; index += 1)
      if (failed[index] === 1) gone |= reach[index] ?? 0
    let count = 0
    for (let left = gone; left !== 0; left &= left - 1) count += 1
    return count >= enough
  }
  return monteCarlo({
    components: behind.map(({ kind }) => fromUnreliability(unavailability[kind])),
    fails: (failed, failures) => failures >= sampling.fewestLosses && isDown(failed),
    runs: sampling.snapshots,
    seed: sampling.seed,
    fewestFailures: sampling.fewestLosses,
  })
}
