// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOMAINS, HOSTS, type Host, KINDS, domainIdsOf } from './estate.ts'
import { type Policy, placed } from './placement.ts'
import {
  type Service,
  type Unavailability,
  assess,
  lost,
  majorityOf,
  simulate,
  stands,
} from './service.ts'

const HALF = { host: 0.5, rack: 0.5, zone: 0.5, region: 0.5, feed: 0.5, version: 0.5 }
const USUAL = { host: 1e-3, rack: 5e-4, zone: 1e-4, region: 1e-5, feed: 1e-4, version: 3e-4 }
const LIKELY = { host: 0.3, rack: 0.2, zone: 0.1, region: 0.05, feed: 0.15, version: 0.25 }
const POLICIES: readonly Policy[] = [
  'one-rack',
  'racks',
  'two-zones',
  'zones',
  'zones-versions',
  'regions',
  'everything',
]

const service = (policy: Policy, replicas: number, needed: number): Service => ({
  hosts: placed(policy, replicas),
  needed,
})

// --- An independent check: every state of every domain, one by one. ---

interface Enumerated {
  readonly down: number
  /** That the service is down and the domain is. */
  readonly with: Readonly<Record<string, number>>
  readonly ids: readonly string[]
}

/** Adds up the probability of every state of the domains behind a service that takes it down. */
function enumerated({ hosts, needed }: Service, q: Unavailability): Enumerated {
  const words = (host: Host) => [
    `host-${host.id}`,
    `rack-${host.rack}`,
    `zone-${host.zone}`,
    `region-${host.region}`,
    `feed-${host.feed}`,
    `version-${host.version}`,
  ]
  const ids = [...new Set(hosts.flatMap(words))]
  const chance = ids.map((id) => {
    const kind = KINDS.find((each) => id.startsWith(`${each}-`))
    return kind ? q[kind] : NaN
  })
  const replicaBits = hosts.map((host) =>
    words(host).reduce((bits, id) => bits | (1 << ids.indexOf(id)), 0),
  )
  let down = 0
  const both = ids.map(() => 0)
  for (let state = 0; state < 1 << ids.length; state += 1) {
    const up = replicaBits.filter((bits) => (bits & state) === 0).length
    if (up >= needed) continue
    let probability = 1
    for (let bit = 0; bit < ids.length; bit += 1)
      probability *= (state >> bit) & 1 ? (chance[bit] ?? 0) : 1 - (chance[bit] ?? 0)
    down += probability
    for (let bit = 0; bit < ids.length; bit += 1)
      if ((state >> bit) & 1) both[bit] = (both[bit] ?? 0) + probability
  }
  return { down, with: Object.fromEntries(ids.map((id, bit) => [id, both[bit] ?? 0])), ids }
}

const anyHosts = (most: number) =>
  fc.array(fc.constantFrom(...HOSTS), { minLength: 2, maxLength: most })
const anyService = (most = 6): fc.Arbitrary<Service> =>
  anyHosts(most).chain((hosts) =>
    fc.integer({ min: 1, max: hosts.length }).map((needed) => ({ hosts, needed })),
  )

describe('the estate', () => {
  it('puts every host into one domain of each kind, and each kind covers it', () => {
    expect(new Set(DOMAINS.map(({ id }) => id)).size).toBe(DOMAINS.length)
    for (const kind of KINDS) {
      const hosts = DOMAINS.filter((domain) => domain.kind === kind).flatMap((each) => each.hosts)
      expect(hosts.map(({ id }) => id).toSorted()).toEqual(HOSTS.map(({ id }) => id).toSorted())
    }
  })

  it('lets feeds and versions cut across racks and zones, but no feed across regions', () => {
    const across = (kind: string, of: (host: Host) => string) =>
      DOMAINS.filter((domain) => domain.kind === kind).map(
        ({ hosts }) => new Set(hosts.map(of)).size,
      )
    expect(Math.min(...across('version', ({ rack }) => rack))).toBe(11)
    expect(Math.max(...across('feed', ({ zone }) => zone))).toBe(3)
    expect(new Set(across('feed', ({ region }) => region))).toEqual(new Set([1]))
  })
})

describe('a policy', () => {
  const kindsOf = (policy: Policy, replicas: number, of: (host: Host) => string) =>
    new Set(placed(policy, replicas).map(of)).size

  it.each([3, 4, 5, 6])('spreads %i replicas over what it names', (replicas) => {
    expect(kindsOf('one-rack', replicas, ({ rack }) => rack)).toBe(1)
    expect(kindsOf('racks', replicas, ({ rack }) => rack)).toBe(3)
    expect(kindsOf('racks', replicas, ({ zone }) => zone)).toBe(1)
    expect(kindsOf('two-zones', replicas, ({ zone }) => zone)).toBe(2)
    expect(kindsOf('zones', replicas, ({ zone }) => zone)).toBe(3)
    expect(kindsOf('zones', replicas, ({ version }) => version)).toBe(1)
    expect(kindsOf('zones-versions', replicas, ({ version }) => version)).toBe(3)
    expect(kindsOf('regions', replicas, ({ region }) => region)).toBe(3)
    expect(kindsOf('everything', replicas, ({ region }) => region)).toBe(3)
    expect(kindsOf('everything', replicas, ({ version }) => version)).toBe(3)
  })

  it('puts no two replicas on one host while a rack has another', () => {
    for (const policy of POLICIES) expect(kindsOf(policy, 3, ({ id }) => id)).toBe(3)
    for (const policy of POLICIES.filter((each) => each !== 'one-rack'))
      expect(kindsOf(policy, 6, ({ id }) => id)).toBe(6)
  })
})

describe('the exact unavailability', () => {
  // By hand: rack, zone, region and feed are up with (1/2)^4, and then each of three replicas is up
  // with 1/4: 1 - (1/16)(1 - 27/64) = 987/1024.
  it('of three hosts in one rack, one needed, all at one half, is 987/1024', () => {
    expect(assess(service('one-rack', 3, 1), HALF).exact.unreliability).toBeCloseTo(987 / 1024, 15)
  })

  // By hand: nothing shared, each up with p = (1/2)^6; 3p^2 - 2p^3 = 190/262144.
  it('of three that share nothing, two needed, is what independence claims', () => {
    const { exact, independent } = assess(service('everything', 3, 2), HALF)
    expect(exact.reliability).toBeCloseTo(190 / 262_144, 15)
    expect(independent.reliability).toBeCloseTo(190 / 262_144, 15)
  })

  // By hand: a host with everything that it stands in, so two replicas there are one.
  it('of two replicas on one host is that of one', () => {
    const [host] = HOSTS
    if (!host) throw new Error('no host')
    const { exact, replica, independent } = assess({ hosts: [host, host], needed: 1 }, HALF)
    expect(exact.unreliability).toBeCloseTo(63 / 64, 15)
    expect(replica.unreliability).toBeCloseTo(63 / 64, 15)
    expect(independent.unreliability).toBeCloseTo((63 / 64) ** 2, 15)
  })

  it('is what all states of all domains add up to, whatever the placement', () => {
    fc.assert(
      fc.property(anyService(3), (placement) => {
        const { down } = enumerated(placement, LIKELY)
        const { exact } = assess(placement, LIKELY)
        expect(Math.abs(exact.unreliability - down)).toBeLessThan(1e-12)
      }),
      { seed: 1, numRuns: 12 },
    )
  })

  it('parts into single points and the rest: U = S + (1 - S) U′', () => {
    fc.assert(
      fc.property(anyService(), (placement) => {
        const { exact, singlePoints, otherwise } = assess(placement, USUAL)
        const joined =
          singlePoints.unreliability + singlePoints.reliability * otherwise.unreliability
        expect(joined / exact.unreliability).toBeCloseTo(1, 9)
      }),
      { seed: 2, numRuns: 100 },
    )
  })
})

describe('importance', () => {
  // Birnbaum by hand: P(down | domain down) - P(down | domain up), from the enumeration.
  it('is what the enumeration says of every domain', () => {
    for (const placement of [service('zones', 3, 2), service('one-rack', 3, 1)]) {
      const counted = enumerated(placement, LIKELY)
      const { behind } = assess(placement, LIKELY)
      expect(behind.map(({ id }) => id).toSorted()).toEqual([...counted.ids].toSorted())
      for (const { id, kind, birnbaum } of behind) {
        const q = LIKELY[kind]
        const together = counted.with[id] ?? 0
        const given = together / q - (counted.down - together) / (1 - q)
        expect(birnbaum).toBeCloseTo(given, 10)
      }
    }
  })

  // A single point takes the service down whenever it is down: its part is q / U.
  it('gives a single point its own share of the downtime', () => {
    const { behind, exact } = assess(service('one-rack', 3, 1), USUAL)
    const rack = behind.find(({ id }) => id === 'rack-a1')
    expect(rack?.fussellVesely).toBeCloseTo(USUAL.rack / exact.unreliability, 12)
  })
})

describe('the smallest sets', () => {
  it('take the service down, and no part of one does; every fatal pair holds one', () => {
    fc.assert(
      fc.property(anyService(5), (placement) => {
        const { cutSets, behind } = assess(placement, USUAL)
        // One assertion for all of them: there may be thousands.
        const unfit = cutSets.filter(
          (set) =>
            stands(placement, new Set(set)) ||
            set.some((left) => !stands(placement, new Set(set.filter((id) => id !== left)))),
        )
        expect(unfit).toEqual([])
        const small = new Set(cutSets.filter(({ length }) => length < 3).map((set) => set.join()))
        const ids = behind.map(({ id }) => id)
        const single = ids.filter((id) => !stands(placement, new Set([id])))
        const pairs = ids.flatMap((one, index) =>
          ids
            .slice(index + 1)
            .filter(
              (other) =>
                !single.includes(one) &&
                !single.includes(other) &&
                !stands(placement, new Set([one, other])),
            )
            .map((other) => [one, other].toSorted().join()),
        )
        expect([...small].toSorted()).toEqual([...single, ...pairs].toSorted())
      }),
      { seed: 3, numRuns: 25 },
    )
  })

  it('come smallest first, and of one size the likeliest first', () => {
    const { cutSets } = assess(service('one-rack', 3, 1), USUAL)
    expect(cutSets.slice(0, 1)).toEqual([['rack-a1']])
    expect(cutSets.at(3)).toEqual(['region-n'])
    expect(cutSets.map(({ length }) => length)).toEqual([1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3])
  })

  // By hand: of four, three are needed, and two stand in each zone.
  it('name both zones where a majority of four stands in two', () => {
    const { cutSets } = assess(service('two-zones', 4, majorityOf(4)), USUAL)
    expect(cutSets).toContainEqual(['zone-a'])
    expect(cutSets).toContainEqual(['zone-b'])
  })

  it('hold no losses that never happen where the fewest are counted', () => {
    const never = { ...USUAL, rack: 0, zone: 0, region: 0, feed: 0 }
    expect(assess(service('one-rack', 3, 1), never).fewestLosses).toBe(3)
    expect(assess(service('one-rack', 3, 1), USUAL).fewestLosses).toBe(1)
  })
})

it('never helps to lose more', () => {
  fc.assert(
    fc.property(
      anyService(),
      fc.uniqueArray(fc.constantFrom(...DOMAINS.map(({ id }) => id)), { maxLength: 5 }),
      (placement, ids) => {
        const [first, ...others] = ids
        const fewer = new Set(others)
        const more = new Set(first === undefined ? others : [first, ...others])
        expect(lost(placement, more)).toEqual(expect.arrayContaining([...lost(placement, fewer)]))
        if (!stands(placement, fewer)) expect(stands(placement, more)).toBe(false)
      },
    ),
    { seed: 4, numRuns: 300 },
  )
})

it('takes every domain of a replica, and no other', () => {
  for (const host of HOSTS) {
    const reach = DOMAINS.filter(
      ({ id }) => lost({ hosts: [host], needed: 1 }, new Set([id])).length > 0,
    )
    expect(reach.map(({ id }) => id)).toEqual(domainIdsOf(host))
  }
})

describe('the simulation', () => {
  const SNAPSHOTS = 20_000
  const cases = POLICIES.flatMap((policy) =>
    [1, 2].flatMap((needed) => [USUAL, LIKELY].map((shares) => [policy, needed, shares] as const)),
  )

  it.each(cases)('of %s, %i needed, lies within 4 standard errors', (policy, needed, shares) => {
    const placement = service(policy, 3, needed)
    const { exact, fewestLosses } = assess(placement, shares)
    const found = simulate(placement, shares, { seed: 1, snapshots: SNAPSHOTS, fewestLosses })
    if (found.kind !== 'estimate') throw new Error('never down')
    const { unreliability: u } = exact
    // Plain sampling would need so many times the snapshots for the same error.
    const error = Math.sqrt((u * (1 - u)) / (SNAPSHOTS * found.varianceReduction))
    expect(Math.abs(found.unreliability - u)).toBeLessThan(4 * error)
  })

  // Of 100 intervals of 95 %, more than 12 miss with a probability below 0.2 % (binomial).
  it('has intervals that hold the exact value as often as they promise', () => {
    const placement = service('zones', 3, 1)
    const { exact, fewestLosses } = assess(placement, LIKELY)
    const missed = Array.from({ length: 100 }, (_, seed) =>
      simulate(placement, LIKELY, { seed, snapshots: 2000, fewestLosses }),
    ).filter(
      ({ interval }) =>
        interval.lower > exact.unreliability || interval.upper < exact.unreliability,
    )
    expect(missed.length).toBeLessThanOrEqual(12)
  })

  it('gives a bound and no number where nothing can fail', () => {
    const never = { host: 0, rack: 0, zone: 0, region: 0, feed: 0, version: 0 }
    const placement = service('zones', 3, 2)
    const { fewestLosses, exact } = assess(placement, never)
    const found = simulate(placement, never, { seed: 1, snapshots: 1000, fewestLosses })
    expect(exact.unreliability).toBe(0)
    expect(found.kind).toBe('bound')
  })
})
