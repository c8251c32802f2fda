import { keyOfObject } from '../api/client.ts'
import type { Pod } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import type { Turn } from '../turn.ts'
import { priorityOf } from './priority.ts'

/** What is remembered of a pod that could not be placed. */
export interface Waiter {
  /** How often it was tried. */
  readonly attempts: number
  /** Before this it is not tried again, whatever happens. */
  readonly untilMs: number
  /** Whether it waits for something to change first. */
  readonly parked: boolean
  /** Which changes of other pods are a reason to try it. */
  readonly helpedBy: { readonly leaving: boolean; readonly coming: boolean }
  /** The event that told of it last: of which state of the pod, how often, and when. */
  readonly told: { readonly version: string; readonly times: number; readonly atMs: number }
}

/** What the scheduler remembers beside the store. */
export interface SchedulerMemory {
  /** Pods that could not be placed, by key. */
  readonly waiting: Readonly<Record<string, Waiter>>
}
export const noScheduler: SchedulerMemory = { waiting: {} }

const LONGEST_MS = 10_000

/**
 * How long a pod rests after so many attempts: 1 s, doubled each time, at most 10 s. Today's scheduler
 * takes those that rest as soon as it has nothing else to do, which here is always so.
 */
export const restMs = (attempts: number, profile: ProfileName): number =>
  profile === '1.20' ? Math.min(LONGEST_MS, 1000 * 2 ** (attempts - 1)) : 0

/** How often those that rest are looked at. */
const TICK_MS = 1000

/**
 * After how long a pod is tried again although nothing changed: it has to have waited a minute,
 * today five, and that is asked every half minute.
 */
export const leftoverMs = (profile: ProfileName): number => (profile === '1.20' ? 60_000 : 300_000)

/** When a pod that has rested is taken up: the scheduler of 1.20 looks once a second. */
export const wakesAtMs = (untilMs: number, profile: ProfileName): number =>
  profile === '1.20' ? Math.ceil(untilMs / TICK_MS) * TICK_MS : untilMs

export function remember(turn: Turn, key: string, waiter: Waiter | undefined): void {
  const { waiting } = turn.world().scheduler
  if (waiter === undefined && !Object.hasOwn(waiting, key)) return
  const { [key]: _, ...others } = waiting
  turn.put('scheduler', {
    waiting: waiter === undefined ? others : { ...others, [key]: waiter },
  })
}

export const waiterOf = (turn: Turn, key: string): Waiter | undefined => {
  const { waiting } = turn.world().scheduler
  return Object.hasOwn(waiting, key) ? waiting[key] : undefined
}

/** Whether a pod is one that this scheduler has to place. */
export const isOurs = ({ metadata, spec, status }: Pod): boolean =>
  spec.nodeName === undefined &&
  metadata.deletionTimestamp === undefined &&
  status.phase === 'Pending' &&
  (spec.schedulerName ?? 'default-scheduler') === 'default-scheduler'

/** The pod whose turn it is: the most important one that may be tried, and of these the first. */
export function headOf(turn: Turn): Pod | undefined {
  const { pods } = turn.world().store.tables
  let head: Pod | undefined
  let headRank: readonly [number, number, number] = [0, 0, 0]
  for (const pod of Object.values(pods)) {
    if (!isOurs(pod)) continue
    const waiter = waiterOf(turn, keyOfObject(pod))
    if (waiter && (waiter.parked || waiter.untilMs > turn.nowMs)) continue
    const rank = [
      -priorityOf(pod),
      waiter?.untilMs ?? 0,
      Number(pod.metadata.resourceVersion),
    ] as const
    const at = rank.findIndex((value, index) => value !== headRank[index])
    if (head === undefined || (at >= 0 && (rank[at] ?? 0) < (headRank[at] ?? 0))) {
      head = pod
      headRank = rank
    }
  }
  return head
}

/** Takes a call for a pod back: it is its turn already. */
export function served(turn: Turn, key: string): void {
  const { pending } = turn.world()
  const { [key]: _, ...calls } = pending.scheduler ?? {}
  turn.put('pending', { ...pending, scheduler: calls })
}
