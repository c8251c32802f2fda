import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import type { QuorumNote } from '../../systems/quorum-store/world.ts'
import { backwardReads, staleReads } from './describe.ts'
import type { QuorumModel } from './model.ts'
import { messageName, names, versionName, whole } from './words.ts'

function readSentence(note: Extract<QuorumNote, { kind: 'read' }>): string {
  const said = { version: versionName(note.version) }
  if (note.stale) return m.quorum_store_event_stale(said)
  return note.backwards ? m.quorum_store_event_backwards(said) : m.quorum_store_event_read(said)
}

/** Model milliseconds in a second of the reader’s. */
const PACES = { story: 120, stream: 600 } as const

/** An event in words. */
function sentence(note: QuorumNote): string {
  switch (note.kind) {
    case 'wrote':
      return m.quorum_store_event_wrote({ version: versionName(note.version) })
    case 'failed-write':
      return m.quorum_store_event_failed_write({ version: versionName(note.version) })
    case 'read':
      return readSentence(note)
    case 'failed-read':
      return m.quorum_store_event_failed_read()
    case 'repaired':
      return m.quorum_store_event_repaired({
        node: note.node,
        version: versionName(note.version),
      })
    case 'handed-off':
      return m.quorum_store_event_handed_off({
        node: note.node,
        version: versionName(note.version),
      })
    case 'hinted':
      return m.quorum_store_event_hinted({
        node: note.node,
        owner: note.owner,
        version: versionName(note.version),
      })
    case 'crashed':
      return m.quorum_store_event_crashed({ node: note.node })
    case 'restarted':
      return m.quorum_store_event_restarted({ node: note.node })
    case 'slowed':
      return note.times > 1
        ? m.quorum_store_event_slowed({ node: note.node, times: whole(note.times) })
        : m.quorum_store_event_quickened({ node: note.node })
    case 'cut':
      return m.quorum_store_event_cut({ node: note.node })
    case 'joined':
      return m.quorum_store_event_joined({ node: note.node })
    case 'partitioned':
      return m.quorum_store_event_partitioned({ nodes: names(note.reached) })
    case 'healed':
      return m.quorum_store_event_healed()
    case 'lost': {
      const { message, from, to } = note.flight
      return m.quorum_store_event_lost({ message: messageName(message, from, to) })
    }
    case 'delayed': {
      const { message, from, to } = note.flight
      return m.quorum_store_event_delayed({ message: messageName(message, from, to) })
    }
  }
}

/**
 * The moment that makes the point: the answer of a read that is stale or goes back, or else of the
 * last read or write that was answered.
 */
function restOf(model: QuorumModel): number {
  const [wrong] = [...staleReads(model), ...backwardReads(model)]
  const last = model.operations.findLast(({ endMs }) => endMs !== undefined)
  return (wrong ?? last)?.endMs ?? 0
}

/** Where each operation begins: the world notes only how it ends. */
const beginnings = ({ operations, world }: QuorumModel) =>
  operations.map(({ kind, version, startMs }) => ({
    atMs: startMs,
    text:
      kind === 'write'
        ? m.quorum_store_event_begins_write({
            version: versionName(version),
            w: whole(world.write),
          })
        : m.quorum_store_event_begins_read({ r: whole(world.read) }),
  }))

/** How the run lies in time. What is lost is in the table, and too small a thing to walk to. */
export function timeline(model: QuorumModel): Timeline {
  const said = model.entries.map(({ atMs, note }) => ({ atMs, text: sentence(note), note }))
  const together = (notes: typeof said) =>
    [...notes.map(({ atMs, text }) => ({ atMs, text })), ...beginnings(model)].toSorted(
      (one, other) => one.atMs - other.atMs,
    )
  const walk = together(said.filter(({ note }) => note.kind !== 'lost'))
  return {
    lengthMs: model.lengthMs,
    restMs: restOf(model),
    pace: PACES[model.values.planned === 'stream' ? 'stream' : 'story'],
    chance: true,
    entries: together(said),
    ...(model.values.planned !== 'stream' && walk.length > 0 && { walk }),
  }
}
