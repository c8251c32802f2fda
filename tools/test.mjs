// npm test: sets up a fresh clone, runs the check and the end-to-end tests, and ends, whatever
// happened in between, with the line `N passed, N failed`.
import fs from 'node:fs'
import path from 'node:path'
import { add, closingLine, countPlaywright, countStep, countVitest, none } from './closing-line.mjs'
import { SetUpError, root, setUp } from './set-up.mjs'

let total = none
let closed = false

function close() {
  if (closed) return
  closed = true
  if (total.passed + total.failed === 0) {
    console.log('\nNo test has run.')
    total = add(total, { ...none, failed: 1 })
  }
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(`\n${closingLine(total)}`)
}

// Knows of the running commands as soon as there are any.
let endCommands = () => {}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endCommands()
    console.log(`\nBroken off by ${signal}.`)
    total = add(total, { ...none, failed: 1 })
    close()
    process.exit(1)
  })
}

async function main() {
  await setUp()
  // An old Node or a missing package is reported by now; what they cannot read is loaded only here.
  endCommands = (await import('./run-command.mjs')).endCommands
  const { checkSteps, reports } = await import('./check.mjs')
  const { e2eReport, e2eStep, pseudoBuildStep, readyBrowsers } = await import('./e2e.mjs')
  const { runSteps } = await import('./run-steps.mjs')

  // A report of an earlier run must not be counted for this one.
  fs.rmSync(path.join(root, '.build/reports'), { recursive: true, force: true })
  await readyBrowsers()

  const counted = {
    architecture: [reports.architecture, countVitest],
    unit: [reports.unit, countVitest],
    'end to end': [e2eReport, countPlaywright],
  }
  const results = await runSteps([...checkSteps, pseudoBuildStep, e2eStep()], {
    keepGoing: true,
    onResult: ({ name, state }) => {
      total = add(total, countStep(state, ...(counted[name] || [])))
    },
  })
  const failed = results.filter((result) => result.state === 'failed').map(({ name }) => name)
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`)
}

main()
  .catch((error) => {
    console.log(`\n${error instanceof SetUpError ? error.message : error.stack}`)
    total = add(total, { ...none, failed: 1 })
  })
  .finally(close)
