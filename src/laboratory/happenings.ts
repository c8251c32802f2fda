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

/** The name in a key, `namespace/name`. */
const nameIn = (key: string): string => key.split('/').at(-1) ?? key

/** What is told of a pod, with the node that it is on. */
function podWords({ key, what, node = '' }: Extract<ClusterNote, { note: 'pod' }>): string {
  const pod = nameIn(key)
  switch (what) {
    case 'created':
      return m.lab_event_pod_created({ pod })
    case 'placed':
      return m.lab_event_pod_placed({ pod, node })
    case 'started':
      return m.lab_event_pod_started({ pod, node })
    case 'restarted':
      return m.lab_event_pod_restarted({ pod, node })
    case 'ready':
      return m.lab_event_pod_ready({ pod, node })
    case 'not ready':
      return m.lab_event_pod_not_ready({ pod, node })
    case 'ending':
      return m.lab_event_pod_ending({ pod })
    case 'gone':
      return m.lab_event_pod_gone({ pod })
  }
}

const NODE_WORDS = {
  ready: m.lab_event_node_ready,
  'not ready': m.lab_event_node_not_ready,
  cordoned: m.lab_event_node_cordoned,
  uncordoned: m.lab_event_node_uncordoned,
} as const

const ROLLOUT_WORDS = {
  begun: m.lab_event_rollout_begun,
  done: m.lab_event_rollout_done,
  stuck: m.lab_event_rollout_stuck,
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
    case 'pod':
      return podWords(note)
    case 'node':
      return NODE_WORDS[note.what]({ node: note.name })
    case 'endpoints':
      return m.lab_event_endpoints({ service: nameIn(note.key), count: note.ready })
    case 'rollout':
      return ROLLOUT_WORDS[note.what]({ name: nameIn(note.key) })
    case 'traffic':
      return note.what === 'failing'
        ? m.lab_event_failing({ service: nameIn(note.service) })
        : m.lab_event_answered({ service: nameIn(note.service) })
    case 'exit':
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
