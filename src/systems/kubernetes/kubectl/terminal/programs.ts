import { parse } from '../language/parse.ts'
import { Unfinished } from '../language/syntax.ts'
import { HELP, leftOutProgram } from './help-text.ts'
import {
  date,
  echo,
  exportNames,
  fails,
  history,
  leave,
  ls,
  type Program,
  remove,
  says,
  test,
  unset,
} from './small-programs.ts'
import { type Place, type Progress, wakeAt } from './task.ts'
import { isTool, ToolProblem, toolNamed } from './tools.ts'
import { formatted } from './tools/printf.ts'

/** From the call of kubectl until it prints: between these many milliseconds. */
const KUBECTL_MS = { least: 90, most: 130 }

const seconds = (text: string): number | undefined => {
  const [, digits, unit = 's'] = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text) ?? []
  if (digits === undefined) return undefined
  return Number(digits) * (unit === 'm' ? 60 : unit === 'h' ? 3600 : unit === 'd' ? 86_400 : 1)
}

function sleep(args: readonly string[], place: Place): Progress {
  if (args.length === 0)
    return fails(place, "sleep: missing operand\nTry 'sleep --help' for more information.")
  if (args.includes('infinity')) return { task: { do: 'sleep' } }
  let total = 0
  for (const arg of args) {
    const value = seconds(arg)
    if (value === undefined)
      return fails(
        place,
        `sleep: invalid time interval ‘${arg}’\nTry 'sleep --help' for more information.`,
      )
    total += value
  }
  return { task: { do: 'sleep', untilMs: place.turn.nowMs + Math.round(total * 1000) } }
}

function timeout(args: readonly string[], place: Place): Progress {
  const [limit, ...words] = args
  if (limit === undefined || words.length === 0)
    return fails(place, "timeout: missing operand\nTry 'timeout --help' for more information.", 125)
  const value = seconds(limit)
  if (value === undefined)
    return fails(
      place,
      `timeout: invalid time interval ‘${limit}’\nTry 'timeout --help' for more information.`,
      125,
    )
  const begun = startProgram(words, place)
  if ('exit' in begun || value === 0) return begun
  const untilMs = place.turn.nowMs + Math.round(value * 1000)
  wakeAt(place, untilMs)
  return { task: { do: 'timeout', untilMs, inner: begun.task } }
}

function watch(args: readonly string[], place: Place): Progress {
  let every = 2
  let at = 0
  for (; args[at]?.startsWith('-'); at += 1) {
    const [, attached] = /^(?:-n|--interval=)(.+)$/.exec(args[at] ?? '') ?? []
    if (attached !== undefined) every = Number(attached)
    else if (args[at] === '-n' || args[at] === '--interval') every = Number(args[(at += 1)])
    else if (!/^-[tcdex]+$/.test(args[at] ?? '')) break
  }
  const title = args.slice(at).join(' ')
  if (title === '' || !(every > 0)) return fails(place, 'Usage:\n watch [-n seconds] command')
  try {
    const list = parse(title)
    const everyMs = Math.max(100, Math.round(every * 1000))
    const { nowMs } = place.turn
    return { task: { do: 'watch', list, title, everyMs, nextMs: nowMs, text: '' } }
  } catch (error) {
    if (error instanceof Unfinished)
      return fails(place, 'sh: syntax error: unexpected end of file', 2)
    throw error
  }
}

function xargs(args: readonly string[], place: Place): Progress {
  let each = 5000
  let replace: string | undefined
  let always = true
  let at = 0
  for (; args[at]?.startsWith('-'); at += 1) {
    const [, letter, attached = ''] = /^-([nILtr])(.*)$/.exec(args[at] ?? '') ?? []
    if (letter === 'n') each = Number(attached || args[(at += 1)])
    else if (letter === 'I') replace = attached || args[(at += 1)]
    else if (letter === 'r' || args[at] === '--no-run-if-empty') always = false
    else return fails(place, `xargs: invalid option -- '${(args[at] ?? '').slice(1)}'`)
  }
  if (!(each >= 1)) return fails(place, 'xargs: value for -n option should be >= 1')
  const words = args.length > at ? args.slice(at) : ['echo']
  return {
    task: {
      do: 'xargs',
      words,
      each,
      ...(replace === undefined ? {} : { replace }),
      always,
      exit: 0,
    },
  }
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  ':': () => ({ exit: 0 }),
  true: () => ({ exit: 0 }),
  false: () => ({ exit: 1 }),
  '[': test,
  break: leave('break'),
  clear: (_, place) => says(place, '\u001b[H\u001b[2J\u001b[3J'),
  continue: leave('continue'),
  date,
  echo,
  env: (_, place) =>
    says(
      place,
      Object.entries(place.scope.variables)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    ),
  exit: leave('exit'),
  export: exportNames,
  help: (_, place) => says(place, HELP),
  history,
  ls,
  printf: ([format, ...values], place) =>
    format === undefined
      ? fails(place, 'bash: printf: usage: printf [-v var] format [arguments]', 2)
      : says(place, formatted(format, values)),
  pwd: (_, place) => says(place, '/home/learner\n'),
  read: (args) => {
    const names = args.filter((arg) => !arg.startsWith('-'))
    return { task: { do: 'read', names: names.length > 0 ? names : ['REPLY'] } }
  },
  rm: remove,
  sleep,
  test,
  timeout,
  unset,
  watch,
  whoami: (_, place) => says(place, 'learner\n'),
  xargs,
}

/** The names of all that can be called beside kubectl. */
export const programNames: readonly string[] = Object.keys(PROGRAMS).filter((name) =>
  /^[a-z]/.test(name),
)

function startTool(name: string, args: readonly string[], place: Place): Progress {
  try {
    const { initial } = toolNamed(name, args, place)
    return { task: { do: 'tool', name, args, state: initial } }
  } catch (error) {
    if (error instanceof ToolProblem) return fails(place, error.message, error.exit)
    throw error
  }
}

/** Calls a program: it ends at once, or is a task from then on. */
export function startProgram(words: readonly string[], place: Place): Progress {
  const [name = '', ...args] = words
  if (name === 'kubectl') {
    const { turn, shell } = place
    const delay = turn.draw.whole(`shell ${shell}`, KUBECTL_MS.least, KUBECTL_MS.most)
    return {
      task: { do: 'kubectl', words: args, startAtMs: turn.nowMs + delay, revision: 0 },
    }
  }
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined
  if (program) return program(args, place, name)
  if (isTool(name)) return startTool(name, args, place)
  const reason = leftOutProgram(name)
  if (reason !== undefined) return fails(place, `${name}: ${reason}`, 127)
  if (name.includes('/')) return fails(place, `bash: ${name}: No such file or directory`, 127)
  return fails(place, `bash: ${name}: command not found`, 127)
}
