import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Value, Values } from './parameters.ts'

/** One widget on one page. Two copies of a widget have two of these. */
export interface Instance {
  readonly values: Values
  readonly set: (key: string, value: Value) => void
  /** Puts every value at once: a scene, a reset, an address. */
  readonly show: (values: Values) => void
}

export type InstanceStore = StoreApi<Instance>

export const createInstance = (first: Values): InstanceStore =>
  createStore<Instance>()((put) => ({
    values: first,
    set: (key, value) => put(({ values }) => ({ values: { ...values, [key]: value } })),
    show: (values) => put({ values }),
  }))
