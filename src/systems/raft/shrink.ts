import { fewer } from '../../simulation/fewer.ts'
import { type Schedule, breachOf } from './schedule.ts'

/**
 * A schedule that still breaks, of less: deeds that are not needed are left away, then servers, clients,
 * loss and repetition.
 *
 * @param breaks whether a schedule does what this one does
 */
export function leaner(schedule: Schedule, breaks: (schedule: Schedule) => boolean): Schedule {
  let least = schedule
  const tryOut = (other: Schedule): void => {
    if (breaks(other)) least = other
  }
  const leaveDeeds = (): void => {
    const deeds = fewer(least.deeds, (part) => breaks({ ...least, deeds: part }))
    least = { ...least, deeds }
  }
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

/**
 * The same breach from less.
 *
 * @param schedule one that breaks an invariant
 * @returns a schedule that breaks the same one
 * @throws RangeError if it breaks none
 */
export function shrink(schedule: Schedule): Schedule {
  const found = breachOf(schedule)
  if (!found) throw new RangeError('shrink: the schedule breaks no invariant')
  // What happens after the breach has no part in it.
  const before = {
    ...schedule,
    deeds: schedule.deeds.filter((deed) => deed.atMs <= found.atMs),
  }
  return leaner(before, (other) => breachOf(other)?.invariant === found.invariant)
}
