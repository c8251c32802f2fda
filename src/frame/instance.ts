import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Course, FIRST_COURSE, withDeed } from './course.ts'
import type { Value, Values } from './parameters.ts'

/** One widget on one page. Two copies of a widget have two of these. */
export interface Instance {
  readonly values: Values
  /** Where a figure that runs stands; the first course for one that does not. */
  readonly course: Course
  readonly set: (key: string, value: Value) => void
  /** Puts everything at once: a scene, a reset, an address. */
  readonly show: (values: Values, course?: Course) => void
  /** Moves the playhead; nothing lets the figure rest of itself again. */
  readonly go: (atMs: number | undefined) => void
  /** Does something to the running world, now. */
  readonly act: (action: string, atMs: number) => void
  /** Runs the same again, with what was done to it, under other luck. */
  readonly reseed: (seed: number) => void
}

export type InstanceStore = StoreApi<Instance>

export const createInstance = (first: Values, course = FIRST_COURSE): InstanceStore =>
  createStore<Instance>()((put) => ({
    values: first,
    course,
    set: (key, value) => put(({ values }) => ({ values: { ...values, [key]: value } })),
    show: (values, next = FIRST_COURSE) => put({ values, course: next }),
    go: (atMs) =>
      put((now) => {
        const { seed, deeds } = now.course
        return { course: { seed, deeds, ...(atMs === undefined ? {} : { atMs }) } }
      }),
    act: (action, atMs) => put((now) => ({ course: withDeed(now.course, { action, atMs }) })),
    reseed: (seed) => put(({ course }) => ({ course: { ...course, seed } })),
  }))
