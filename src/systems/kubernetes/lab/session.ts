/** One command of a recorded session, or what befell the cluster between two. */
export type SessionStep =
  | {
      readonly kind: 'command'
      /** Since the session began. */
      readonly atMs: number
      readonly command: string
      /** What it printed, as recorded: lines of either stream in their order. */
      readonly lines: readonly SessionLine[]
      readonly exit: number
    }
  | { readonly kind: 'befell'; readonly atMs: number | undefined; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }

export interface SessionLine {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** A second terminal in which a watch ran. */
export interface SessionWatch {
  /** The header without its `===`: a command, perhaps with a remark in brackets. */
  readonly title: string
  readonly lines: readonly { readonly atMs: number; readonly text: string }[]
}

export interface Session {
  readonly steps: readonly SessionStep[]
  readonly watches: readonly SessionWatch[]
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/**
 * How old the nodes were when a session began, in milliseconds, as far as it tells: by the AGE of
 * the first node that it lists.
 */
export function ageOfNodes({ steps }: Session): number | undefined {
  for (const step of steps) {
    if (step.kind !== 'command') continue
    for (const { text } of step.lines) {
      const age = /^node-\d+ +\S+ +\S+ +(\S+) +v1\./.exec(text)?.[1]
      if (age === undefined) continue
      const ms = [...age.matchAll(/(\d+)([smhd])/g)].reduce(
        (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
        0,
      )
      return Math.max(0, ms - step.atMs)
    }
  }
  return undefined
}

const STAMP = /[[(]t ?= ?([\d.]+) ?s?[\])]\s?/
const COMMAND = /^\[t=([\d.]+)s\] \$ (.*)$/
const EXIT = /^\[exit (\d+)\]$/
const STDERR = '[stderr] '

const milliseconds = (seconds: string | undefined): number => Math.round(Number(seconds) * 1000)

/** Whether a command goes on in the next line: in a here document, a quotation, or by a backslash. */
function goesOn(command: string): boolean {
  const word = /<<-?\s*['"]?(\w+)['"]?/.exec(command)?.[1]
  if (word !== undefined) return !command.split('\n').slice(1).includes(word)
  const unquoted = command.replaceAll(/'[^']*'|"(?:\\[^]|[^"\\])*"/g, '')
  return unquoted.endsWith('\\') || /(^|[^\\])['"]/.test(unquoted)
}

function befallen(line: string): SessionStep {
  const stamp = STAMP.exec(line)
  return {
    kind: 'befell',
    atMs: stamp ? milliseconds(stamp[1]) : undefined,
    text: line.replace(STAMP, '').replace(/^#+\s*/, ''),
  }
}

interface Open {
  readonly atMs: number
  readonly command: string
  readonly lines: SessionLine[]
}

/**
 * Reads a session as it was recorded: `[t=7.0s] $ command`, its output, `[stderr]` lines and
 * `[exit 0]`; `##` is a remark, `###` something that befell the cluster, `===` a watch that ran
 * beside it.
 */
export function parseSession(text: string): Session {
  const steps: SessionStep[] = []
  const watches: { title: string; lines: { atMs: number; text: string }[] }[] = []
  let open: Open | undefined
  const close = (exit: number): void => {
    if (open) steps.push({ kind: 'command', ...open, exit })
    open = undefined
  }
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const watch = watches.at(-1)
    const command = COMMAND.exec(line)
    const exit = EXIT.exec(line)
    if (line.startsWith('=== ')) {
      close(0)
      watches.push({ title: line.slice(4).replace(/\s*=+$/, ''), lines: [] })
    } else if (watch && STAMP.test(line)) {
      const stamp = STAMP.exec(line)
      watch.lines.push({
        atMs: milliseconds(stamp?.[1]),
        text: line.replace(/^\[t=[\d.]+s\] /, ''),
      })
    } else if (command) {
      close(0)
      open = { atMs: milliseconds(command[1]), command: command[2] ?? '', lines: [] }
    } else if (open?.lines.length === 0 && goesOn(open.command)) {
      open = { ...open, command: `${open.command}\n${line}` }
    } else if (exit) close(Number(exit[1]))
    else if (/^(\[t ?= ?[\d.]+ ?s?\]:? *)?###/.test(line)) {
      close(0)
      steps.push(befallen(line))
    } else if (open) {
      open.lines.push(
        line.startsWith(STDERR) || line === STDERR.trim()
          ? { stream: 'stderr', text: line.slice(STDERR.length) }
          : { stream: 'stdout', text: line },
      )
    } else if (line.startsWith('#')) steps.push({ kind: 'remark', text: line })
  }
  close(0)
  return { steps, watches }
}
