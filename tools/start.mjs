// npm start: from a fresh clone to the course in a browser. Builds what readers get and serves it.
import { SetUpError, command, setUp } from './set-up.mjs'

async function main() {
  await setUp()
  const { endCommands } = await import('./run-command.mjs')
  const { runSteps } = await import('./run-steps.mjs')
  const { serve } = await import('./serve.mjs')

  let site = null
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      endCommands()
      console.log(site ? '\nStopped.' : '\nBroken off.')
      process.exit(site ? 0 : 130)
    })
  }

  const [build] = await runSteps([
    { name: 'Building the course', commands: [[process.execPath, 'tools/build.mjs']] },
  ])
  if (build.state !== 'passed') throw new SetUpError('The course could not be built; see above.')

  site = await serve({ dir: 'dist', port: 4173 })
  console.log(`\nStill Flying is at  ${site.url}\nCtrl-C ends it.`)
}

command(main)
