// npm run lab -- SESSION.txt [--compare]
// Replays the commands of a session that was recorded on a real cluster on ours, with the manifests
// beside it, and prints the transcript in the same form. With --compare it prints what differs
// instead, and exits 1 if anything does. Sessions of one folder were recorded one after another on
// one cluster: those with a smaller number are played first, unseen.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { differences } from '../src/systems/kubernetes/lab/compare.ts'
import { type Stage, stage, transcript } from '../src/systems/kubernetes/lab/replay.ts'
import { type Session, ageOfNodes, parseSession } from '../src/systems/kubernetes/lab/session.ts'

/** Any luck will do; this one is what tests replay too. */
const SEED = 1

/** Nodes are a few seconds old when a first session begins. */
const FIRST_MS = 3000

/** From one session to the next, where their texts do not tell. */
const BETWEEN_MS = 60_000

const isManifest = (name: string): boolean => /\.(ya?ml|json)$/.test(name)

const numberOf = (name: string): number => Number(/^s(\d+)/.exec(path.basename(name))?.[1] ?? NaN)

/** The sessions of the same folder that were recorded before this one, in their order. */
function before(file: string): readonly string[] {
  const folder = path.dirname(file)
  const own = numberOf(file)
  return readdirSync(folder)
    .filter((name) => /^s\d+.*\.txt$/.test(name) && numberOf(name) < own)
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .map((name) => path.join(folder, name))
}

/** When a session begins: nodes must be as old as it says. */
function startOf(session: Session, on: Stage): number {
  const earliest = on.nowMs() === 0 ? FIRST_MS : on.nowMs() + BETWEEN_MS
  const age = ageOfNodes(session)
  return age === undefined ? earliest : Math.max(on.nowMs() + 1000, age)
}

/** What the sessions have in common: a namespace and the application of the first one. */
const SCENE = { namespace: 'redundancy-lab', manifest: 'web-app.yaml' } as const

/** Sets up what a session takes for granted where the one that made it is not at hand. */
function setScene(session: Session, files: Readonly<Record<string, string>>, on: Stage): void {
  const commands = session.steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []))
  const uses = commands.some((command) => command.includes(`-n ${SCENE.namespace}`))
  const makes = commands.some((command) => /create (ns|namespace)/.test(command))
  if (!uses || makes || !Object.hasOwn(files, SCENE.manifest)) return
  on.prepare(`kubectl create namespace ${SCENE.namespace}`)
  on.prepare(`kubectl apply -f ${SCENE.manifest}`)
  on.prepare(`kubectl rollout status deployment/web-app -n ${SCENE.namespace}`)
}

/**
 * Replays a session file and prints it.
 *
 * @returns the exit code: 0, or 1 where `--compare` finds a difference, or 2 where nothing can be read
 */
export function main(args: readonly string[], print: (text: string) => void = console.log): number {
  const file = args.find((arg) => !arg.startsWith('-'))
  if (file === undefined) {
    print('Usage: npm run lab -- SESSION.txt [--compare]')
    return 2
  }
  const folder = path.dirname(file)
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter(isManifest)
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
  const on = stage(files, SEED)
  for (const earlier of before(file)) {
    const session = parseSession(readFileSync(earlier, 'utf8'))
    on.play(session, startOf(session, on))
  }
  const session = parseSession(readFileSync(file, 'utf8'))
  if (before(file).length === 0) setScene(session, files, on)
  const replay = on.play(session, startOf(session, on))
  if (!args.includes('--compare')) {
    print(transcript(replay))
    return 0
  }
  const found = differences(session, replay)
  for (const { command, missing, extra, exit } of found) {
    print(`$ ${command}`)
    for (const line of missing) print(`  - ${line}`)
    for (const line of extra) print(`  + ${line}`)
    if (exit) print(`  exit ${exit.ours} instead of ${exit.recorded}`)
  }
  const commands = session.steps.filter(({ kind }) => kind === 'command').length
  print(`${commands} commands: ${commands - found.length} the same, ${found.length} not`)
  return found.length === 0 ? 0 : 1
}
