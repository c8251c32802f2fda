import type { Course } from '../../frame/course.ts'
import { targetOf } from '../../frame/course.ts'
import type { SplitBrainAction } from '../../systems/split-brain/world.ts'

/** What can be cut, by its name in an address: whole links, and single directions between A and B. */
export const LINKS: Readonly<Record<string, readonly string[]>> = {
  'a-b': ['A>B', 'B>A'],
  'a-w': ['A>W', 'W>A'],
  'b-w': ['B>W', 'W>B'],
  'a-fence-b': ['A#B'],
  'b-fence-a': ['B#A'],
  'a-to-b': ['A>B'],
  'b-to-a': ['B>A'],
}

export const ALL_LINKS: readonly string[] = [
  ...new Set(Object.values(LINKS).flatMap((links) => links)),
]

const linksOf = (target: string | undefined): readonly string[] =>
  target !== undefined && Object.hasOwn(LINKS, target) ? (LINKS[target] ?? []) : []

/** What a reader did, in the words of the world; nothing where there is no such thing. */
function actionOf(action: string): SplitBrainAction | undefined {
  for (const kind of ['cut', 'mend'] as const) {
    const links = linksOf(targetOf(kind, action))
    if (links.length > 0) return { kind, links }
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
