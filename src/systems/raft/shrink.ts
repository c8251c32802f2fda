import { fewer } from '../../simulation/fewer.ts'
import type { BrokenInvariantError } from '../../simulation/machine.ts'
import { strictRaft } from './rules.ts'
import { type Schedule, breachOf } from './schedule.ts'

/**
 * The same breach from less: deeds that are not needed are left away (the ddmin of Zeller and
 * Hildebrandt), then servers, clients, loss and repetition.
 *
 * @param schedule one that breaks an invariant
 * @param rules strict ones, those that it was found with
 * @returns a schedule that breaks the same one
 * @throws RangeError if it breaks none
 */
export function shrink(schedule: Schedule, rules = strictRaft): Schedule {
  const found = breachOf(schedule, rules)
  if (!found) throw new RangeError('shrink: the schedule breaks no invariant')
  const same = (other: Schedule): BrokenInvariantError | undefined => {
    const breach = breachOf(other, rules)
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
