import { useCallback, useEffect, useRef } from 'react'
import type { LaboratoryStore } from './laboratory.ts'

/** Puts a command into the terminal in front; one that is chosen before that is there waits for it. */
export function useOffer(store: LaboratoryStore | undefined): (command: string) => void {
  const waits = useRef<string>(undefined)
  useEffect(() => {
    if (store && waits.current !== undefined) store.getState().offer(waits.current)
    waits.current = undefined
  }, [store])
  return useCallback(
    (command: string) => {
      if (store) store.getState().offer(command)
      else waits.current = command
    },
    [store],
  )
}
