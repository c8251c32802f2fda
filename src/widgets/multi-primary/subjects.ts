import * as m from '#messages/messages.js'
import type { Subject } from '../../frame/contract.ts'
import { onTarget } from '../../frame/course.ts'
import { passes } from '../../simulation/network.ts'
import { type Good, goodsIn } from '../../systems/multi-primary/basket.ts'
import { shown } from '../../systems/multi-primary/conflict.ts'
import type { SiteId } from '../../systems/multi-primary/version-vector.ts'
import type { MultiPrimaryWorld } from '../../systems/multi-primary/world.ts'
import { type MultiPrimaryModel, worldAt } from './model.ts'
import { goodName, linkName, whole } from './words.ts'

/** Every link, as its two ends. */
export const linksOf = (ids: readonly SiteId[]): readonly (readonly [SiteId, SiteId])[] =>
  ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const))

/** What customers of a site are shown in any of its baskets, each good once. */
export const goodsAt = ({ parameters, sites }: MultiPrimaryWorld, id: SiteId): readonly Good[] =>
  goodsIn(shown(parameters.rule, sites[id]?.versions ?? []).flatMap(({ basket }) => basket))

/** Whether a link is not cut. */
export const isWhole = ({ network }: MultiPrimaryWorld, one: SiteId, other: SiteId): boolean =>
  passes(network, one, other)

const linkId = (one: SiteId, other: SiteId): string => `${one}-${other}`.toLowerCase()

/** The deeds that a click on a part of the picture does. */
export const adds = (site: SiteId): string => onTarget('add', site.toLowerCase())
export const removes = (site: SiteId, good: Good): string =>
  onTarget('remove', `${site.toLowerCase()}-${good}`)
export const drops = (flight: number): string => onTarget('drop', String(flight))
export const toggles = (world: MultiPrimaryWorld, one: SiteId, other: SiteId): string =>
  onTarget(isWhole(world, one, other) ? 'cut' : 'mend', linkId(one, other))

export const subjects: readonly Subject<MultiPrimaryModel>[] = [
  {
    id: 'site',
    label: m.multi_primary_subject_site,
    targets: ({ ids }) =>
      ids.map((id) => ({ id: id.toLowerCase(), label: m.multi_primary_site({ site: id }) })),
    actions: [{ id: 'add', label: m.multi_primary_do_add }],
  },
  {
    id: 'item',
    label: m.multi_primary_subject_item,
    targets: (model, atMs) => {
      const world = worldAt(model, atMs)
      return model.ids.flatMap((id) =>
        goodsAt(world, id).map((good) => ({
          id: `${id.toLowerCase()}-${good}`,
          label: m.multi_primary_item_at({ good: goodName(good), site: id }),
        })),
      )
    },
    actions: [{ id: 'remove', label: m.multi_primary_do_remove }],
  },
  {
    id: 'siblings',
    label: m.multi_primary_subject_siblings,
    targets: (model, atMs) => {
      const { sites } = worldAt(model, atMs)
      return model.ids
        .filter((id) => (sites[id]?.versions.length ?? 0) > 1)
        .map((id) => ({ id: id.toLowerCase(), label: m.multi_primary_siblings_at({ site: id }) }))
    },
    actions: [{ id: 'settle', label: m.multi_primary_do_settle }],
  },
  {
    id: 'link',
    label: m.multi_primary_subject_link,
    targets: (model, atMs) => {
      const world = worldAt(model, atMs)
      return linksOf(model.ids).map(([one, other]) => ({
        id: linkId(one, other),
        label: isWhole(world, one, other)
          ? linkName(linkId(one, other))
          : m.multi_primary_link_cut({ links: linkName(linkId(one, other)) }),
      }))
    },
    actions: [
      { id: 'cut', label: m.multi_primary_do_cut },
      { id: 'mend', label: m.multi_primary_do_mend },
    ],
  },
  {
    id: 'message',
    label: m.multi_primary_subject_message,
    targets: (model, atMs) =>
      worldAt(model, atMs).flights.map(({ number, from, to }) => ({
        id: String(number),
        label: m.multi_primary_message({ number: whole(number), from, to }),
      })),
    actions: [
      { id: 'drop', label: m.multi_primary_do_drop },
      { id: 'delay', label: m.multi_primary_do_delay },
    ],
  },
]
