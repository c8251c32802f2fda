import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { View } from './contract.ts'
import type { InstanceStore } from './instance.ts'
import styles from './WidgetFrame.module.css'

/** The picture. It alone follows the playhead, so that a running figure draws nothing else anew. */
export function Stage({
  view,
  guess,
  store,
}: {
  readonly view: View
  readonly guess: string | undefined
  readonly store: InstanceStore
}) {
  const atMs = useStore(store, ({ course }) => course.atMs)
  const restMs = view.timeline?.restMs
  const act = useCallback(
    (action: string) => {
      const state = store.getState()
      state.act(action, Math.round(state.course.atMs ?? restMs ?? 0))
    },
    [store, restMs],
  )
  return (
    <div className={styles['stage']} role="img" aria-label={view.description}>
      {view.figure(guess, atMs, restMs === undefined ? undefined : act, store.getState().set)}
    </div>
  )
}
