import { BEGAN_MS, longTime, timestampAt } from '../../clock.ts'
import { fileNamed, fileText } from './redirect.ts'
import type { Place, Progress } from './task.ts'
import { testHolds } from './test-command.ts'
import { escapes } from './tools/printf.ts'

/** A program that answers at once, or becomes a task. */
export type Program = (args: readonly string[], place: Place, name: string) => Progress

/** Says why and ends. */
export const fails = (place: Place, text: string, exit = 1): Progress => {
  place.err(`${text}\n`)
  return { exit }
}

/** Says something and ends well. */
export const says = (place: Place, text: string): Progress => {
  place.out(text)
  return { exit: 0 }
}

/** `rm`: files of the reader. */
export function remove(args: readonly string[], place: Place): Progress {
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

/** `ls`: one name a line, as into a pipe. */
export function ls(args: readonly string[], place: Place): Progress {
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

/** `export X=1`: every variable is seen by everything here anyway. */
export function exportNames(args: readonly string[], place: Place): Progress {
  for (const arg of args) {
    const [, name, value] = /^([A-Za-z_]\w*)(?:=([\s\S]*))?$/.exec(arg) ?? []
    if (name === undefined) return fails(place, `bash: export: \`${arg}': not a valid identifier`)
    if (value !== undefined) set(place, name, value)
  }
  return { exit: 0 }
}

/** `unset X`. */
export function unset(args: readonly string[], place: Place): Progress {
  const variables = Object.fromEntries(
    Object.entries(place.scope.variables).filter(([name]) => !args.includes(name)),
  )
  place.scope = { ...place.scope, variables }
  return { exit: 0 }
}

/** `break 2`, `continue`, `exit`. */
export function leave(by: 'break' | 'continue' | 'exit'): Program {
  return ([count = by === 'exit' ? String(0) : '1'], place) => {
    place.scope = { ...place.scope, leaving: { by, levels: Number(count) || 1 } }
    return { exit: by === 'exit' ? Number(count) || 0 : 0 }
  }
}

/** `test` and `[ … ]`. */
export function test(args: readonly string[], place: Place, name: string): Progress {
  if (name === '[' && args.at(-1) !== ']') return fails(place, "bash: [: missing `]'", 2)
  const words = name === '[' ? args.slice(0, -1) : args
  const holds = testHolds(words, (file) => fileText(place, file) !== undefined)
  return typeof holds === 'string'
    ? fails(place, `bash: ${name}: ${holds}`, 2)
    : { exit: holds ? 0 : 1 }
}

/** `date +%T`: the time of the run. */
export function date(args: readonly string[], place: Place): Progress {
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

/** `echo -n -e`. */
export function echo(args: readonly string[], place: Place): Progress {
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

/** What was typed at this terminal. */
export function history(_args: readonly string[], place: Place): Progress {
  const lines = place.turn.world().shells[place.shell]?.history ?? []
  return says(
    place,
    lines.map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`).join(''),
  )
}
