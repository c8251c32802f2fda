import type { Replay } from './replay.ts'
import type { Session, SessionLine } from './session.ts'

/** The letters of generated names. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789'

/** What differs between any two runs of the same cluster: names, addresses, times. */
const RANDOM: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'TIME'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'UID'],
  [/resourceVersion: "\d+"/g, 'resourceVersion: "N"'],
  [/\b10\.244\.\d+\.\d+\b/g, 'ADDRESS'],
  [/\b10\.96\.\d+\.\d+\b/g, 'ADDRESS'],
  [new RegExp(`-[${LETTERS}0-9]{6,10}-[${LETTERS}]{5}\\b`, 'g'), '-HASH-XXXXX'],
  [new RegExp(`(pod-template-hash=)[${LETTERS}0-9]{6,10}\\b`, 'g'), '$1HASH'],
  [new RegExp(`-[${LETTERS}0-9]{8,10}\\b`, 'g'), '-HASH'],
  [new RegExp(`-[${LETTERS}]{5}\\b`, 'g'), '-XXXXX'],
]

const AGE = /(?<![\w.:=-])(?:\d+[smhd]){1,2}(?![\w.-])/g

/** How many seconds an age stands for, and how exactly it says so. */
function ageOf(text: string): { readonly seconds: number; readonly step: number } {
  const unit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }
  const parts = [...text.matchAll(/(\d+)([smhd])/g)]
  return {
    seconds: parts.reduce(
      (sum, [, count, name]) => sum + Number(count) * (unit[name ?? ''] ?? 0),
      0,
    ),
    step: unit[parts.at(-1)?.[2] ?? 's'] ?? 1,
  }
}

/** Ages may differ by so much, beyond what their own rounding hides. */
const AGE_SECONDS = 2

/** A line without what differs in any two runs: names, addresses, times, and how wide columns are. */
export const withoutChance = (line: string): string =>
  RANDOM.reduce((text, [pattern, by]) => text.replaceAll(pattern, by), line)
    .replaceAll(AGE, 'AGE')
    // Columns are as wide as their names, and those are random.
    .replaceAll(/\s+/g, ' ')
    .trimEnd()

/** Whether two lines say the same but for what differs in any two runs. */
export function sameLine(a: string, b: string): boolean {
  if (withoutChance(a) !== withoutChance(b)) return false
  const ages = (line: string) => (line.match(AGE) ?? []).map(ageOf)
  const others = ages(b)
  return ages(a).every(({ seconds, step }, index) => {
    const other = others[index]
    if (!other) return false
    const slack = AGE_SECONDS + (Math.max(step, other.step) === 1 ? 0 : Math.max(step, other.step))
    return Math.abs(seconds - other.seconds) <= slack
  })
}

export interface Difference {
  readonly command: string
  /** Lines that were recorded and that we did not print; and the other way round. */
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  readonly exit?: { readonly recorded: number; readonly ours: number }
}

/** The lines of `a` that have no equal in `b`, each line of which counts once. */
function without(a: readonly SessionLine[], b: readonly SessionLine[]): readonly string[] {
  const left = [...b]
  return a.flatMap(({ stream, text }) => {
    const place = left.findIndex((one) => one.stream === stream && sameLine(text, one.text))
    if (place < 0) return [stream === 'stderr' ? `[stderr] ${text}` : text]
    left.splice(place, 1)
    return []
  })
}

/**
 * What our cluster printed otherwise than the recorded one, command by command. The order of lines
 * does not count within a command: rows are sorted by names, and those are random.
 */
export function differences(session: Session, replay: Replay): readonly Difference[] {
  const ours = replay.steps.filter((step) => step.kind === 'command')
  const recorded = session.steps.filter((step) => step.kind === 'command')
  return recorded.flatMap((step, index) => {
    const other = ours[index]
    if (!other) return []
    const missing = without(step.lines, other.lines)
    const extra = without(other.lines, step.lines)
    const exit = step.exit === other.exit ? {} : { exit: { recorded: step.exit, ours: other.exit } }
    return missing.length + extra.length === 0 && step.exit === other.exit
      ? []
      : [{ command: step.command, missing, extra, ...exit }]
  })
}

/** Differences as text: the command, then what is missing after `-` and what is too much after `+`. */
export const differenceLines = (found: readonly Difference[]): readonly string[] =>
  found.flatMap(({ command, missing, extra, exit }) => [
    `$ ${command}`,
    ...missing.map((line) => `  - ${line}`),
    ...extra.map((line) => `  + ${line}`),
    ...(exit ? [`  exit ${exit.ours} instead of ${exit.recorded}`] : []),
  ])
