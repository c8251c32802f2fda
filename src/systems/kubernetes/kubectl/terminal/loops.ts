import type { For, If, While } from '../language/syntax.ts'
import { expander, outputsIn } from '../language/expand.ts'
import { substitute } from './redirect.ts'
import { type Advance, type Place, type Progress, type Task, variable } from './task.ts'

/** Loops may turn so often without any time going by. */
const IDLE_ROUNDS = 1000

/** What a loop does about a `break` or `continue` that reached it: true where it has to end. */
function leaves(place: Place): boolean {
  const { leaving, ...scope } = place.scope
  if (!leaving) return false
  if (leaving.by === 'exit') return true
  if (leaving.levels > 1) {
    place.scope = { ...scope, leaving: { ...leaving, levels: leaving.levels - 1 } }
    return true
  }
  place.scope = scope
  return leaving.by === 'break'
}

/** One value after the other. */
export function advanceFor(
  task: Task & { readonly do: 'for' },
  place: Place,
  advance: Advance,
): Progress {
  const of: For = task.of
  let { values, inner } = task
  if (!values) {
    const outputs = substitute(task.outputs, outputsIn(of.words), place, advance)
    if (outputs.running) return { task: { ...task, outputs } }
    const { fields } = expander({
      variable: (name) => variable(place, name),
      outputs: outputs.outputs,
      files: Object.keys(place.turn.world().files),
    })
    values = of.words.flatMap(fields)
  }
  let exit = 0
  for (let { at } = task; at < values.length; at += 1) {
    if (!inner) {
      const variables = { ...place.scope.variables, [of.name]: values[at] ?? '' }
      place.scope = { ...place.scope, variables }
    }
    const progress = advance(inner ?? { do: 'list', list: of.body, at: 0 }, place)
    inner = undefined
    if ('task' in progress) return { task: { ...task, values, at, inner: progress.task } }
    exit = progress.exit
    if (leaves(place)) break
  }
  return { exit }
}

/** Round after round, as the test says. */
export function advanceWhile(
  task: Task & { readonly do: 'while' },
  place: Place,
  advance: Advance,
): Progress {
  const of: While = task.of
  const { nowMs } = place.turn
  let { inTest, inner, exit, idle, beganMs } = task
  for (;;) {
    if (inTest && !inner) {
      idle = beganMs === nowMs ? idle + 1 : 0
      beganMs = nowMs
      if (idle > IDLE_ROUNDS) {
        place.err(
          `bash: ${of.until ? 'until' : 'while'}: stopped after ${IDLE_ROUNDS} rounds that took no time; put a sleep in\n`,
        )
        return { exit: 1 }
      }
    }
    const list = inTest ? of.test : of.body
    const progress = advance(inner ?? { do: 'list', list, at: 0 }, place)
    inner = undefined
    if ('task' in progress)
      return { task: { ...task, inTest, inner: progress.task, exit, idle, beganMs } }
    if (leaves(place)) return { exit: inTest ? exit : progress.exit }
    if (inTest && (progress.exit === 0) === of.until) return { exit }
    if (!inTest) exit = progress.exit
    inTest = !inTest
  }
}

/** One test after the other, and then one body. */
export function advanceIf(
  task: Task & { readonly do: 'if' },
  place: Place,
  advance: Advance,
): Progress {
  const of: If = task.of
  let { branch, inTest, inner } = task
  for (;;) {
    const { test = [], body = of.otherwise } = of.branches[branch] ?? {}
    if (test.length === 0) inTest = false
    const progress = advance(inner ?? { do: 'list', list: inTest ? test : body, at: 0 }, place)
    inner = undefined
    if ('task' in progress) return { task: { ...task, branch, inTest, inner: progress.task } }
    if (!inTest) return body.length === 0 ? { exit: 0 } : progress
    if (place.scope.leaving) return progress
    if (progress.exit === 0) inTest = false
    else branch += 1
  }
}
