import type { Later, Moment } from '../../simulation/rules.ts'
import type { SiteId } from './version-vector.ts'
import type {
  Invariant,
  MultiPrimaryEvent,
  MultiPrimaryNote,
  MultiPrimaryParameters,
  MultiPrimaryWorld,
  Site,
} from './world.ts'

/** A step in the making; see the turn of other systems. */
export interface Turn {
  world: MultiPrimaryWorld
  readonly schedule: Later<MultiPrimaryEvent>[]
  readonly notes: MultiPrimaryNote[]
  readonly moment: Moment
}

/** The sites, in their order. */
export const siteIds = ({ sites }: Pick<MultiPrimaryParameters, 'sites'>): readonly SiteId[] =>
  ['A', 'B', 'C'].slice(0, sites)

export const peersOf = ({ world }: Turn, id: SiteId): readonly SiteId[] =>
  siteIds(world.parameters).filter((other) => other !== id)

/** @throws RangeError if there is no such site */
export function siteOf({ sites }: MultiPrimaryWorld, id: SiteId): Site {
  const site = sites[id]
  if (!site) throw new RangeError(`multi-primary: no site ${id}`)
  return site
}

export function changeSite(turn: Turn, id: SiteId, part: Partial<Site>): void {
  const site = { ...siteOf(turn.world, id), ...part }
  turn.world = { ...turn.world, sites: { ...turn.world.sites, [id]: site } }
}

/** Keeps when an invariant was first broken. */
export function breach(turn: Turn, invariant: Invariant): void {
  const { breaches } = turn.world
  if (breaches[invariant] !== undefined) return
  turn.world = { ...turn.world, breaches: { ...breaches, [invariant]: turn.moment.nowMs } }
  turn.notes.push({ kind: 'breach', invariant })
}
