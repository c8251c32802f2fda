import {
  DOMAINS,
  type Domain,
  type Kind,
  domainIdOf,
  domainOf,
} from '../../systems/failure-domains/estate.ts'
import type { Policy } from '../../systems/failure-domains/placement.ts'
import { type Service, lost, stands } from '../../systems/failure-domains/service.ts'
import { SLOT_MS } from './fixed.ts'
import type { DomainsModel, Hold } from './model.ts'

/** A domain that the drill keeps down for a while, with whatever the reader holds down. */
export interface Slot {
  readonly domain: Domain
  readonly fromMs: number
  readonly toMs: number
  /** Whether any replica stands in it. */
  readonly occupied: boolean
  /** Replicas that are down then, counted from 0. */
  readonly lost: readonly number[]
  readonly stands: boolean
}

const heldAt = (holds: readonly Hold[], atMs: number): readonly string[] =>
  holds.flatMap(({ id, fromMs, toMs }) => (fromMs <= atMs && atMs < toMs ? [id] : []))

/**
 * The drill: the host of each replica, then every rack, zone, region, feed and version in turn. A
 * domain keeps its place in it wherever the replicas go.
 */
export function drillOf(service: Service, holds: readonly Hold[]): readonly Slot[] {
  const own = service.hosts.flatMap((host) => domainOf(domainIdOf('host', host)) ?? [])
  const others = DOMAINS.filter(({ kind }) => kind !== 'host')
  return [...own, ...others].map((domain, index) => {
    // It begins with everything up.
    const fromMs = (index + 1) * SLOT_MS
    const middleMs = fromMs + SLOT_MS / 2
    const down = new Set([domain.id, ...heldAt(holds, middleMs)])
    return {
      domain,
      fromMs,
      toMs: fromMs + SLOT_MS,
      occupied: lost(service, new Set([domain.id])).length > 0,
      lost: lost(service, down),
      stands: stands(service, down),
    }
  })
}

/** It ends with everything up again. */
export const lengthOf = (drill: readonly Slot[]): number => (drill.at(-1)?.toMs ?? 0) + SLOT_MS

/** The kind of domain that a policy is best judged by: the one that it forgets, or is all about. */
const TOLD_BY: Readonly<Record<Policy, Kind>> = {
  'one-rack': 'rack',
  racks: 'zone',
  'two-zones': 'zone',
  zones: 'version',
  'zones-versions': 'feed',
  regions: 'version',
  everything: 'region',
}

/**
 * Where it rests: at a loss that is enough, if there is one, of the kind that tells of the policy, if
 * it can be; of those at the one that costs most, or that takes most replicas.
 */
export function restOf({ values, service, drill, behind }: DomainsModel): number {
  const worth = ({ domain }: Slot): number => {
    const alone = new Set([domain.id])
    const part = behind.find(({ id }) => id === domain.id)?.fussellVesely ?? 0
    const taken = lost(service, alone).length
    if (taken === 0) return 0
    return (
      (stands(service, alone) ? 0 : 1000) +
      (domain.kind === TOLD_BY[values.policy] ? 100 : 0) +
      10 * part +
      taken
    )
  }
  const [worst] = drill.toSorted((one, other) => worth(other) - worth(one))
  return (worst?.fromMs ?? 0) + SLOT_MS / 2
}

/** How things stand at a moment. */
export interface Now {
  /** What the drill has down, if anything. */
  readonly slot: Slot | undefined
  /** What the reader holds down. */
  readonly held: readonly string[]
  readonly down: ReadonlySet<string>
  readonly lost: readonly number[]
  readonly stands: boolean
}

export function nowOf({ service, drill, holds }: DomainsModel, atMs: number): Now {
  const slot = drill.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
  const held = heldAt(holds, atMs)
  const down = new Set([...(slot ? [slot.domain.id] : []), ...held])
  return { slot, held, down, lost: lost(service, down), stands: stands(service, down) }
}
