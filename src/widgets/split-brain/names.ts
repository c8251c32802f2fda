import * as m from '#messages/messages.js'
import type { Arbitration, NodeId, VoterId } from '../../systems/split-brain/world.ts'
import type { Subject, Target } from '../../frame/contract.ts'
import { LINK_IDS, type LinkId, LINKS } from './links.ts'
import { type SplitBrainModel, worldAt } from './model.ts'
import { type State, stateOf } from './spells.ts'

const STATES: Readonly<Record<State, () => string>> = {
  leads: m.split_brain_leads,
  alone: m.split_brain_alone,
  waits: m.split_brain_waits,
  both: m.split_brain_both,
  standby: m.split_brain_standby,
  silent: m.split_brain_silent,
  down: m.split_brain_down,
}

export const stateName = (state: State): string => STATES[state]()

export const nodeName = (id: NodeId): string =>
  id === 'A' ? m.split_brain_node_a() : m.split_brain_node_b()

export const voterName = (id: VoterId): string =>
  id === 'W' ? m.split_brain_witness() : nodeName(id)

const LINK_NAMES: Readonly<Record<LinkId, () => string>> = {
  'a-b': m.split_brain_link_ab,
  'a-w': m.split_brain_link_aw,
  'b-w': m.split_brain_link_bw,
  'a-fence-b': m.split_brain_link_afb,
  'b-fence-a': m.split_brain_link_bfa,
  'a-to-b': m.split_brain_link_atob,
  'b-to-a': m.split_brain_link_btoa,
}

/** What a set of directions is called, in as few names as will do. */
export function linkNames(directions: readonly string[]): string {
  const left = new Set(directions)
  const names: string[] = []
  for (const id of LINK_IDS) {
    const links: readonly string[] = LINKS[id]
    if (!links.every((link) => left.has(link))) continue
    for (const link of links) left.delete(link)
    names.push(LINK_NAMES[id]())
  }
  return names.join('; ')
}

/** Links that there are under one rule only. */
const ONLY: Readonly<Partial<Record<LinkId, Arbitration>>> = {
  'a-w': 'witness',
  'b-w': 'witness',
  'a-fence-b': 'fence',
  'b-fence-a': 'fence',
}

/** The links that there are under a rule. */
const linksThere = ({ parameters: { arbitration } }: SplitBrainModel): readonly LinkId[] =>
  LINK_IDS.filter((id) => (ONLY[id] ?? arbitration) === arbitration)

/** Whether any of a link is cut. */
export const isCut = (cut: readonly string[], id: LinkId): boolean =>
  LINKS[id].some((link) => cut.includes(link))

const linkTargets = (model: SplitBrainModel, atMs: number): readonly Target[] => {
  const { cut } = worldAt(model, atMs)
  return linksThere(model).map((id) => {
    const link = LINK_NAMES[id]()
    return { id, label: isCut(cut, id) ? m.split_brain_link_now_cut({ link }) : link }
  })
}

const nodeTargets = (model: SplitBrainModel, atMs: number): readonly Target[] => {
  const world = worldAt(model, atMs)
  return (['A', 'B'] as const).map((id) => ({
    id: id.toLowerCase(),
    label: m.split_brain_server_now({
      node: nodeName(id),
      state: stateName(stateOf(world, id, atMs)),
    }),
  }))
}

/** What in the picture something can be done to. */
export const subjects: readonly Subject<SplitBrainModel>[] = [
  {
    id: 'link',
    label: m.split_brain_link,
    targets: linkTargets,
    actions: [
      { id: 'cut', label: m.split_brain_cut },
      { id: 'mend', label: m.split_brain_mend },
    ],
  },
  {
    id: 'server',
    label: m.split_brain_server,
    targets: nodeTargets,
    actions: [
      { id: 'crash', label: m.split_brain_crash },
      { id: 'restart', label: m.split_brain_restart },
    ],
  },
]
