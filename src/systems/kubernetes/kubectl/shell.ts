import type { Turn } from '../turn.ts'
import type { Change } from '../world.ts'
import { parse } from './language/parse.ts'
import { type List, SyntaxProblem, Unfinished } from './language/syntax.ts'
import { advance } from './terminal/advance.ts'
import { NO_INPUT, type Place, type Scope, type Task } from './terminal/task.ts'

/** One terminal: what was typed and still waits, and the command that runs. */
export interface Shell {
  /** Lines that were typed and not read yet. */
  readonly waiting: readonly string[]
  /** Lines of a command that is not complete: an open quote, a heredoc, a `do`. */
  readonly unfinished: string
  readonly running?: Task
  readonly scope: Scope
  /** Commands as they were typed, oldest first. */
  readonly history: readonly string[]
  /** What kubectl takes for the namespace where none is given; `kubectl config` sets it. */
  readonly namespace: string
  /** Whether what runs wants to know of writes to the store. */
  readonly listens: boolean
  /** When the next event of this terminal is due, in milliseconds of the run. */
  readonly wakesAtMs?: number
}

/** A terminal at which nothing was typed yet. */
export const idleShell: Shell = {
  waiting: [],
  unfinished: '',
  scope: {
    variables: { HOME: '/home/learner', USER: 'learner', SHELL: '/bin/bash' },
    last: 0,
  },
  history: [],
  namespace: 'default',
  listens: false,
}

/** A command goes on. */
export type ShellEvent = { readonly kind: 'shell'; readonly shell: string }

/** From a write to the store until a watch at a terminal shows it, in milliseconds. */
const HEARD_MS = { least: 2, most: 8 }

const HISTORY_LENGTH = 500

const shellOf = (turn: Turn, name: string): Shell => turn.world().shells[name] ?? idleShell

function put(turn: Turn, name: string, shell: Shell): void {
  turn.put('shells', { ...turn.world().shells, [name]: shell })
}

/** What stands before the line that is typed next; nothing while a command runs. */
export function promptOf({ running, unfinished }: Shell): '' | '$ ' | '> ' {
  if (running) return ''
  return unfinished === '' ? '$ ' : '> '
}

const typed = (turn: Turn, shell: string, text: string): void =>
  turn.note({ note: 'output', shell, stream: 'typed', text })

/** A command that was read; nothing where more lines are wanted or the line was wrong. */
function understood(turn: Turn, name: string, text: string): List | 'more' | 'wrong' {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof Unfinished) return 'more'
    if (!(error instanceof SyntaxProblem)) throw error
    turn.note({ note: 'output', shell: name, stream: 'stderr', text: `${error.message}\n` })
    return 'wrong'
  }
}

/** Takes the next line that waits; false where there is none. */
function readLine(turn: Turn, name: string): boolean {
  const shell = shellOf(turn, name)
  const [line, ...waiting] = shell.waiting
  if (line === undefined) return false
  typed(turn, name, `${promptOf(shell)}${line}\n`)
  const text = `${shell.unfinished}${line}\n`
  const list = understood(turn, name, text)
  if (list === 'more') {
    put(turn, name, { ...shell, waiting, unfinished: text })
    return true
  }
  const command = text.trim()
  const history =
    command === '' || shell.history.at(-1) === command
      ? shell.history
      : [...shell.history, command].slice(-HISTORY_LENGTH)
  const read = { ...shell, waiting, unfinished: '', history }
  if (list === 'wrong') {
    put(turn, name, { ...read, scope: { ...shell.scope, last: 2 } })
    turn.note({ note: 'exit', shell: name, code: 2 })
  } else if (list.length === 0) put(turn, name, read)
  else put(turn, name, { ...read, running: { do: 'list', list, at: 0 } })
  return true
}

/** Takes what runs as far as it gets. */
function goOn(turn: Turn, name: string, task: Task): void {
  const output = (stream: 'stdout' | 'stderr') => (text: string) => {
    if (text !== '') turn.note({ note: 'output', shell: name, stream, text })
  }
  const place: Place = {
    turn,
    shell: name,
    scope: shellOf(turn, name).scope,
    input: NO_INPUT,
    out: output('stdout'),
    err: output('stderr'),
    wakes: { onChange: false, atMs: undefined },
  }
  const progress = advance(task, place)
  const { running: _, ...shell } = shellOf(turn, name)
  const { leaving: __, ...scope } = place.scope
  if ('exit' in progress) {
    const code = progress.exit
    put(turn, name, { ...shell, scope: { ...scope, last: code }, listens: false })
    turn.note({ note: 'exit', shell: name, code })
    return
  }
  const { onChange, atMs } = place.wakes
  put(turn, name, { ...shell, scope: place.scope, running: progress.task, listens: onChange })
  if (atMs !== undefined) wake(turn, name, atMs - turn.nowMs)
}

/** Has an event come to a terminal, unless one will come sooner anyway. */
function wake(turn: Turn, name: string, afterMs: number): void {
  const shell = shellOf(turn, name)
  const due = turn.nowMs + Math.max(0, Math.round(afterMs))
  if (shell.wakesAtMs !== undefined && shell.wakesAtMs > turn.nowMs && shell.wakesAtMs <= due)
    return
  put(turn, name, { ...shell, wakesAtMs: due })
  turn.schedule(due - turn.nowMs, { kind: 'shell', shell: name })
}

/** Runs what there is to run, one command after the other, until one has to wait. */
function work(turn: Turn, name: string): void {
  for (;;) {
    const { running } = shellOf(turn, name)
    if (running) {
      goOn(turn, name, running)
      if (shellOf(turn, name).running) return
    } else if (!readLine(turn, name)) return
  }
}

/**
 * Takes a line, or several, at a terminal. While a command runs they wait. What is read is shown by
 * a note with its prompt: `$ kubectl get pods`, and `> ` before the lines that complete a command.
 */
export function type(turn: Turn, name: string, text: string): void {
  const shell = shellOf(turn, name)
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  put(turn, name, { ...shell, waiting: [...shell.waiting, ...lines] })
  if (!shell.running) work(turn, name)
}

/** Ends what runs at a terminal, as Ctrl-C does, with what was typed ahead; the exit code is 130. */
export function interrupt(turn: Turn, name: string): void {
  const { running, ...shell } = shellOf(turn, name)
  typed(turn, name, `${promptOf({ ...shell, ...(running ? { running } : {}) })}^C\n`)
  const { leaving: _, ...scope } = shell.scope
  put(turn, name, {
    ...shell,
    waiting: [],
    unfinished: '',
    scope: { ...scope, last: 130 },
    listens: false,
  })
  if (running) turn.note({ note: 'exit', shell: name, code: 130 })
}

/** Wakes commands that wait for the store. */
export function shellsHear(turn: Turn, changes: readonly Change[]): void {
  if (changes.length === 0) return
  for (const [name, { listens }] of Object.entries(turn.world().shells))
    if (listens) wake(turn, name, turn.draw.whole('shell heard', HEARD_MS.least, HEARD_MS.most))
}

/** A command goes on at a time of its own. */
export function shellHappens(turn: Turn, { shell: name }: ShellEvent): void {
  const { running } = shellOf(turn, name)
  if (running) work(turn, name)
}
