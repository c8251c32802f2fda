import { use } from 'react'
import type { Widget } from '../frame/contract.ts'
import { arrivedWidget, loadWidget } from './registry.ts'

const asked = new Map<string, Promise<unknown>>()

/** Suspends until the scripts of these widgets are here. */
export function useWidgets(ids: readonly string[]) {
  if (ids.every(arrivedWidget)) return
  const key = ids.join(' ')
  const known = asked.get(key)
  const loading = known ?? Promise.all(ids.map(loadWidget))
  if (!known) {
    asked.set(key, loading)
    // One that did not arrive may be asked for again.
    loading.catch(() => asked.delete(key))
  }
  use(loading)
}

/** A widget by its id. Suspends until its script is here. */
export function useWidget(id: string): Widget {
  useWidgets([id])
  const widget = arrivedWidget(id)
  if (!widget) throw new RangeError(`useWidget: no widget "${id}"`)
  return widget
}
