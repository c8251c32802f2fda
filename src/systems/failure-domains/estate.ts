/** A kind of thing that fails as a whole, from the smallest to what cuts across. */
export type Kind = 'host' | 'rack' | 'zone' | 'region' | 'feed' | 'version'

/** Racks stand in zones and zones in regions; feeds and versions cut across them. */
export const KINDS: readonly Kind[] = ['host', 'rack', 'zone', 'region', 'feed', 'version']

/** A place for replicas, and everything that it stands or falls with. */
export interface Host {
  /** `a1-2`: in rack a1, on version 2. */
  readonly id: string
  readonly rack: string
  readonly zone: string
  readonly region: string
  /** The power feed of its rack; feeds of two regions have nothing in common. */
  readonly feed: string
  readonly version: string
}

/** What fails as a whole, and the hosts that go with it. */
export interface Domain {
  /** Kind and name, as in `rack-a1`: unique over all kinds. */
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly hosts: readonly Host[]
}

/** The zones in their order, each with its region and the feed of each of its racks. */
const ZONES = [
  { zone: 'a', region: 'n', feeds: ['a', 'b', 'a'] },
  { zone: 'b', region: 'n', feeds: ['a', 'b'] },
  { zone: 'c', region: 'n', feeds: ['a', 'b'] },
  { zone: 'd', region: 's', feeds: ['a', 'b'] },
  { zone: 'e', region: 'w', feeds: ['a', 'b'] },
] as const

/** What the hosts of a rack run, from the first to the last: a roll-out in waves. */
export const VERSIONS = ['1', '2', '3'] as const

/** Every host of the estate, rack by rack. */
export const HOSTS: readonly Host[] = ZONES.flatMap(({ zone, region, feeds }) =>
  feeds.flatMap((feed, index) => {
    const rack = `${zone}${index + 1}`
    return VERSIONS.map((version) => ({
      id: `${rack}-${version}`,
      rack,
      zone,
      region,
      feed: `${region}-${feed}`,
      version,
    }))
  }),
)

const nameOf = (kind: Kind, host: Host): string => (kind === 'host' ? host.id : host[kind])

/** The id of the domain of a kind that a host stands in. */
export const domainIdOf = (kind: Kind, host: Host): string => `${kind}-${nameOf(kind, host)}`

/** The ids of all domains that take a host down, itself among them, in the order of {@link KINDS}. */
export const domainIdsOf = (host: Host): readonly string[] =>
  KINDS.map((kind) => domainIdOf(kind, host))

/** Every domain of the estate, kind by kind. */
export const DOMAINS: readonly Domain[] = KINDS.flatMap((kind) => {
  const names = [...new Set(HOSTS.map((host) => nameOf(kind, host)))]
  return names.map((name) => ({
    id: `${kind}-${name}`,
    kind,
    name,
    hosts: HOSTS.filter((host) => nameOf(kind, host) === name),
  }))
})

const byId = new Map(HOSTS.map((host) => [host.id, host]))

/** The host of an id; nothing for what is none. */
export const hostOf = (id: string): Host | undefined => byId.get(id)

const domainById = new Map(DOMAINS.map((domain) => [domain.id, domain]))

/** The domain of an id; nothing for what is none. */
export const domainOf = (id: string): Domain | undefined => domainById.get(id)
