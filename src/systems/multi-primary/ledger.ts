import { goodsIn } from './basket.ts'
import { merge, shown } from './conflict.ts'
import { areConcurrent, headsOf, meantBy } from './meaning.ts'
import { type Turn, breach, changeSite, siteIds, siteOf } from './turn.ts'
import { type SiteId, compare } from './version-vector.ts'
import type { ConflictRule, MultiPrimaryWorld, Outcome, Version } from './world.ts'

type Versions = readonly Version[]

/** Whether writes went into one of these versions. */
const covered = (versions: Versions, history: readonly number[]): boolean =>
  history.every((number) => versions.some((version) => version.history.includes(number)))

/** Whether a site decides by vectors: it can tell that two versions are concurrent, and keeps both. */
export const seesConflicts = (rule: ConflictRule): boolean =>
  rule === 'siblings' || rule === 'union' || rule === 'or-set'

/** Keeps which writes a site found to be concurrent, and says whether there were any. */
function noteConflicts(turn: Turn, mine: Versions, theirs: Versions): boolean {
  const { parameters, writes } = turn.world
  if (!seesConflicts(parameters.rule)) return false
  const apart = mine.flatMap((one) =>
    theirs
      .filter((other) => compare(one.vector, other.vector) === 'concurrent')
      .map((other) => [headsOf(writes, one.history), headsOf(writes, other.history)] as const),
  )
  const known = new Set(turn.world.conflicts.map((pair) => pair.join()))
  for (const [ones, others] of apart)
    for (const one of ones)
      for (const other of others) {
        const pair = [Math.min(one, other), Math.max(one, other)] as const
        const [first, second] = [writes[one], writes[other]]
        if (!first || !second || known.has(pair.join()) || !areConcurrent(first, second)) continue
        known.add(pair.join())
        turn.world = { ...turn.world, conflicts: [...turn.world.conflicts, pair] }
      }
  return apart.length > 0
}

/**
 * A site decides between what it holds and what has come. No version may give way to one that it
 * had taken into account.
 */
export function settle(turn: Turn, id: SiteId, theirs: Versions): Outcome {
  const { rule } = turn.world.parameters
  const { versions: mine } = siteOf(turn.world, id)
  const conflict = noteConflicts(turn, mine, theirs)
  const versions = merge(rule, mine, theirs)
  changeSite(turn, id, { versions })
  const dropped = [...mine, ...theirs].filter(({ history }) => !covered(versions, history))
  const gaveWay = dropped.some(({ history }) =>
    versions.some(
      (kept) =>
        kept.history.length < history.length &&
        kept.history.every((number) => history.includes(number)),
    ),
  )
  if (gaveWay) breach(turn, 'order')
  if (mine.some((version) => dropped.includes(version))) return 'overwrote'
  if (dropped.length > 0) return 'discarded'
  if (conflict) return 'conflict'
  return versions === mine ? 'known' : 'taken'
}

/** What customers of a site are shown, as a text that is the same where they are shown the same. */
export const shownAt = (
  { parameters, sites }: Pick<MultiPrimaryWorld, 'parameters' | 'sites'>,
  id: SiteId,
): string =>
  shown(parameters.rule, sites[id]?.versions ?? [])
    .map(({ basket }) => goodsIn(basket).join('+'))
    .toSorted()
    .join(' or ')

/** Looks at what a site now holds, and whether writes that were dropped are held anywhere. */
export function audit(turn: Turn, id: SiteId, dropped: Versions): void {
  const { world } = turn
  const { parameters, sites, writes, flights } = world
  const site = siteOf(world, id)
  const ids = siteIds(parameters)
  const unlike = ids.some(
    (other) =>
      sites[other]?.known.join() === site.known.join() &&
      shownAt(world, other) !== shownAt(world, id),
  )
  if (unlike) breach(turn, 'agreement')
  const untrue = shown(parameters.rule, site.versions).some(
    ({ basket, history }) => goodsIn(basket).join() !== goodsIn(meantBy(writes, history)).join(),
  )
  if (untrue) breach(turn, 'removals')
  const held = (number: number): boolean =>
    ids.some((other) => covered(sites[other]?.versions ?? [], [number])) ||
    flights.some((flight) => covered(flight.versions, [number]))
  const gone = [...new Set(dropped.flatMap(({ history }) => history))].filter(
    (number) => number > 0 && !held(number) && !world.lost.some(({ write }) => write === number),
  )
  if (gone.length === 0) return
  const lost = gone.map((write) => ({ write, atMs: turn.moment.nowMs }))
  turn.world = { ...turn.world, lost: [...turn.world.lost, ...lost] }
  for (const write of gone) turn.notes.push({ kind: 'gone', write })
  breach(turn, 'nothingLost')
}
