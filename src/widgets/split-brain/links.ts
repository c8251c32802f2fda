import type { Course } from '../../frame/course.ts'
import { targetOf } from '../../frame/course.ts'
import type { SplitBrainAction } from '../../systems/split-brain/world.ts'

/** What can be cut, by its name in an address: whole links, and single directions between A and B. */
export const LINKS = {
  'a-b': ['A>B', 'B>A'],
  'a-w': ['A>W', 'W>A'],
  'b-w': ['B>W', 'W>B'],
  'a-fence-b': ['A#B'],
  'b-fence-a': ['B#A'],
  'a-to-b': ['A>B'],
  'b-to-a': ['B>A'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type LinkId = keyof typeof LINKS

export const LINK_IDS = Object.keys(LINKS) as readonly LinkId[]

export const NETWORK: readonly string[] = [...LINKS['a-b'], ...LINKS['a-w'], ...LINKS['b-w']]
export const MANAGEMENT: readonly string[] = [...LINKS['a-fence-b'], ...LINKS['b-fence-a']]

/** What a reader did, in the words of the world; nothing where there is no such thing. */
function actionOf(action: string): SplitBrainAction | undefined {
  for (const kind of ['cut', 'mend'] as const) {
    const target = LINK_IDS.find((id) => id === targetOf(kind, action))
    if (target) return { kind, links: LINKS[target] }
  }
  for (const kind of ['crash', 'restart'] as const) {
    const target = targetOf(kind, action)
    if (target === 'a' || target === 'b') return { kind, node: target === 'a' ? 'A' : 'B' }
  }
  return undefined
}

export const deedsOf = ({ deeds }: Course) =>
  deeds.flatMap(({ atMs, action: name }) => {
    const action = actionOf(name)
    return action ? [{ atMs, action }] : []
  })
