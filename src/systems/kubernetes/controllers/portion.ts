import type { IntOrString } from '../objects.ts'

/**
 * A count as it is, or a percentage of a total made whole.
 *
 * @param round which way a fraction of a pod goes
 * @throws RangeError if a text is no percentage
 * @source k8s-deployments
 */
export function portionOf(value: IntOrString, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value
  const percent = /^(-?\d+)%$/.exec(value)?.[1]
  if (percent === undefined)
    throw new RangeError('invalid value for IntOrString: invalid type: string is not a percentage')
  const exact = (Number(percent) * total) / 100
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact)
}
