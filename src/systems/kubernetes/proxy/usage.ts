import { programOf } from '../kubelet/probes.ts'
import type { Pod } from '../objects.ts'
import type { World } from '../world.ts'

/** What an idle program and its memory come to. */
const IDLE_MILLICORES = 1
const IDLE_MEBIBYTES = 12
/** A program that answers as much as it can keeps one core busy. */
const BUSY_MILLICORES = 1000

/**
 * What a pod uses, as a metrics server would measure it: its share of the requests makes its work.
 *
 * @returns nothing where nothing of it runs
 */
export function usageOf(
  world: World,
  { metadata, spec }: Pod,
): { readonly millicores: number; readonly mebibytes: number } | undefined {
  const local = world.machines[spec.nodeName ?? '']?.pods[metadata.uid]
  if (!local?.containers.some(({ doing }) => doing.is === 'running')) return undefined
  const rates = Object.values(world.traffic.rates[local.ip ?? ''] ?? {})
  const rate = rates.reduce((sum, one) => sum + one, 0)
  const programs = spec.containers.flatMap((one) => programOf(one, world.profile) ?? [])
  const perSecond = programs.find((one) => one.serves)?.perSecond ?? Infinity
  return {
    millicores: IDLE_MILLICORES + Math.round(BUSY_MILLICORES * Math.min(1, rate / perSecond)),
    mebibytes: IDLE_MEBIBYTES * spec.containers.length,
  }
}
