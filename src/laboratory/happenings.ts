import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type { ClusterNote } from '../systems/kubernetes/world.ts'
import { listed } from '../ui/format.ts'
import type { ClusterEntry } from './session.ts'

/** One line of the table of events. */
export interface Happening {
  readonly atMs: number
  readonly text: string
}

/** Many lines would be looked through by nobody. */
const MOST = 200

const CHANGED = {
  ADDED: m.lab_event_added,
  MODIFIED: m.lab_event_modified,
  DELETED: m.lab_event_deleted,
} as const

/** What is noted, in words; nothing for what terminals show by themselves. */
export function wordsFor(note: ClusterNote): string | undefined {
  switch (note.note) {
    case 'output':
      return note.stream === 'typed'
        ? m.lab_event_typed({ shell: note.shell, text: note.text.trim() })
        : undefined
    case 'power':
      return note.on
        ? m.lab_event_power_on({ node: note.node })
        : m.lab_event_power_off({ node: note.node })
    case 'link': {
      const nodes = listed(getLocale(), note.nodes)
      return note.up ? m.lab_event_mended({ nodes }) : m.lab_event_cut({ nodes })
    }
    case 'probe': {
      const { pod, probe } = note
      return note.works ? m.lab_event_healed({ pod, probe }) : m.lab_event_broken({ pod, probe })
    }
    case 'change':
      return CHANGED[note.type]({ resource: note.resource, key: note.key })
    case 'traffic':
      return note.what === 'failing'
        ? m.lab_event_failing({ service: note.service })
        : m.lab_event_answered({ service: note.service })
    case 'exit':
    case 'answer':
      return undefined
  }
}

/** The latest events, in the order in which they happened. */
export function happenings(entries: readonly ClusterEntry[]): readonly Happening[] {
  const found: Happening[] = []
  for (let index = entries.length - 1; index >= 0 && found.length < MOST; index -= 1) {
    const entry = entries[index]
    const text = entry && wordsFor(entry.note)
    if (entry && text !== undefined) found.push({ atMs: entry.atMs, text })
  }
  return found.reverse()
}
