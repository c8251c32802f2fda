import { createContext, useContext, useState } from 'react'

/** What a widget remembers of its reader between visits. The app keeps it; the frame only asks. */
export interface Memory {
  /** The option that the reader chose before the first move, and how to choose one. */
  readonly useGuess: (widget: string) => readonly [string | undefined, (option: string) => void]
}

/** Without an app around it a widget remembers for as long as it stands. */
const forgetful: Memory = {
  useGuess: () => useState<string | undefined>(undefined),
}

export const MemoryContext = createContext<Memory>(forgetful)
export const useGuess: Memory['useGuess'] = (widget) => useContext(MemoryContext).useGuess(widget)
