import type { Pod } from './objects.ts'
import { quantityMillis, quantityUnits } from './quantity.ts'

/** What a pod asks for, or may use at most, all its containers together. */
export interface PodResources {
  /** Thousandths of a processor. */
  readonly cpu: number
  /** Bytes. */
  readonly memory: number
}

/** Pods are never changed in place, so what was worked out of one stays true. */
const known = new WeakMap<Pod['spec'], PodResources>()

function total(spec: Pod['spec'], of: 'requests' | 'limits'): PodResources {
  let cpu = 0
  let memory = 0
  for (const { resources } of spec.containers) {
    const list = resources?.[of]
    if (list?.['cpu'] !== undefined) cpu += quantityMillis(list['cpu'])
    if (list?.['memory'] !== undefined) memory += quantityUnits(list['memory'])
  }
  return { cpu, memory }
}

/** What a pod requests; 0 of what it does not name. */
export function requestsOf({ spec }: Pod): PodResources {
  const before = known.get(spec)
  if (before) return before
  const requests = total(spec, 'requests')
  known.set(spec, requests)
  return requests
}

/** What a pod is limited to; containers without a limit add nothing. */
export const limitsOf = ({ spec }: Pod): PodResources => total(spec, 'limits')
