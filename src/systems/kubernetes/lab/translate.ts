import type { World } from '../world.ts'
import type { Session } from './session.ts'

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789'

/** The name of a Deployment's pod, or of its replica set: base, hash, and for a pod five letters. */
const GENERATED = new RegExp(
  `\\b([a-z][a-z0-9-]*?)-([${LETTERS}]{8,10})(?:-([${LETTERS}]{5}))?(?![\\w-])`,
  'g',
)

const textsOf = ({ steps }: Session): readonly string[] =>
  steps.flatMap((step) => (step.kind === 'command' ? step.lines.map(({ text }) => text) : []))

/** The node that a session shows a pod on, as last seen. */
const nodeOf = (texts: readonly string[], pod: string): string | undefined =>
  texts.flatMap((text) => (text.includes(pod) ? (/ (node-\d+) /.exec(text)?.[1] ?? []) : [])).at(-1)

/**
 * Puts the names of our cluster into a recorded command: a pod of the same Deployment on the same
 * node for a pod, and of replica sets the one that came at the same turn.
 *
 * @param known pods that were put in before, by their recorded names; added to
 */
export function translated(
  command: string,
  session: Session,
  world: World,
  known: Map<string, string>,
): string {
  const texts = textsOf(session)
  const replicaSet = (base: string, hash: string): string | undefined => {
    const hashes = texts.flatMap((text) =>
      [...text.matchAll(GENERATED)].flatMap((match) => (match[1] === base ? (match[2] ?? []) : [])),
    )
    const turn = [...new Set(hashes)].indexOf(hash)
    const ours = Object.values(world.store.tables.replicasets)
      .filter(({ metadata }) => metadata.ownerReferences?.[0]?.name === base)
      .toSorted((a, b) => Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion))
      .toSorted((a, b) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? -1 : 1))
    return ours[Math.max(0, turn)]?.metadata.name
  }
  const pod = (name: string, base: string): string | undefined => {
    const before = known.get(name)
    if (before !== undefined) return before
    const taken = new Set(known.values())
    const ours = Object.values(world.store.tables.pods).filter(
      ({ metadata }) => metadata.name.startsWith(`${base}-`) && !taken.has(metadata.name),
    )
    const node = nodeOf(texts, name)
    const found = ours.find(({ spec }) => spec.nodeName === node) ?? ours[0]
    if (found) known.set(name, found.metadata.name)
    return found?.metadata.name
  }
  return command.replaceAll(GENERATED, (name: string, base: string, hash: string, end?: string) => {
    const ours = end === undefined ? replicaSet(base, hash) : pod(name, base)
    return ours ?? name
  })
}
