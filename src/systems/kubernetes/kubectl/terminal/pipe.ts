import { type Advance, type Place, type Progress, type Stage, type Task } from './task.ts'

/** What a program ends with that writes where nobody reads any more: 128 and SIGPIPE's 13. */
const BROKEN_PIPE = 141

/**
 * Takes every command of a pipe as far as it gets, from left to right: what one prints, the next
 * reads in the same moment, so that `kubectl get pods -w | grep web` passes each line on at once.
 */
export function advancePipe(
  task: Task & { readonly do: 'pipe' },
  place: Place,
  advance: Advance,
): Progress {
  const stages: Stage[] = [...task.stages]
  for (let index = 0; index < stages.length; index += 1) {
    const stage = stages[index]
    if (!stage?.task) continue
    const after = stages[index + 1]
    let printed = ''
    const within: Place = {
      ...place,
      scope: stage.scope,
      input: stage.input,
      ...(after ? { out: (text: string) => void (printed += text) } : {}),
    }
    const progress = advance(stage.task, within)
    const { scope, input } = within
    const broken = after !== undefined && !after.task && printed !== ''
    if ('exit' in progress || broken) {
      const exit = 'exit' in progress ? progress.exit : BROKEN_PIPE
      stages[index] = { exit, scope, input }
    } else stages[index] = { ...stage, task: progress.task, scope, input }
    if (after?.task)
      stages[index + 1] = {
        ...after,
        input: {
          text: after.input.text + printed,
          ended: stages[index]?.task === undefined,
        },
      }
  }
  if (stages.some(({ task: running }) => running)) return { task: { ...task, stages } }
  return { exit: stages.at(-1)?.exit ?? 0 }
}
