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
  return (
    <div className={styles['stage']} role="img" aria-label={view.description}>
      {view.figure(guess, atMs)}
    </div>
  )
}
