/** What the scheduler remembers beside the store. */
export interface SchedulerMemory {
  /** How often each pod could not be placed, and when it may be tried again, by key. */
  readonly backoff: Readonly<
    Record<string, { readonly attempts: number; readonly untilMs: number }>
  >
}
export const noScheduler: SchedulerMemory = { backoff: {} }
