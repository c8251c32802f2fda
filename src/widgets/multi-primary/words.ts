import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { Good } from '../../systems/multi-primary/basket.ts'
import type { SiteId, VersionVector } from '../../systems/multi-primary/version-vector.ts'
import type { ConflictRule, Invariant, Write } from '../../systems/multi-primary/world.ts'
import { listed, number } from '../../ui/format.ts'

export const whole = (value: number): string => number(getLocale(), value)

export const seconds = (ms: number): string =>
  m.multi_primary_s({ seconds: number(getLocale(), ms / 1000, 3) })

export const goodName = (good: Good): string =>
  ({
    bread: m.multi_primary_bread,
    tea: m.multi_primary_tea,
    milk: m.multi_primary_milk,
    eggs: m.multi_primary_eggs,
    rice: m.multi_primary_rice,
    jam: m.multi_primary_jam,
    salt: m.multi_primary_salt,
    soap: m.multi_primary_soap,
  })[good]()

/** What lies in a basket, in a sentence. */
export const basketName = (goods: readonly Good[]): string =>
  goods.length === 0
    ? m.multi_primary_nothing()
    : listed(
        getLocale(),
        goods.map((good) => goodName(good)),
      )

/** A link by its ends: `a-b` is A–B. */
export const linkName = (link: string): string => link.toUpperCase().replace('-', '–')

/** A write as short as a mark has room for: + tea, − bread. */
export function writeMark({ kind, good }: Pick<Write, 'kind' | 'good'>): string {
  if (kind === 'settle' || !good) return m.multi_primary_settles()
  return kind === 'add'
    ? m.multi_primary_adds({ good: goodName(good) })
    : m.multi_primary_removes({ good: goodName(good) })
}

/** A write as part of a sentence. */
export function writeName({ kind, good }: Write): string {
  if (kind === 'settle' || !good) return m.multi_primary_write_settle()
  return kind === 'add'
    ? m.multi_primary_write_add({ good: goodName(good) })
    : m.multi_primary_write_remove({ good: goodName(good) })
}

export const vectorName = (vector: VersionVector, ids: readonly SiteId[]): string =>
  `[${ids.map((id) => whole(vector[id] ?? 0)).join(' ')}]`

/** What a site goes by when it decides, of a write or a version; nothing where it looks at nothing. */
export function stampName(
  rule: ConflictRule,
  {
    wallMs,
    lamport,
    vector,
  }: {
    readonly wallMs: number
    readonly lamport: number
    readonly vector: VersionVector
  },
  ids: readonly SiteId[],
): string {
  switch (rule) {
    case 'arrival':
      return ''
    case 'clock':
      return seconds(wallMs)
    case 'lamport':
      return m.multi_primary_lamport({ count: whole(lamport) })
    default:
      return vectorName(vector, ids)
  }
}

/** What must not happen, in a few words. */
export const invariantName = (invariant: Invariant): string =>
  ({
    agreement: m.multi_primary_inv_agreement,
    nothingLost: m.multi_primary_inv_lost,
    order: m.multi_primary_inv_order,
    removals: m.multi_primary_inv_removals,
  })[invariant]()
