import { inTouch } from '../kubelet/machine.ts'
import { programOf } from '../kubelet/probes.ts'
import type { Pod } from '../objects.ts'
import type { World } from '../world.ts'

/** Of a pod or a node. */
export interface Usage {
  readonly millicores: number
  readonly mebibytes: number
}

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
function usageOf(world: World, { metadata, spec }: Pod): Usage | undefined {
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

/** How often a metrics server asks the kubelets. */
const SCRAPE_MS = 15_000
/** A container that is younger when it is asked for has no rate to tell yet. */
const FRESH_MS = 10_000

/** What the node's own programs use: kubelet, container runtime, system. */
const SYSTEM_MILLICORES = 35
const SYSTEM_MEBIBYTES = 210

/** When the metrics server asked last. */
export const scrapedMs = (nowMs: number): number => Math.floor(nowMs / SCRAPE_MS) * SCRAPE_MS

/**
 * What the metrics server tells of a pod. Modelled, not measured: what `usageOf` works out.
 *
 * @returns nothing before it has asked a kubelet that answers, or where containers are still fresh
 */
export function scrapedUsageOf(world: World, pod: Pod, nowMs: number): Usage | undefined {
  const machine = world.machines[pod.spec.nodeName ?? '']
  const local = machine?.pods[pod.metadata.uid]
  if (!machine || !inTouch(machine) || !local) return undefined
  const lasts = local.containers.every(
    ({ doing }) => doing.is === 'running' && doing.startedMs + FRESH_MS <= scrapedMs(nowMs),
  )
  return lasts ? usageOf(world, pod) : undefined
}

/** What the metrics server tells of a node: its own programs, and all that run for pods. */
export function scrapedNodeUsageOf(world: World, node: string, nowMs: number): Usage | undefined {
  const machine = world.machines[node]
  if (!machine || !inTouch(machine)) return undefined
  const { upSinceMs } = machine
  if (upSinceMs === null || upSinceMs + FRESH_MS > scrapedMs(nowMs)) return undefined
  const pods = Object.values(world.store.tables.pods).filter(({ spec }) => spec.nodeName === node)
  return pods
    .flatMap((pod) => usageOf(world, pod) ?? [])
    .reduce(
      (sum, one) => ({
        millicores: sum.millicores + one.millicores,
        mebibytes: sum.mebibytes + one.mebibytes,
      }),
      { millicores: SYSTEM_MILLICORES, mebibytes: SYSTEM_MEBIBYTES },
    )
}
