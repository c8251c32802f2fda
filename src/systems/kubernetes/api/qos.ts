import type { PodSpec, PodStatus } from '../objects.ts'

const COUNTED = ['cpu', 'memory'] as const

/**
 * How well a pod's resources are promised: all of them, some, or none. It decides who goes first
 * when a node runs short.
 *
 * @param spec with requests filled in where limits stand alone
 */
export function qosOf({ containers }: PodSpec): NonNullable<PodStatus['qosClass']> {
  const asks = containers.map(({ resources }) => ({
    requests: resources?.requests ?? {},
    limits: resources?.limits ?? {},
  }))
  const asksNothing = asks.every(({ requests, limits }) =>
    COUNTED.every((what) => requests[what] === undefined && limits[what] === undefined),
  )
  if (asksNothing) return 'BestEffort'
  const promised = asks.every(({ requests, limits }) =>
    COUNTED.every((what) => limits[what] !== undefined && requests[what] === limits[what]),
  )
  return promised ? 'Guaranteed' : 'Burstable'
}
