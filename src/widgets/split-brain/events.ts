import * as m from '#messages/messages.js'
import type { Timeline } from '../../frame/contract.ts'
import { NODES, type SplitBrainNote } from '../../systems/split-brain/world.ts'
import { HEALED_MS, LENGTH_MS, STRUCK_MS } from './fixed.ts'
import type { SplitBrainModel } from './model.ts'
import { linkNames, nodeName, voterName } from './names.ts'
import { invariantName, whole } from './words.ts'

/** An event in words. */
function sentence(note: SplitBrainNote): string {
  switch (note.kind) {
    case 'promoted':
      return m.split_brain_event_promoted({ node: nodeName(note.node), epoch: whole(note.epoch) })
    case 'voted':
      return m.split_brain_event_voted({ voter: voterName(note.voter), node: nodeName(note.node) })
    case 'refused':
      return m.split_brain_event_refused({
        voter: voterName(note.voter),
        node: nodeName(note.node),
      })
    case 'cut':
      return m.split_brain_event_cut({ links: linkNames(note.links) })
    case 'mended':
      return m.split_brain_event_mended({ links: linkNames(note.links) })
    case 'discarded':
      return m.split_brain_event_discarded({
        node: nodeName(note.node),
        count: whole(note.count),
        answered: whole(note.answered),
      })
    case 'breach':
      return m.split_brain_event_breach({ rule: invariantName(note.invariant) })
    default:
      return OF_NODE[note.kind]({ node: nodeName(note.node) })
  }
}

type OfNode = Exclude<
  SplitBrainNote['kind'],
  'promoted' | 'voted' | 'refused' | 'cut' | 'mended' | 'discarded' | 'breach'
>

const OF_NODE: Readonly<Record<OfNode, (words: { node: string }) => string>> = {
  'steps-down': m.split_brain_event_steps_down,
  stops: m.split_brain_event_stops,
  'asks-alone': m.split_brain_event_asks,
  'goes-alone': m.split_brain_event_alone,
  together: m.split_brain_event_together,
  'orders-off': m.split_brain_event_orders,
  'fence-failed': m.split_brain_event_failed,
  'powered-off': m.split_brain_event_powered,
  rebooted: m.split_brain_event_rebooted,
  crashed: m.split_brain_event_crashed,
  restarted: m.split_brain_event_restarted,
}

/** What a node tries again and again is told once, until something changes. */
const TRIED: ReadonlySet<SplitBrainNote['kind']> = new Set([
  'refused',
  'voted',
  'orders-off',
  'fence-failed',
])
const CHANGES: ReadonlySet<SplitBrainNote['kind']> = new Set([
  'cut',
  'mended',
  'crashed',
  'restarted',
  'rebooted',
  'promoted',
])

function told({ entries }: SplitBrainModel) {
  const tried = new Set<string>()
  return entries.filter(({ note }) => {
    if (CHANGES.has(note.kind)) tried.clear()
    if (!TRIED.has(note.kind)) return true
    const text = sentence(note)
    if (tried.has(text)) return false
    tried.add(text)
    return true
  })
}

/** Just before everything is mended: what the trouble has led to can be seen whole. */
const BEFORE_MS = HEALED_MS - 50

function restMs({ values, last, moments }: SplitBrainModel): number {
  if (values.planned === 'nothing') return STRUCK_MS
  const bothOff = moments.find(({ world: { nodes } }) =>
    NODES.every((id) => nodes[id].life.condition === 'down'),
  )
  if (bothOff) return bothOff.atMs
  const lost = last.breaches.nothingLost
  return lost !== undefined && last.breaches.onePrimary === undefined
    ? Math.min(LENGTH_MS, lost + 50)
    : BEFORE_MS
}

/** How the run lies in time. */
export const timeline = (model: SplitBrainModel): Timeline => ({
  lengthMs: LENGTH_MS,
  restMs: restMs(model),
  pace: 1000,
  chance: true,
  entries: told(model).map(({ atMs, note }) => ({ atMs, text: sentence(note) })),
})
