import { type Host, VERSIONS, hostOf } from './estate.ts'

/** How replicas are spread when nobody places them one by one. */
export type Policy =
  'one-rack' | 'racks' | 'two-zones' | 'zones' | 'zones-versions' | 'regions' | 'everything'

/** Where the rounds of a policy go: the racks of one round after those of another. */
const ROUNDS: Readonly<Record<Policy, readonly (readonly string[])[]>> = {
  'one-rack': [['a1', 'a1', 'a1']],
  racks: [['a1', 'a2', 'a3']],
  'two-zones': [
    ['a1', 'b1'],
    ['a2', 'b2'],
  ],
  zones: [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
  ],
  'zones-versions': [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
  ],
  regions: [
    ['a1', 'd1', 'e1'],
    ['b1', 'd2', 'e2'],
  ],
  everything: [
    ['a1', 'd1', 'e1'],
    ['b2', 'd2', 'e2'],
  ],
}

/** Policies that give the replicas of a round a version each; the others go by the first free host. */
const BY_VERSION: readonly Policy[] = ['one-rack', 'zones-versions', 'everything']

/**
 * The host of each replica under a policy.
 *
 * Round after round over the same number of racks. Only a policy that spreads versions looks at them;
 * the others take each rack's first host, as a scheduler does that was told nothing of versions.
 *
 * @param policy how to spread them
 * @param replicas how many there are, a whole number of at least 0
 * @example placed('zones', 3).map(({ id }) => id) // ['a1-1', 'b1-1', 'c1-1']
 */
export function placed(policy: Policy, replicas: number): readonly Host[] {
  const rounds = ROUNDS[policy]
  const width = rounds[0]?.length ?? 1
  return Array.from({ length: replicas }, (_, index) => {
    const round = Math.floor(index / width)
    const rack = rounds[round % rounds.length]?.[index % width] ?? ''
    // A rack's next host only once every rack of the policy has been used.
    const turn = BY_VERSION.includes(policy) ? index + round : Math.floor(round / rounds.length)
    const host = hostOf(`${rack}-${VERSIONS[turn % VERSIONS.length] ?? ''}`)
    if (!host) throw new RangeError(`placed: no host in rack ${rack}`)
    return host
  })
}
