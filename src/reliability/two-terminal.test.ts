import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUnreliability } from './probability.ts'
import { type Link, twoTerminal } from './two-terminal.ts'

const RUNS = { seed: 20_150_414, numRuns: 150 }

function relativeError(got: number, expected: number): number {
  return got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected)
}

function bridge(link: Link['link'], oneWay = false): readonly Link[] {
  return [
    { from: 's', to: 'a', link },
    { from: 's', to: 'b', link },
    { from: 'a', to: 'b', link, oneWay },
    { from: 'a', to: 't', link },
    { from: 'b', to: 't', link },
  ]
}

/** Whether a walk over those links and nodes that are up comes to the target. */
function connects(links: readonly Link[], up: readonly boolean[], dead: ReadonlySet<string>) {
  const seen = new Set(dead.has('s') ? [] : ['s'])
  for (const name of seen) {
    for (const [index, { from, to, oneWay = false }] of links.entries()) {
      if (up[index] !== true) continue
      if (from === name && !dead.has(to)) seen.add(to)
      if (!oneWay && to === name && !dead.has(from)) seen.add(from)
    }
  }
  return seen.has('t')
}

const NAMES = ['s', 't', 'a', 'b', 'c']

/** By trying every state of links and nodes; [reliability, unreliability]. */
function enumerated(links: readonly Link[], chances: readonly number[]): [number, number] {
  const sides: [number, number] = [0, 0]
  for (let state = 0; state < 2 ** chances.length; state += 1) {
    const up = chances.map((_, index) => ((state >> index) & 1) === 1)
    const chance = chances.reduce((product, p, i) => product * (up[i] === true ? p : 1 - p), 1)
    const dead = new Set(NAMES.filter((_, index) => up[links.length + index] === false))
    sides[connects(links, up, dead) ? 0 : 1] += chance
  }
  return sides
}

/** Both of its sides are exact as doubles. */
const chance = fc.integer({ min: 0, max: 1024 }).map((count) => count / 1024)

describe('twoTerminal', () => {
  it('solves the bridge', () => {
    // By hand, for equal links: 2p² + 2p³ - 5p⁴ + 2p⁵; at one half 1/2, at 9/10 0.97848.
    const half = twoTerminal({ source: 's', target: 't', links: bridge(0.5) })
    expect(half).toEqual({ reliability: 0.5, unreliability: 0.5 })
    const nine = twoTerminal({ source: 's', target: 't', links: bridge(0.9) })
    expect(relativeError(nine.unreliability, 0.02152)).toBeLessThan(1e-14)
  })

  it('loses one of the four paths of the bridge where its middle is a one-way street', () => {
    // By hand: paths at, bt, abt with p = 1/2: 2p² + p³ - p⁴ (at, bt) - 2p⁴ (each with abt) + p⁵ = 15/32.
    const links = bridge(0.5, true)
    expect(twoTerminal({ source: 's', target: 't', links }).reliability).toBe(15 / 32)
    // Backwards only the links that go both ways help: 7/16 for two paths of two, 15/32 with b, a.
    expect(twoTerminal({ source: 't', target: 's', links }).reliability).toBe(15 / 32)
    const away = links.map((link) => ({ ...link, oneWay: true }))
    expect(twoTerminal({ source: 't', target: 's', links: away }).reliability).toBe(0)
  })

  it('keeps a bridge of twenty nines', () => {
    // By hand: cuts sa·sb and at·bt, 2e-40, and two of three links, below 1e-59.
    const links = bridge(fromUnreliability(1e-20))
    const { unreliability } = twoTerminal({ source: 's', target: 't', links })
    expect(relativeError(unreliability, 2e-40)).toBeLessThan(1e-14)
  })

  it('needs the source and the target themselves', () => {
    const nodes = { s: 0.5, t: 0.5 }
    const links: readonly Link[] = [{ from: 's', to: 't', link: 0.5 }]
    expect(twoTerminal({ source: 's', target: 't', links, nodes }).reliability).toBe(0.125)
    expect(twoTerminal({ source: 's', target: 's', links, nodes }).reliability).toBe(0.5)
    expect(twoTerminal({ source: 's', target: 'z', links }).reliability).toBe(0)
  })

  it('agrees with enumeration on any network of five nodes that may fail', () => {
    const link = fc.record({
      from: fc.constantFrom(...NAMES),
      to: fc.constantFrom(...NAMES),
      link: chance,
      oneWay: fc.boolean(),
    })
    const links = fc.array(link, { maxLength: 7 })
    const nodes = fc.array(chance, { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(links, nodes, (given, own) => {
        const chances = [...given.map((each) => Number(each.link)), ...own]
        const [reliability, unreliability] = enumerated(given, chances)
        const network = {
          source: 's',
          target: 't',
          links: given,
          nodes: Object.fromEntries(NAMES.map((name, index) => [name, own[index] ?? 0])),
        }
        const got = twoTerminal(network)
        expect(relativeError(got.reliability, reliability)).toBeLessThan(1e-12)
        expect(relativeError(got.unreliability, unreliability)).toBeLessThan(1e-12)
      }),
      RUNS,
    )
  })

  it('solves a grid of five by five, forty links, the same from either corner', () => {
    const links = Array.from({ length: 25 }, (_, index): readonly Link[] => {
      const right = index % 5 < 4 ? [`${index + 1}`] : []
      const below = index < 20 ? [`${index + 5}`] : []
      return [...right, ...below].map((to) => ({ from: `${index}`, to, link: 0.9 - index / 100 }))
    }).flat()
    const there = twoTerminal({ source: '0', target: '24', links })
    const back = twoTerminal({ source: '24', target: '0', links })
    expect(there.reliability).toBeGreaterThan(0.5)
    expect(relativeError(there.unreliability, back.unreliability)).toBeLessThan(1e-12)
  })

  it('solves fifty detours beside each other, one of which is enough', () => {
    // By hand: a detour is two links at one half, so all fifty fail with (3/4)^50.
    const links = Array.from({ length: 50 }, (_, index): readonly Link[] => [
      { from: 's', to: `${index}`, link: 0.5 },
      { from: `${index}`, to: 't', link: 0.5 },
    ]).flat()
    const { unreliability } = twoTerminal({ source: 's', target: 't', links })
    expect(relativeError(unreliability, 0.75 ** 50)).toBeLessThan(1e-13)
  })

  it('refuses a network of nine nodes with a one-way link from each to each', () => {
    const names = Array.from({ length: 9 }, (_, index) => `${index}`)
    const links = names.flatMap((from) =>
      names.map((to): Link => ({ from, to, link: 0.5, oneWay: true })),
    )
    expect(() => twoTerminal({ source: '0', target: '8', links })).toThrow(
      'twoTerminal: the network must be narrow enough for 32768 states, got more',
    )
  })

  it('refuses a link or a node that is no probability, by its name', () => {
    const one = (link: number): readonly Link[] => [{ from: 's', to: 't', link }]
    expect(() => twoTerminal({ source: 's', target: 't', links: one(NaN) })).toThrow(
      'twoTerminal: link from s to t must lie in [0, 1], got NaN',
    )
    const nodes = { t: 2 }
    expect(() => twoTerminal({ source: 's', target: 't', links: one(1), nodes })).toThrow(
      'twoTerminal: node t must lie in [0, 1], got 2',
    )
  })
})
