import { runCommand } from './run-command.mjs'

const write = (text) => process.stdout.write(text)

/**
 * Runs named steps in order and prints each with a tick and its seconds; a failing step's output
 * is printed in full.
 *
 * A step is `{ name, commands, stage?, needs?, stream?, minutes?, note? }`. After a failure the
 * rest of the same stage still runs (three complaints at once beat three rounds), then the run
 * stops; with `keepGoing` every step runs whose `needs` have passed. Steps not run are named.
 *
 * Resolves to `[{ name, state: 'passed' | 'failed' | 'not run' }]`.
 */
export async function runSteps(steps, { keepGoing = false, onResult = () => {} } = {}) {
  const results = []
  const stateOf = (name) => results.find((result) => result.name === name)?.state
  let stoppedIn = null

  for (const step of steps) {
    const unmet = (step.needs ?? []).find((name) => stateOf(name) !== 'passed')
    const stopped = !keepGoing && stoppedIn && stoppedIn !== (step.stage ?? step.name)
    if (unmet || stopped) {
      write(`– ${step.name}: not run, ${unmet ? `it needs ${unmet}` : 'an earlier step failed'}\n`)
      results.push({ name: step.name, state: 'not run' })
      continue
    }
    const state = (await runStep(step)) ? 'passed' : 'failed'
    if (state === 'failed') stoppedIn ??= step.stage ?? step.name
    results.push({ name: step.name, state })
    onResult(results.at(-1))
  }
  return results
}

async function runStep(step) {
  const started = performance.now()
  const live = process.stdout.isTTY && !step.stream
  if (live) write(`… ${step.name}`)
  if (step.stream) write(`… ${step.name}\n`)

  let ok = true
  let output = ''
  for (const command of step.commands) {
    const result = await runCommand(command, step)
    ok &&= result.ok
    output += result.output
  }

  if (live) write('\r\u001b[K')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const note = step.note?.(output)
  write(`${ok ? '✓' : '✗'} ${step.name}  ${seconds} s${note ? `  ${note}` : ''}\n`)
  if (!ok && !step.stream) write(`${output.trimEnd()}\n\n`)
  return ok
}
