import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import { type Kind, domainOf } from '../../systems/failure-domains/estate.ts'
import type { Host } from '../../systems/failure-domains/estate.ts'
import { nines } from '../../reliability/nines.ts'
import type { Probability } from '../../reliability/probability.ts'
import { duration, listed, number } from '../../ui/format.ts'

export const whole = (value: number): string => number(getLocale(), value)

const REGIONS: Readonly<Record<string, () => string>> = {
  n: m.domains_region_n,
  s: m.domains_region_s,
  w: m.domains_region_w,
}

export const regionName = (region: string): string => REGIONS[region]?.() ?? region

export const hostName = ({ rack, version }: Host): string => m.domains_host({ rack, version })

export const feedLetter = (feed: string): string => feed.slice(-1).toUpperCase()

/** A domain in running words. */
export function domainName(id: string): string {
  const domain = domainOf(id)
  const [host] = domain?.hosts ?? []
  if (!domain || !host) return id
  const { name } = domain
  switch (domain.kind) {
    case 'host':
      return hostName(host)
    case 'rack':
      return m.domains_rack({ name })
    case 'zone':
      return m.domains_zone({ name })
    case 'region':
      return m.domains_region({ name: regionName(name) })
    case 'feed':
      return m.domains_feed({ name: feedLetter(name), region: regionName(host.region) })
    case 'version':
      return m.domains_version({ name })
  }
}

export const names = (ids: readonly string[]): string => listed(getLocale(), ids.map(domainName))

export const KIND_WORDS: Readonly<Record<Kind, { one: () => string; many: () => string }>> = {
  host: { one: m.domains_kind_host, many: m.domains_kind_hosts },
  rack: { one: m.domains_kind_rack, many: m.domains_kind_racks },
  zone: { one: m.domains_kind_zone, many: m.domains_kind_zones },
  region: { one: m.domains_kind_region, many: m.domains_kind_regions },
  feed: { one: m.domains_kind_feed, many: m.domains_kind_feeds },
  version: { one: m.domains_kind_version, many: m.domains_kind_versions },
}

/** Nines with three digits; a word for what never fails. */
export function ninesText(probability: Probability): string {
  const count = nines(probability)
  return Number.isFinite(count) ? number(getLocale(), count, 3) : m.domains_endless()
}

/** How long something is down in a year. */
export function yearly(hours: number): string {
  const { value, unit } = duration(getLocale(), hours, 2)
  return hours === 0 ? m.domains_never() : m.domains_a_year({ value, unit })
}

/** A domain in as few letters as the picture names it with. */
export function shortName(id: string): string {
  const domain = domainOf(id)
  const [host] = domain?.hosts ?? []
  if (!domain || !host) return id
  switch (domain.kind) {
    case 'host':
      return m.domains_host_short({ rack: host.rack, version: host.version })
    case 'feed':
      return m.domains_feed_short({
        name: feedLetter(domain.name),
        region: regionName(host.region).slice(0, 1),
      })
    case 'region':
      return regionName(domain.name).slice(0, 1)
    case 'version':
      return m.domains_version_short({ name: domain.name })
    default:
      return domain.name
  }
}
