import { type Replay, type Stage, stage } from './replay.ts'
import { ageOfNodes, parseSession, type Session } from './session.ts'

/** A folder of recorded sessions and the manifests that they apply: texts by file name. */
export type Folder = Readonly<Record<string, string>>

/** Nodes are a few seconds old when a first session begins. */
const FIRST_MS = 3000

/** From one session to the next, where their texts do not tell. */
const BETWEEN_MS = 60_000

/**
 * The luck with which the three sessions that are copied here differ least from their recordings:
 * the best of the first thousand seeds.
 */
export const NEAREST_LUCK = 710

/** What the sessions have in common: a namespace and the application of the first one. */
const SCENE = { namespace: 'redundancy-lab', manifest: 'web-app.yaml' } as const

/** A session beside what our cluster made of it. */
export interface Act {
  readonly name: string
  readonly session: Session
  readonly replay: Replay
}

const numberOf = (name: string): number => Number(/^s(\d+)/.exec(name)?.[1] ?? NaN)

/** The sessions of a folder that were recorded before this one, in their order. */
function before(folder: Folder, name: string): readonly string[] {
  return Object.keys(folder)
    .filter((one) => /^s\d+.*\.txt$/.test(one) && numberOf(one) < numberOf(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b))
}

/** When a session begins: nodes must be as old as it says. */
function startOf(session: Session, on: Stage): number {
  const earliest = on.nowMs() === 0 ? FIRST_MS : on.nowMs() + BETWEEN_MS
  const age = ageOfNodes(session)
  return age === undefined ? earliest : Math.max(on.nowMs() + 1000, age)
}

/** Sets up what a session takes for granted where the one that made it is not at hand. */
function setScene(session: Session, folder: Folder, on: Stage): void {
  const commands = session.steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []))
  const uses = commands.some((command) => command.includes(`-n ${SCENE.namespace}`))
  const makes = commands.some((command) => /create (ns|namespace)/.test(command))
  if (!uses || makes || !Object.hasOwn(folder, SCENE.manifest)) return
  on.prepare(`kubectl create namespace ${SCENE.namespace}`)
  on.prepare(`kubectl apply -f ${SCENE.manifest}`)
  on.prepare(`kubectl rollout status deployment/web-app -n ${SCENE.namespace}`)
}

/**
 * Replays a session. Those of one folder were recorded one after another on one cluster, so those
 * with a smaller number are played first.
 *
 * @param name of the session's file in the folder
 * @param seed luck, as everywhere
 * @returns all that was played; the last one is the session asked for
 * @throws RangeError if the folder has no such file
 */
export function chain(folder: Folder, name: string, seed: number): readonly Act[] {
  const earlier = before(folder, name)
  const on = stage(folder, seed)
  return [...earlier, name].map((one) => {
    const text = folder[one]
    if (text === undefined) throw new RangeError(`chain: no session ${one}`)
    const session = parseSession(text)
    if (earlier.length === 0) setScene(session, folder, on)
    return { name: one, session, replay: on.play(session, startOf(session, on)) }
  })
}
