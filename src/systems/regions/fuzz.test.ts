// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../simulation/draw.ts'
import { FLAWS, type Flaw, LINKS, REGIONS } from './parameters.ts'
import { play, USUAL } from './play.ts'
import type { RegionsAction, RegionsWorld } from './world.ts'

type Deeds = readonly { readonly atMs: number; readonly action: RegionsAction }[]

const LENGTH_MS = 240_000

/** Random faults and orders, in a world whose times are short enough for many of them. */
function schedule(seed: number) {
  const { draw } = drawFrom(seed)
  const one = <Item>(stream: string, items: readonly Item[], or: Item): Item =>
    items[draw.whole(stream, 0, items.length - 1)] ?? or
  const parameters = {
    ...USUAL,
    replication: one('replication', ['async', 'sync'] as const, 'sync'),
    strategy: one('strategy', ['active-active', 'hot-standby'] as const, 'active-active'),
    lagMs: draw.whole('lag', 0, 5000),
    intervalMs: draw.whole('interval', 1000, 5000),
    threshold: draw.whole('threshold', 2, 4),
    decideMs: draw.happens('by hand', 0.3) ? draw.whole('decide', 0, 20_000) : 0,
    promoteMs: draw.whole('promote', 0, 10_000),
    ttlMs: 10_000,
  }
  const kinds = [
    'lose',
    'restore',
    'restore',
    'cut',
    'mend',
    'mend',
    'promote',
    'fail-back',
  ] as const
  const deeds: { atMs: number; action: RegionsAction }[] = []
  for (let atMs = 2000; atMs < LENGTH_MS; atMs += draw.whole('gap', 200, 20_000)) {
    const kind = one('kind', kinds, 'restore')
    const region = one('region', REGIONS, 'america')
    const link = one('link', LINKS, 'america-europe')
    const action: RegionsAction =
      kind === 'fail-back'
        ? { kind }
        : kind === 'cut' || kind === 'mend'
          ? { kind, link }
          : { kind, region }
    deeds.push({ atMs, action })
  }
  return { parameters, deeds: deeds as Deeds }
}

/** Whether a world broke what it promises: one primary, and where replication waits, no loss. */
const broken = ({ breaches, parameters }: RegionsWorld): boolean =>
  breaches.onePrimary !== undefined ||
  (parameters.replication === 'sync' && breaches.nothingLost !== undefined)

const runOf = (seed: number, flaw?: Flaw) => {
  const { parameters, deeds } = schedule(seed)
  return play({ ...parameters, ...(flaw && { flaw }) }, deeds, LENGTH_MS, seed)
}

describe('on random schedules', () => {
  it(
    'the whole protocol has one primary, and loses nothing where it waits',
    { timeout: 240_000 },
    () => {
      let [promotions, handovers, writes] = [0, 0, 0]
      for (let seed = 0; seed < 500; seed += 1) {
        const { world, entries } = runOf(seed)
        expect(broken(world), `seed ${seed}`).toBe(false)
        promotions += entries.filter(({ note }) => note.kind === 'promoted').length
        handovers += entries.filter(({ note }) => note.kind === 'handed-over').length
        writes += world.batches.filter(({ acknowledgedMs }) => acknowledgedMs !== undefined).length
      }
      // What was tried was not nothing.
      expect(promotions / 500).toBeGreaterThan(1)
      expect(handovers / 500).toBeGreaterThan(0.2)
      expect(writes / 500).toBeGreaterThan(50)
    },
  )

  it.each(FLAWS)('%s is caught within 500 seeds', { timeout: 240_000 }, (flaw) => {
    const found = Array.from({ length: 500 }, (_, seed) => seed).find((seed) =>
      broken(runOf(seed, flaw).world),
    )
    expect(found).toBeDefined()
  })
})
