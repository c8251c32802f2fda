import * as m from '#messages/messages.js'
import { getLocale } from '#messages/runtime.js'
import type {
  QuorumAction,
  QuorumNote,
  QuorumParameters,
} from '../../systems/quorum-store/world.ts'
import { listed } from '../../ui/format.ts'
import { whole } from '../words.ts'
import { QuorumFigure } from './QuorumFigure.tsx'
import { type QuorumRun, quorumRun } from './quorum-run.ts'
import type { Broken, Replay } from './replay.ts'

/** What was done to the store, in words. */
function deedText(action: QuorumAction, version: number): string | undefined {
  switch (action.kind) {
    case 'write':
      return m.implement_quorum_event_write({ version: whole(version) })
    case 'read':
      return m.implement_quorum_event_read()
    case 'reach':
      return action.nodes.length === 0
        ? m.implement_quorum_event_reach_none()
        : m.implement_quorum_event_reach({ copies: listed(getLocale(), action.nodes) })
    case 'heal':
      return m.implement_quorum_event_healed()
    default:
      return undefined
  }
}

function noteText(note: QuorumNote, due: number): string | undefined {
  switch (note.kind) {
    case 'wrote':
      return m.implement_quorum_event_wrote({ version: whole(note.version) })
    case 'read':
      return note.stale
        ? m.implement_quorum_event_stale({ version: whole(note.version), due: whole(due) })
        : m.implement_quorum_event_answered({ version: whole(note.version) })
    case 'failed-write':
      return m.implement_quorum_event_failed_write({ version: whole(note.version) })
    case 'failed-read':
      return m.implement_quorum_event_failed_read()
    case 'crashed':
      return m.implement_quorum_event_crashed({ copy: note.node })
    case 'restarted':
      return m.implement_quorum_event_restarted({ copy: note.node })
    default:
      return undefined
  }
}

function entriesOf({ parameters: { n, write }, deeds, entries, operations }: QuorumRun) {
  const begins = m.implement_quorum_event_begins({ n: whole(n), w: whole(write) })
  let written = 0
  const done = deeds.map(({ atMs, action }) => {
    if (action.kind === 'write') written += 1
    return { atMs, text: deedText(action, written) }
  })
  const noted = entries.map(({ atMs, note }) => {
    const read = operations.find(({ kind, endMs }) => kind === 'read' && endMs === atMs)
    return { atMs, text: noteText(note, read?.due ?? 0) }
  })
  return [{ atMs: 0, text: begins }, ...done, ...noted]
    .flatMap(({ atMs, text }) => (text === undefined ? [] : [{ atMs, text }]))
    .toSorted((one, other) => one.atMs - other.atMs)
}

/** The quorum that the reader counted, with everything that befell it. */
export function replay(broken: Broken<QuorumParameters, QuorumAction>): Replay {
  const run = quorumRun(broken)
  return {
    timeline: {
      lengthMs: run.lengthMs,
      restMs: broken.breach.atMs,
      pace: 100,
      entries: entriesOf(run),
    },
    figure: (atMs) => <QuorumFigure run={run} atMs={atMs} />,
  }
}
