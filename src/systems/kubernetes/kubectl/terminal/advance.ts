import type { Chain, Pipeline, Redirect, Simple, Syntax } from '../language/syntax.ts'
import { SyntaxProblem } from '../language/syntax.ts'
import { expander, outputsIn } from '../language/expand.ts'
import { advanceLeaf } from './leaves.ts'
import { advanceFor, advanceIf, advanceWhile } from './loops.ts'
import { advancePipe } from './pipe.ts'
import { startProgram } from './programs.ts'
import { redirected, sinksOf, substitute } from './redirect.ts'
import { type Input, NOTHING_YET, type Place, type Progress, type Task, variable } from './task.ts'

const BEGUN = { outputs: NOTHING_YET } as const

/** A command before its first step. */
export function taskOf(syntax: Syntax): Task {
  switch (syntax.kind) {
    case 'simple':
      return { do: 'simple', of: syntax, ...BEGUN }
    case 'for':
      return { do: 'for', of: syntax, ...BEGUN, at: 0 }
    case 'while':
      return { do: 'while', of: syntax, inTest: true, exit: 0, idle: 0, beganMs: -1 }
    case 'if':
      return { do: 'if', of: syntax, branch: 0, inTest: true }
    case 'group':
      return { do: 'list', list: syntax.body, at: 0 }
  }
}

/** A command with its redirections around it, and in a scope of its own where it asks for one. */
function begin(syntax: Syntax, place: Place): Progress {
  if (syntax.kind === 'simple') return advance(taskOf(syntax), place)
  const plain = taskOf(syntax)
  const inner: Task =
    syntax.kind === 'group' && syntax.apart
      ? { do: 'apart', scope: place.scope, inner: plain }
      : plain
  if (syntax.redirects.length === 0) return advance(inner, place)
  return around(syntax.redirects, [], place, () => ({ task: inner }))
}

/** Runs what `start` gives with its streams sent where the redirections say. */
function around(
  redirects: readonly Redirect[],
  outputs: readonly string[],
  place: Place,
  start: (place: Place) => Progress,
): Progress {
  const sinks = sinksOf(redirects, outputs, place)
  if (typeof sinks === 'string') {
    place.err(`${sinks}\n`)
    return { exit: 1 }
  }
  const within = redirected(sinks, place)
  const begun = start(within)
  place.scope = within.scope
  if ('exit' in begun) return begun
  return goOn({ do: 'redirected', ...sinks, inner: begun.task }, within, place)
}

/** One more step of a redirected task, and what it leaves behind. */
function goOn(task: Task & { readonly do: 'redirected' }, within: Place, place: Place): Progress {
  const progress = advance(task.inner, within)
  place.scope = within.scope
  const input: { input?: Input } = task.input ? { input: within.input } : {}
  if (!task.input) place.input = within.input
  return 'exit' in progress ? progress : { task: { ...task, ...input, inner: progress.task } }
}

function advanceList(task: Task & { readonly do: 'list' }, place: Place): Progress {
  let { inner } = task
  for (let { at } = task; at < task.list.length; at += 1) {
    const chain = task.list[at]
    if (!chain) break
    const progress = advance(inner ?? { do: 'chain', chain, at: 0 }, place)
    inner = undefined
    if ('task' in progress) return { task: { ...task, at, inner: progress.task } }
    if (place.scope.leaving) return progress
  }
  return { exit: place.scope.last }
}

const pipelineAt = (chain: Chain, at: number): Pipeline | undefined =>
  at === 0 ? chain.first : chain.rest[at - 1]?.pipeline

function beginPipeline({ commands }: Pipeline, place: Place): Progress {
  const [only, ...others] = commands
  if (only && others.length === 0) return begin(only, place)
  const scope = place.scope
  return advance(
    {
      do: 'pipe',
      stages: commands.map((command, index) => ({
        task:
          command.redirects.length === 0 || command.kind === 'simple'
            ? taskOf(command)
            : groupOf(command),
        exit: 0,
        scope,
        input: index === 0 ? place.input : { text: '', ended: false },
      })),
    },
    place,
  )
}

/** A compound command as a list of one, so that its redirections are looked at when it begins. */
const groupOf = (command: Syntax): Task => ({
  do: 'list',
  list: [{ first: { negated: false, commands: [command] }, rest: [] }],
  at: 0,
})

function advanceChain(task: Task & { readonly do: 'chain' }, place: Place): Progress {
  const { chain } = task
  let { inner } = task
  for (let { at } = task; at <= chain.rest.length; at += 1) {
    const pipeline = pipelineAt(chain, at)
    if (!pipeline) break
    if (!inner && at > 0 && (chain.rest[at - 1]?.on === '&&') !== (place.scope.last === 0)) continue
    const progress = inner ? advance(inner, place) : beginPipeline(pipeline, place)
    inner = undefined
    if ('task' in progress) return { task: { ...task, at, inner: progress.task } }
    const exit = pipeline.negated ? (progress.exit === 0 ? 1 : 0) : progress.exit
    place.scope = { ...place.scope, last: exit }
    if (place.scope.leaving) return { exit }
  }
  return { exit: place.scope.last }
}

const wordsOf = ({ sets, words, redirects }: Simple) => [
  ...sets.map(({ value }) => value),
  ...words,
  ...redirects.map(({ target }) => target),
]

function advanceSimple(task: Task & { readonly do: 'simple' }, place: Place): Progress {
  const { of } = task
  const outputs = substitute(task.outputs, outputsIn(wordsOf(of)), place, advance)
  if (outputs.running) return { task: { ...task, outputs } }
  const before = [...of.sets.map(({ value }) => value), ...of.words]
  const used = outputsIn(before).length
  const { fields, single } = expander({
    variable: (name) => variable(place, name),
    outputs: outputs.outputs,
    files: Object.keys(place.turn.world().files),
  })
  const keep = of.words.length === 0
  for (const { name, value } of of.sets) {
    const text = single(value)
    if (keep)
      place.scope = {
        ...place.scope,
        variables: { ...place.scope.variables, [name]: text },
      }
  }
  const words = of.words.flatMap(fields)
  const start = (within: Place): Progress =>
    words.length === 0 ? { exit: outputs.exit } : startProgram(words, within)
  if (of.redirects.length > 0)
    return around(of.redirects, outputs.outputs.slice(used), place, start)
  const begun = start(place)
  return 'exit' in begun ? begun : advance(begun.task, place)
}

/** Takes a task as far as it gets at this moment. */
export function advance(task: Task, place: Place): Progress {
  try {
    switch (task.do) {
      case 'list':
        return advanceList(task, place)
      case 'chain':
        return advanceChain(task, place)
      case 'pipe':
        return advancePipe(task, place, advance)
      case 'simple':
        return advanceSimple(task, place)
      case 'for':
        return advanceFor(task, place, advance)
      case 'while':
        return advanceWhile(task, place, advance)
      case 'if':
        return advanceIf(task, place, advance)
      case 'redirected':
        return goOn(task, redirected(task, place), place)
      case 'apart': {
        const within: Place = { ...place, scope: task.scope }
        const progress = advance(task.inner, within)
        place.input = within.input
        const { leaving: _, ...scope } = within.scope
        return 'exit' in progress ? progress : { task: { ...task, scope, inner: progress.task } }
      }
      default:
        return advanceLeaf(task, place, advance)
    }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    place.err(`${error.message}\n`)
    return { exit: 1 }
  }
}
