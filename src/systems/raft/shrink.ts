import type { BrokenInvariantError } from '../../simulation/machine.ts'
import { type Schedule, breachOf } from './schedule.ts'

/** Leaves away what can be left away in parts, from halves down to single ones. */
function fewer<T>(all: readonly T[], holds: (part: readonly T[]) => boolean): readonly T[] {
  let kept = all
  for (let parts = 2; kept.length > 0;) {
    const size = Math.ceil(kept.length / parts)
    const starts = Array.from({ length: Math.ceil(kept.length / size) }, (_, part) => part * size)
    const without = starts
      .map((start) => [...kept.slice(0, start), ...kept.slice(start + size)])
      .find(holds)
    if (without) {
      kept = without
      parts = Math.max(2, parts - 1)
    } else if (size > 1) parts = Math.min(kept.length, parts * 2)
    else return kept
  }
  return kept
}

/**
 * The same breach from less: deeds that are not needed are left away (the ddmin of Zeller and
 * Hildebrandt), then servers, clients, loss and repetition.
 *
 * @param schedule one that breaks an invariant
 * @returns a schedule that breaks the same one
 * @throws RangeError if it breaks none
 */
export function shrink(schedule: Schedule): Schedule {
  const found = breachOf(schedule)
  if (!found) throw new RangeError('shrink: the schedule breaks no invariant')
  const same = (other: Schedule): BrokenInvariantError | undefined => {
    const breach = breachOf(other)
    return breach?.invariant === found.invariant ? breach : undefined
  }
  let least = schedule
  const tryOut = (other: Schedule): void => {
    if (same(other)) least = other
  }
  const leaveDeeds = (): void => {
    const deeds = fewer(least.deeds, (part) => same({ ...least, deeds: part }) !== undefined)
    least = { ...least, deeds }
  }
  // What happens after the breach has no part in it.
  const { atMs } = found
  tryOut({ ...least, deeds: least.deeds.filter((deed) => deed.atMs <= atMs) })
  leaveDeeds()
  const { parameters } = least
  for (const servers of [3, 4, 5, 6])
    if (servers < least.parameters.servers)
      tryOut({ ...least, parameters: { ...least.parameters, servers } })
  tryOut({ ...least, parameters: { ...least.parameters, clients: 1 } })
  for (const part of [{ loss: 0 }, { duplication: 0 }, { loss: 0, duplication: 0 }])
    tryOut({
      ...least,
      parameters: { ...least.parameters, link: { ...parameters.link, ...part } },
    })
  leaveDeeds()
  return least
}
