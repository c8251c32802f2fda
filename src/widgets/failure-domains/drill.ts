import {
  DOMAINS,
  type Domain,
  KINDS,
  domainIdOf,
  domainOf,
} from '../../systems/failure-domains/estate.ts'
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

/** Where it rests: at the loss that costs most of the year, or that takes most replicas. */
export function restOf({ drill, behind }: DomainsModel): number {
  const partOf = (id: string) => behind.find((domain) => domain.id === id)?.fussellVesely ?? 0
  const worth = (slot: Slot) =>
    (slot.stands ? 0 : 100 + 100 * partOf(slot.domain.id)) +
    slot.lost.length +
    KINDS.indexOf(slot.domain.kind) / 10
  const worst = drill.reduce<Slot | undefined>(
    (most, slot) => (most && worth(most) >= worth(slot) ? most : slot),
    undefined,
  )
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
