import type { Entry } from '../../simulation/machine.ts'
import type { Design } from '../../systems/traffic/parameters.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'

/** A stretch of time, in milliseconds. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

interface Sight {
  /** Servers that would answer. */
  readonly well: Set<number>
  /** Servers that nothing is sent to. */
  readonly shunned: Set<number>
  primary: number | undefined
  balancer: boolean
}

function see(sight: Sight, note: TrafficNote): void {
  switch (note.kind) {
    case 'struck':
    case 'maintained':
      sight.well.delete(note.server)
      return
    case 'healed':
      sight.well.add(note.server)
      return
    case 'draining':
      sight.shunned.add(note.server)
      return
    case 'taken-out':
      sight.shunned.add(note.server)
      if (note.server === sight.primary) sight.primary = undefined
      return
    case 'maintenance-over':
    case 'brought-back':
      sight.shunned.delete(note.server)
      return
    case 'phase':
      sight.primary = note.phase === 'serving' ? note.server : undefined
      return
    case 'balancer':
      sight.balancer = note.up
      return
    default:
  }
}

function answers({ well, shunned, primary, balancer }: Sight, design: Design): boolean {
  if (!balancer) return false
  if (design === 'active-passive') return primary !== undefined && well.has(primary)
  return [...well].some((server) => !shunned.has(server))
}

/** The stretches in which no request that arrived could have been answered, from the event table. */
export function silencesOf(
  entries: readonly Entry<TrafficNote>[],
  design: Design,
  servers: number,
  lengthMs: number,
): readonly Span[] {
  const sight: Sight = {
    well: new Set(Array.from({ length: servers }, (_, index) => index)),
    shunned: new Set(),
    primary: 0,
    balancer: true,
  }
  const silences: Span[] = []
  let since: number | undefined
  for (const { atMs, note } of entries) {
    see(sight, note)
    if (!answers(sight, design)) since ??= atMs
    else if (since !== undefined) {
      if (atMs > since) silences.push({ fromMs: since, toMs: atMs })
      since = undefined
    }
  }
  if (since !== undefined && since < lengthMs) silences.push({ fromMs: since, toMs: lengthMs })
  return silences
}
