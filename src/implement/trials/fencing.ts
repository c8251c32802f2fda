import * as v from 'valibot'
import { drawFrom } from '../../simulation/draw.ts'
import { fewer } from '../../simulation/fewer.ts'
import type { Deed } from '../../simulation/history.ts'
import { DECISIONS, DUTIES, INVARIANTS, holderIds, leaseWith } from '../../systems/lease/rules.ts'
import type {
  HolderId,
  LeaseAction,
  LeaseDecisions,
  LeaseEvent,
  LeaseNote,
  LeaseParameters,
  LeaseWorld,
} from '../../systems/lease/world.ts'
import * as fixed from '../../widgets/fencing/fixed.ts'
import { deedsOf, seeds, within } from './schemas.ts'
import { SEEDS } from '../seeds.ts'
import type { Functions, Trial } from './trial.ts'

const HOLDERS = holderIds({ holders: 2 })

const parametersOf = (
  drawn: Pick<LeaseParameters, 'ttlMs' | 'marginMs' | 'clocks'>,
): LeaseParameters => ({
  holders: HOLDERS.length,
  renewMs: fixed.RENEW_MS,
  latencyMs: fixed.LATENCY_MS,
  writeEveryMs: fixed.WRITE_EVERY_MS,
  prepareMs: fixed.PREPARE_MS,
  protection: 'fencing',
  powerOffMs: fixed.POWER_OFF_MS,
  ...drawn,
})

/**
 * Naps and crashes, and a clock that is not right. What matters is who wakes after whom: naps last about
 * as long as a lease, and whoever took over is struck when the other one wakes.
 */
function course(seed: number) {
  const { draw } = drawFrom(seed)
  const ttlMs = draw.whole('ttl', 6, 12) * 100
  const parameters = parametersOf({
    ttlMs,
    marginMs: draw.whole('margin', 0, 2) * 50,
    clocks: { H1: draw.whole('clock', 10, 20) / 20 },
  })
  const deeds: Deed<LeaseAction>[] = []
  const away = (holder: HolderId, fromMs: number, forMs: number): void => {
    const naps = draw.happens('nap', 0.7)
    deeds.push(
      { atMs: fromMs, action: { kind: naps ? 'pause' : 'crash', holder } },
      { atMs: fromMs + forMs, action: { kind: naps ? 'resume' : 'restart', holder } },
    )
  }
  let atMs = draw.whole('first', 300, 1000)
  while (atMs < fixed.LENGTH_MS - 2 * ttlMs) {
    const [one, other] = draw.happens('whom', 0.7)
      ? (['H1', 'H2'] as const)
      : (['H2', 'H1'] as const)
    const forMs = Math.round(ttlMs * (0.5 + 1.4 * draw.uniform('away')))
    away(one, atMs, forMs)
    if (draw.happens('both', 0.6))
      away(other, atMs + forMs + draw.whole('around', -300, 100), draw.whole('other', 100, 900))
    atMs += forMs + draw.whole('gap', 100, 1200)
  }
  const inTime = deeds.filter((deed) => deed.atMs < fixed.LENGTH_MS)
  return { parameters, seed, deeds: inTime.toSorted((a, b) => a.atMs - b.atMs) }
}

// The edge between a reader's functions and types: their answers were parsed before.
const decisionsOf = (functions: Functions) => functions as unknown as LeaseDecisions

export const fencing: Trial<LeaseParameters, LeaseWorld, LeaseEvent, LeaseAction, LeaseNote> = {
  functions: {
    receive: v.strictObject({ accept: v.boolean(), highest: v.pipe(v.number(), v.finite()) }),
  },
  seeds: SEEDS,
  lengthMs: fixed.LENGTH_MS,
  own: DECISIONS as unknown as Functions,
  rules: (functions) => ({
    ...leaseWith(decisionsOf(functions)),
    invariants: { ...INVARIANTS, ...DUTIES },
  }),
  course,
  shrink: (whole, breaks) => ({
    ...whole,
    deeds: fewer(whole.deeds, (deeds) => breaks({ ...whole, deeds })),
  }),
  courses: v.strictObject({
    parameters: v.pipe(
      v.object({
        ttlMs: within(600, 1200),
        marginMs: within(0, 100),
        clocks: v.strictObject({ H1: within(0.5, 1) }),
      }),
      v.transform((drawn) => parametersOf(drawn)),
    ),
    seed: seeds,
    deeds: deedsOf(
      v.strictObject({
        kind: v.picklist(['pause', 'resume', 'crash', 'restart']),
        holder: v.picklist(HOLDERS),
      }),
      fixed.LENGTH_MS,
    ),
  }),
}
