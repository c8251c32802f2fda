import { useRef, useState } from 'react'
import { MOST_BYTES, readFile, type ReadFile } from '../transfer.ts'

/** A file that the reader chose, once it has been read. */
export interface Chosen {
  readonly name: string
  readonly read: ReadFile
}

async function readChosen(file: File): Promise<ReadFile> {
  // Asked before anything of it is in memory.
  if (file.size > MOST_BYTES) return { problem: 'too-large' }
  try {
    return readFile(await file.text())
  } catch {
    return { problem: 'unreadable' }
  }
}

/** The file chosen last; what an earlier one comes to does not matter any more. */
export function useChosenFile() {
  const [chosen, setChosen] = useState<Chosen>()
  const turn = useRef(0)
  return {
    chosen,
    async choose(file: File) {
      const mine = ++turn.current
      const read = await readChosen(file)
      if (mine === turn.current) setChosen({ name: file.name, read })
    },
    forget() {
      turn.current += 1
      setChosen(undefined)
    },
  }
}
