import { type Entry, type Machine, machine } from '../../../simulation/machine.ts'
import { MANUAL } from '../printing/manual/whole.ts'
import { cluster } from '../rules.ts'
import type {
  ClusterAction,
  ClusterEvent,
  ClusterNote,
  ClusterParameters,
  World,
} from '../world.ts'
import { actionsOf } from './befall.ts'
import { translated } from './translate.ts'
import type { Session, SessionLine, SessionWatch } from './session.ts'

/** The cluster that sessions were recorded on: three nodes of 2 CPU and 2 GiB in three zones. */
export const RECORDED_NODES: ClusterParameters['nodes'] = ['a', 'b', 'c'].map((zone, index) => ({
  name: `node-${index + 1}`,
  zone: `zone-${zone}`,
  cpu: '2',
  memory: '2Gi',
}))

/** The last command of a session is interrupted after this long. */
const LONGEST_MS = 20 * 60_000
/** The others when so much more time has passed than from theirs to the next one as recorded. */
const OVERDUE_MS = 60_000

/** From the end of a command to the next one at the earliest. */
const PAUSE_MS = 20

/** Terminals: one for the commands, and one for each watch. */
const MAIN = '1'

export type Played =
  | {
      readonly kind: 'command'
      readonly atMs: number
      readonly command: string
      readonly lines: readonly SessionLine[]
      readonly exit: number
    }
  | { readonly kind: 'text'; readonly text: string }

/** What our cluster made of a session. */
export interface Replay {
  readonly steps: readonly Played[]
  readonly watches: readonly SessionWatch[]
}

type Running = Machine<World, ClusterEvent, ClusterAction, ClusterNote>

/** A cluster on which sessions are played, one after another. */
export interface Stage {
  readonly play: (session: Session, startMs: number) => Replay
  /** Types a line and lets it end; for what was there before a session begins. */
  readonly prepare: (line: string) => void
  readonly nowMs: () => number
}

/** The lines of a stream's text; a text ends with the end of a line. */
const linesOf = (text: string): readonly string[] =>
  (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')

/** The command of a watch: what is in brackets behind it is a remark. */
function watchCommand({ title, lines }: SessionWatch, session: Session): string {
  const command = title.replace(/\s*\([^)]*\)\s*$/, '')
  if (lines.length === 0 || / (-n|--namespace|-A|--all-namespaces)\b/.test(command)) return command
  // Recorded titles leave the namespace out; it is the one that the session works in.
  const counts = new Map<string, number>()
  for (const step of session.steps) {
    const namespace =
      step.kind === 'command' ? / -n ([a-z0-9-]+)/.exec(step.command)?.[1] : undefined
    if (namespace !== undefined) counts.set(namespace, (counts.get(namespace) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most ? `${command} -n ${most[0]}` : command
}

/**
 * Sets up a cluster for sessions.
 *
 * @param files the reader's directory: the manifests beside the session
 * @param seed luck, as everywhere
 */
export function stage(files: Readonly<Record<string, string>>, seed: number): Stage {
  const run: Running = machine(
    cluster,
    { parameters: { profile: '1.20', nodes: RECORDED_NODES, files, manual: MANUAL } },
    seed,
  )
  const noted: Entry<ClusterNote>[] = []
  /** What is to happen at its time, whatever command runs then; the first one first. */
  const agenda: { readonly atMs: number; readonly action: ClusterAction }[] = []
  const runTo = (untilMs: number, done: () => boolean): void => {
    while (!done()) {
      const [next] = agenda
      if (next && next.atMs <= Math.min(run.nextAtMs(), untilMs)) {
        agenda.shift()
        noted.push(...run.act(next.action, Math.max(run.nowMs(), next.atMs)))
      } else if (run.nextAtMs() <= untilMs) noted.push(...run.advance())
      else return
    }
  }
  const act = (action: ClusterAction, atMs: number): void => {
    runTo(atMs, () => false)
    noted.push(...run.act(action, atMs))
  }
  /** Types a command, waits for its end, and gives what it printed. */
  const command = (shell: string, text: string, atMs: number, latestMs: number) => {
    const from = noted.length
    let looked = from
    let exit: number | undefined
    const ended = (): boolean => {
      for (; looked < noted.length; looked += 1) {
        const note = noted[looked]?.note
        if (note?.note === 'exit' && note.shell === shell) exit = note.code
      }
      return exit !== undefined
    }
    act({ do: 'type', shell, text }, atMs)
    runTo(latestMs, ended)
    if (!ended()) act({ do: 'interrupt', shell }, latestMs)
    ended()
    const notes = noted.slice(from).map(({ note }) => note)
    const lines = (['stdout', 'stderr'] as const).flatMap((stream) => {
      // A line may come in parts: what one command leaves open, `echo` closes.
      const texts = notes.flatMap((note) =>
        note.note === 'output' && note.shell === shell && note.stream === stream ? note.text : [],
      )
      return texts.length === 0
        ? []
        : linesOf(texts.join('')).map((text): SessionLine => ({ stream, text }))
    })
    return { lines, exit: exit ?? 130 }
  }
  const watched = (shell: string, startMs: number): SessionWatch['lines'] =>
    noted.flatMap(({ atMs, note }) =>
      note.note === 'output' && note.shell === shell && note.stream === 'stdout'
        ? linesOf(note.text).map((text) => ({ atMs: atMs - startMs, text }))
        : [],
    )
  /** Our pods by the names that recorded ones had. */
  const names = new Map<string, string>()
  const play = (session: Session, startMs: number): Replay => {
    const began = noted.length
    const watches = session.watches.map((watch, index) => ({
      shell: `watch ${noted.length} ${index}`,
      title: watch.title,
      command: watchCommand(watch, session),
    }))
    agenda.push(
      ...watches.map(({ shell, command: text }, index) => ({
        atMs: startMs + (session.watches[index]?.lines[0]?.atMs ?? 0),
        action: { do: 'type', shell, text } as const,
      })),
      ...session.steps.flatMap((step) =>
        step.kind === 'befell' && step.atMs !== undefined
          ? actionsOf(step.text, RECORDED_NODES).map((action) => ({
              atMs: startMs + (step.atMs ?? 0),
              action,
            }))
          : [],
      ),
    )
    agenda.sort((a, b) => a.atMs - b.atMs)
    const steps = session.steps.map((step, index): Played => {
      if (step.kind === 'remark') return { kind: 'text', text: step.text }
      const due = Math.max(
        run.nowMs() + PAUSE_MS,
        startMs + (step.atMs ?? run.nowMs() + PAUSE_MS - startMs),
      )
      if (step.kind === 'befell') {
        const atMs = step.atMs ?? due - startMs
        if (step.atMs === undefined)
          for (const action of actionsOf(step.text, RECORDED_NODES)) act(action, due)
        else runTo(due, () => false)
        return { kind: 'text', text: `### [t=${(atMs / 1000).toFixed(1)}s] ${step.text}` }
      }
      const typed = translated(step.command, session, run.world(), names)
      const beside = /^([^&]*[^&\s])\s*&$/.exec(typed)?.[1]
      if (beside !== undefined) {
        act({ do: 'type', shell: `beside ${noted.length}`, text: beside }, due)
        return { kind: 'command', atMs: due - startMs, command: typed, lines: [], exit: 0 }
      }
      const following = session.steps.slice(index + 1).find((one) => one.kind === 'command')
      const { lines, exit } = command(
        MAIN,
        typed,
        due,
        following ? Math.max(due, startMs + following.atMs) + OVERDUE_MS : due + LONGEST_MS,
      )
      return { kind: 'command', atMs: due - startMs, command: typed, lines, exit }
    })
    agenda.length = 0
    for (const { shell } of watches) act({ do: 'interrupt', shell }, run.nowMs())
    return {
      steps,
      watches: watches.map(({ title, shell }) => ({
        title,
        lines: began <= noted.length ? watched(shell, startMs) : [],
      })),
    }
  }
  return {
    play,
    prepare: (line) => {
      const atMs = run.nowMs() + PAUSE_MS
      command(MAIN, line, atMs, atMs + LONGEST_MS)
    },
    nowMs: run.nowMs,
  }
}

/** A replay in the form of a recorded session. */
export function transcript({ steps, watches }: Replay): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  const played = steps.map((step) => {
    if (step.kind === 'text') return `${step.text}\n`
    const of = (stream: SessionLine['stream']): readonly string[] =>
      step.lines
        .filter((line) => line.stream === stream)
        .map(({ text }) => (stream === 'stderr' ? `[stderr] ${text}` : text))
    return [
      `[t=${seconds(step.atMs)}s] $ ${step.command}`,
      ...of('stdout'),
      ...of('stderr'),
      `[exit ${step.exit}]`,
      '',
      '',
    ].join('\n')
  })
  const beside = watches.flatMap(({ title, lines }) => [
    `=== ${title}`,
    ...lines.map(({ atMs, text }) => `[t=${seconds(atMs)}s] ${text}`),
  ])
  return [played.join(''), ...beside].join(beside.length > 0 ? '\n' : '')
}
