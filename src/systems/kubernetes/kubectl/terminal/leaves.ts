import { goOnWithKubectl, kubectl, takesInput } from '../kubectl.ts'
import type { Outcome } from '../command.ts'
import { startProgram } from './programs.ts'
import { type Advance, NO_INPUT, type Place, type Progress, type Task, wakeAt } from './task.ts'
import { toolNamed } from './tools.ts'

function outcome(task: Task & { readonly do: 'kubectl' }, place: Place, result: Outcome): Progress {
  if ('exit' in result) return result
  const { wait } = result
  if (wait.onChange) place.wakes.onChange = true
  if (wait.wakeAtMs !== undefined) wakeAt(place, wait.wakeAtMs)
  const revision = place.turn.nextRevision() - 1
  return { task: { ...task, waiting: wait, revision } }
}

function advanceKubectl(task: Task & { readonly do: 'kubectl' }, place: Place): Progress {
  const { turn, shell } = place
  const { words, stdin, startAtMs, waiting, revision } = task
  const call = { words, shell, ...(stdin === undefined ? {} : { stdin }) }
  const streams = { out: place.out, err: place.err }
  if (!waiting) {
    const reads = takesInput(words)
    if (reads && !place.input.ended) return { task }
    if (turn.nowMs < startAtMs) {
      wakeAt(place, startAtMs)
      return { task }
    }
    if (!reads) return outcome(task, place, kubectl(turn, call, streams))
    const text = place.input.text
    place.input = NO_INPUT
    const begun = { ...task, stdin: text }
    return outcome(begun, place, kubectl(turn, { ...call, stdin: text }, streams))
  }
  const due = waiting.wakeAtMs !== undefined && turn.nowMs >= waiting.wakeAtMs
  if (due || (waiting.onChange && turn.nextRevision() - 1 !== revision))
    return outcome(task, place, goOnWithKubectl(turn, call, streams, waiting.state))
  if (waiting.onChange) place.wakes.onChange = true
  if (waiting.wakeAtMs !== undefined) wakeAt(place, waiting.wakeAtMs)
  return { task }
}

function advanceWatch(
  task: Task & { readonly do: 'watch' },
  place: Place,
  advance: Advance,
): Progress {
  const { list, title, everyMs } = task
  let { inner, nextMs, text } = task
  if (!inner && place.turn.nowMs >= nextMs) {
    inner = { do: 'list', list, at: 0 }
    nextMs = place.turn.nowMs + everyMs
    text = ''
  }
  if (inner) {
    const gather = (more: string): void => {
      text += more
    }
    const within: Place = { ...place, input: NO_INPUT, out: gather, err: gather }
    const progress = advance(inner, within)
    if ('task' in progress) return { task: { ...task, inner: progress.task, nextMs, text } }
    place.out(`\u001b[H\u001b[2JEvery ${(everyMs / 1000).toFixed(1)}s: ${title}\n\n${text}`)
    nextMs = Math.max(nextMs, place.turn.nowMs + everyMs)
  }
  wakeAt(place, nextMs)
  const { inner: _, ...rest } = task
  return { task: { ...rest, nextMs, text: '' } }
}

/** The commands that xargs runs, once it has read everything. */
function queueOf(task: Task & { readonly do: 'xargs' }, text: string): readonly string[][] {
  const { words, each, replace } = task
  if (replace !== undefined)
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => words.map((word) => word.replaceAll(replace, line.trim())))
  const items = (text.match(/"[^"\n]*"|'[^'\n]*'|\S+/g) ?? []).map((item) =>
    item.replace(/^(["'])(.*)\1$/, '$2'),
  )
  if (items.length === 0) return task.always ? [[...words]] : []
  const count = Math.ceil(items.length / each)
  return Array.from({ length: count }, (_, turn) => [
    ...words,
    ...items.slice(turn * each, (turn + 1) * each),
  ])
}

function advanceXargs(
  task: Task & { readonly do: 'xargs' },
  place: Place,
  advance: Advance,
): Progress {
  let { queue, inner, exit } = task
  if (!queue) {
    if (!place.input.ended) return { task }
    queue = queueOf(task, place.input.text)
    place.input = NO_INPUT
  }
  for (;;) {
    if (!inner) {
      const [next, ...others] = queue
      if (!next) return { exit }
      queue = others
      const begun = startProgram(next, place)
      if ('exit' in begun) {
        if (begun.exit !== 0) exit = begun.exit === 127 ? 127 : 123
        continue
      }
      inner = begun.task
    }
    const progress = advance(inner, place)
    if ('task' in progress) return { task: { ...task, queue, inner: progress.task, exit } }
    inner = undefined
    if (progress.exit !== 0) exit = 123
  }
}

function advanceTool(task: Task & { readonly do: 'tool' }, place: Place): Progress {
  const tool = toolNamed(task.name, task.args, place)
  const { text, ended } = place.input
  const ours = tool.source === undefined
  const step = tool.take(task.state, tool.source ?? text, place.out)
  if (ours) place.input = { text: '', ended }
  if ('exit' in step) return step
  if (!ours || ended) return { exit: tool.end(step.state, place.out) }
  return { task: { ...task, state: step.state } }
}

/** `read X Y`: the next line, split at blanks; what is left over goes to the last name. */
function advanceRead(task: Task & { readonly do: 'read' }, place: Place): Progress {
  const { text, ended } = place.input
  const end = text.indexOf('\n')
  if (end < 0 && !ended) return { task }
  const line = end < 0 ? text : text.slice(0, end)
  place.input = { text: end < 0 ? '' : text.slice(end + 1), ended }
  const words = line.trim().split(/[ \t]+/)
  const values = task.names.map((name, index) => [
    name,
    index < task.names.length - 1 ? (words[index] ?? '') : words.slice(index).join(' '),
  ])
  const variables = { ...place.scope.variables, ...Object.fromEntries(values) }
  place.scope = { ...place.scope, variables }
  return { exit: end < 0 ? 1 : 0 }
}

type Leaf = Task & {
  readonly do: 'kubectl' | 'sleep' | 'timeout' | 'watch' | 'xargs' | 'tool' | 'read'
}

/** Takes a program as far as it gets. */
export function advanceLeaf(task: Leaf, place: Place, advance: Advance): Progress {
  switch (task.do) {
    case 'kubectl':
      return advanceKubectl(task, place)
    case 'sleep':
      if (task.untilMs !== undefined && place.turn.nowMs >= task.untilMs) return { exit: 0 }
      if (task.untilMs !== undefined) wakeAt(place, task.untilMs)
      return { task }
    case 'timeout': {
      if (place.turn.nowMs >= task.untilMs) return { exit: 124 }
      wakeAt(place, task.untilMs)
      const progress = advance(task.inner, place)
      return 'exit' in progress ? progress : { task: { ...task, inner: progress.task } }
    }
    case 'watch':
      return advanceWatch(task, place, advance)
    case 'xargs':
      return advanceXargs(task, place, advance)
    case 'read':
      return advanceRead(task, place)
    case 'tool':
      return advanceTool(task, place)
  }
}
