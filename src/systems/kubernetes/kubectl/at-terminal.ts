import { MANUAL } from '../printing/manual/whole.ts'
import { type Entry, machine } from '../../../simulation/machine.ts'
import { cluster } from '../rules.ts'
import type { ProfileName } from '../resources.ts'
import type { ClusterNote, World } from '../world.ts'

/** What a terminal came to. */
export interface Screen {
  /** What was printed on both streams, in order; not what was typed. */
  readonly printed: string
  readonly out: string
  readonly err: string
  /** What was typed, with its prompts. */
  readonly typed: string
  readonly exit: number | undefined
  /** From the typing to the last exit, in milliseconds. */
  readonly tookMs: number
}

/** A person at the terminals of a small cluster, for tests. */
export interface AtTerminal {
  /** Types at a terminal and waits until it is idle, or for so long. */
  readonly type: (text: string, forMs?: number, shell?: string) => Screen
  readonly interrupt: (shell?: string) => Screen
  readonly wait: (ms: number, shell?: string) => Screen
  readonly world: () => World
}

const textOf = (
  notes: readonly Entry<ClusterNote>[],
  shell: string,
  ...streams: readonly string[]
): string =>
  notes
    .map(({ note }) =>
      note.note === 'output' && note.shell === shell && streams.includes(note.stream)
        ? note.text
        : '',
    )
    .join('')

/** Begins a cluster with three nodes in three zones. */
export function atTerminal({
  profile = '1.33',
  files = {},
  seed = 1,
}: {
  readonly profile?: ProfileName
  readonly files?: Readonly<Record<string, string>>
  readonly seed?: number
} = {}): AtTerminal {
  const nodes = ['a', 'b', 'c'].map((zone, index) => ({
    name: `node-${index + 1}`,
    zone: `zone-${zone}`,
    cpu: '2',
    memory: '2Gi',
  }))
  const run = machine(cluster, { parameters: { profile, nodes, files, manual: MANUAL } }, seed)
  let nowMs = 3000
  while (run.nextAtMs() <= nowMs) run.advance()
  const screen = (fromMs: number, notes: readonly Entry<ClusterNote>[], shell: string): Screen => {
    const ends = notes.flatMap(({ atMs, note }) =>
      note.note === 'exit' && note.shell === shell ? [{ atMs, code: note.code }] : [],
    )
    return {
      printed: textOf(notes, shell, 'stdout', 'stderr'),
      out: textOf(notes, shell, 'stdout'),
      err: textOf(notes, shell, 'stderr'),
      typed: textOf(notes, shell, 'typed'),
      exit: ends.at(-1)?.code,
      tookMs: (ends.at(-1)?.atMs ?? nowMs) - fromMs,
    }
  }
  const go = (notes: Entry<ClusterNote>[], untilMs: number, done: () => boolean): void => {
    while (!done() && run.nextAtMs() <= untilMs) {
      nowMs = run.nextAtMs()
      notes.push(...run.advance())
    }
    if (!done()) nowMs = untilMs
  }
  return {
    type(text, forMs = 600_000, shell = '1') {
      const fromMs = nowMs
      const notes = [...run.act({ do: 'type', shell, text }, nowMs)]
      go(notes, nowMs + forMs, () => {
        const { running, waiting } = run.world().shells[shell] ?? { waiting: [] }
        return running === undefined && waiting.length === 0
      })
      return screen(fromMs, notes, shell)
    },
    interrupt: (shell = '1') =>
      screen(nowMs, [...run.act({ do: 'interrupt', shell }, nowMs)], shell),
    wait(ms, shell = '1') {
      const fromMs = nowMs
      const notes: Entry<ClusterNote>[] = []
      go(notes, nowMs + ms, () => false)
      return screen(fromMs, notes, shell)
    },
    world: () => run.world(),
  }
}
