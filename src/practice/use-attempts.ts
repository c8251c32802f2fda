import { useEffect } from 'react'
import { useStore } from 'zustand'
import { openAttempts } from './database.ts'
import { type Channel, createAttemptStore, type Memory, type Ports } from './store.ts'

const CHANNEL = 'still-flying-practice'
const PATIENCE_MS = 4000

/** Hears other tabs where the browser can, and looks again whenever the page comes back into sight. */
function listen(heard: () => void): Channel {
  const seen = () => {
    if (document.visibilityState === 'visible') heard()
  }
  document.addEventListener('visibilitychange', seen)
  addEventListener('pageshow', seen)
  const channel = channelOf()
  channel?.addEventListener('message', heard)
  return {
    tell: channel?.postMessage.bind(channel, 'changed') ?? (() => undefined),
    close: () => {
      channel?.close()
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('pageshow', seen)
    },
  }
}

function channelOf(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return undefined
  }
}

async function persist() {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
  } catch {
    // Where it cannot be asked for, the browser keeps things as long as it likes.
  }
}

const ports = (): Ports => ({
  database: openAttempts(() => indexedDB),
  listen,
  persist: () => void persist(),
  patienceMs: PATIENCE_MS,
})

/** The attempts of this browser. Nothing is opened before the first `start` or `record`. */
export const attemptStore = createAttemptStore(ports)

/** A part of what is remembered; `loading` and empty while prerendering and until it has been read. */
export function useAttempts<T>(select: (memory: Memory) => T): T {
  useEffect(() => attemptStore.start(), [])
  return useStore(attemptStore, select)
}
