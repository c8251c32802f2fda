// npm run check: everything that can be known without a browser, in named steps.
import path from 'node:path'
import { runSteps } from './run-steps.mjs'
import { SetUpError, command, isEntry, root, setUp } from './set-up.mjs'

const node = (script, ...args) => [process.execPath, path.join(root, script), ...args]
const vitest = (report, ...args) =>
  node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  )
const tsc = (project) => node('node_modules/typescript/bin/tsc', '--noEmit', '-p', project)

export const reports = {
  architecture: path.join(root, '.build/reports/architecture.json'),
  unit: path.join(root, '.build/reports/unit.json'),
}

const architectureTest = 'src/architecture.test.ts'

export const checkSteps = [
  // Types need the compiled catalogues; nothing after this step can do without them.
  { name: 'messages', stage: 'reading', commands: [node('tools/messages.mjs')] },
  {
    name: 'format',
    stage: 'reading',
    commands: [node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  },
  {
    name: 'lint',
    stage: 'reading',
    commands: [node('node_modules/oxlint/bin/oxlint', '--deny-warnings')],
  },
  {
    name: 'types',
    stage: 'reading',
    needs: ['messages'],
    commands: [tsc('tsconfig.json'), tsc('tsconfig.pure.json')],
  },
  { name: 'architecture', commands: [vitest(reports.architecture, architectureTest)] },
  {
    name: 'unit',
    minutes: 14,
    commands: [vitest(reports.unit, '--exclude', architectureTest)],
  },
  { name: 'content', commands: [node('tools/run-ts.mjs', 'tools/check-content.ts')] },
  { name: 'build', commands: [node('tools/build.mjs')] },
  {
    name: 'size budget',
    needs: ['build'],
    commands: [node('tools/size-budget.mjs')],
    note: (output) => output.split('\n').find((line) => line.startsWith('Largest:')),
  },
]

async function main() {
  await setUp()
  const results = await runSteps(checkSteps)
  const failed = results.filter((result) => result.state === 'failed').map(({ name }) => name)
  if (failed.length > 0) throw new SetUpError(`The check failed at: ${failed.join(', ')}.`)
  console.log('\nThe check has passed.')
}

if (isEntry(import.meta.url)) await command(main)
