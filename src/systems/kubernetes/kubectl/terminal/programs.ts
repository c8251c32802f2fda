import { BEGAN_MS, longTime, timestampAt } from '../../clock.ts'
import { parse } from '../language/parse.ts'
import { Unfinished } from '../language/syntax.ts'
import { HELP, leftOutProgram } from './help-text.ts'
import { fileNamed, fileText } from './redirect.ts'
import { type Place, type Progress, wakeAt } from './task.ts'
import { testHolds } from './test-command.ts'
import { isTool, ToolProblem, toolNamed } from './tools.ts'
import { escapes, formatted } from './tools/printf.ts'

/** From the call of kubectl until it prints: between these many milliseconds. */
const KUBECTL_MS = { least: 90, most: 130 }

const seconds = (text: string): number | undefined => {
  const [, digits, unit = 's'] = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text) ?? []
  if (digits === undefined) return undefined
  return Number(digits) * (unit === 'm' ? 60 : unit === 'h' ? 3600 : unit === 'd' ? 86_400 : 1)
}

type Program = (args: readonly string[], place: Place, name: string) => Progress

const fails = (place: Place, text: string, exit = 1): Progress => {
  place.err(`${text}\n`)
  return { exit }
}

const says = (place: Place, text: string): Progress => {
  place.out(text)
  return { exit: 0 }
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

function remove(args: readonly string[], place: Place): Progress {
  const forced = args.some((arg) => /^-[a-z]*f/.test(arg))
  const names = args.filter((arg) => !arg.startsWith('-'))
  if (names.length === 0 && !forced) return fails(place, 'rm: missing operand')
  let exit = 0
  for (const name of names) {
    const { turn } = place
    if (fileText(place, name) === undefined) {
      if (!forced) {
        place.err(`rm: cannot remove '${name}': No such file or directory\n`)
        exit = 1
      }
      continue
    }
    const { [fileNamed(name)]: _, ...rest } = turn.world().files
    turn.put('files', rest)
  }
  return { exit }
}

function ls(args: readonly string[], place: Place): Progress {
  const files = Object.keys(place.turn.world().files).toSorted()
  const wanted = args.filter((arg) => !arg.startsWith('-') && !/^(\.|~)?\/?$/.test(arg))
  const missing = wanted.filter((name) => fileText(place, name) === undefined)
  for (const name of missing) place.err(`ls: cannot access '${name}': No such file or directory\n`)
  const shown = wanted.length > 0 ? wanted.filter((name) => !missing.includes(name)) : files
  place.out(shown.map((name) => `${name}\n`).join(''))
  return { exit: missing.length > 0 ? 2 : 0 }
}

function set(place: Place, name: string, value: string): void {
  const variables = { ...place.scope.variables, [name]: value }
  place.scope = { ...place.scope, variables }
}

function exportNames(args: readonly string[], place: Place): Progress {
  for (const arg of args) {
    const [, name, value] = /^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(arg) ?? []
    if (name === undefined) return fails(place, `bash: export: \`${arg}': not a valid identifier`)
    if (value !== undefined) set(place, name, value)
  }
  return { exit: 0 }
}

function unset(args: readonly string[], place: Place): Progress {
  const variables = Object.fromEntries(
    Object.entries(place.scope.variables).filter(([name]) => !args.includes(name)),
  )
  place.scope = { ...place.scope, variables }
  return { exit: 0 }
}

function leave(by: 'break' | 'continue' | 'exit'): Program {
  return ([count = by === 'exit' ? String(0) : '1'], place) => {
    place.scope = { ...place.scope, leaving: { by, levels: Number(count) || 1 } }
    return { exit: by === 'exit' ? Number(count) || 0 : 0 }
  }
}

function test(args: readonly string[], place: Place, name: string): Progress {
  if (name === '[' && args.at(-1) !== ']') return fails(place, "bash: [: missing `]'", 2)
  const words = name === '[' ? args.slice(0, -1) : args
  const holds = testHolds(words, (file) => fileText(place, file) !== undefined)
  return typeof holds === 'string'
    ? fails(place, `bash: ${name}: ${holds}`, 2)
    : { exit: holds ? 0 : 1 }
}

function date(args: readonly string[], place: Place): Progress {
  const { nowMs } = place.turn
  const stamp = timestampAt(nowMs)
  const [weekday = '', day = '', month = '', year = '', time = ''] = longTime(stamp).split(/,? /)
  const [, two = '', ,] = stamp.split(/[-T]/)
  const format = args.find((arg) => arg.startsWith('+'))
  if (!format) return says(place, `${weekday} ${month} ${day} ${time} UTC ${year}\n`)
  const [hour = '', minute = '', second = ''] = time.split(':')
  const values: Readonly<Record<string, string>> = {
    F: stamp.slice(0, 10),
    T: time,
    H: hour,
    M: minute,
    S: second,
    Y: year,
    m: two,
    d: day,
    s: String(Math.floor((BEGAN_MS + nowMs) / 1000)),
    N: `${String(nowMs % 1000).padStart(3, '0')}000000`,
    Z: 'UTC',
    n: '\n',
    '%': '%',
  }
  const text = format.slice(1).replace(/%(.)/g, (all, letter: string) => values[letter] ?? all)
  return says(place, `${text}\n`)
}

function echo(args: readonly string[], place: Place): Progress {
  let at = 0
  let [line, read] = [true, false]
  for (; /^-[neE]+$/.test(args[at] ?? ''); at += 1) {
    if (args[at]?.includes('n')) line = false
    if (args[at]?.includes('e')) read = true
    if (args[at]?.includes('E')) read = false
  }
  const text = args.slice(at).join(' ')
  return says(place, (read ? escapes(text) : text) + (line ? '\n' : ''))
}

function history(_args: readonly string[], place: Place): Progress {
  const lines = place.turn.world().shells[place.shell]?.history ?? []
  return says(
    place,
    lines.map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`).join(''),
  )
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
  read: (args, place) => {
    const names = args.filter((arg) => !arg.startsWith('-'))
    return place.input === undefined
      ? { exit: 1 }
      : { task: { do: 'read', names: names.length > 0 ? names : ['REPLY'] } }
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
