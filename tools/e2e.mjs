// npm run e2e: builds the course and drives it in the browsers. What follows `--` goes to
// Playwright: npm run e2e -- reading.spec.ts --project chromium
import path from 'node:path'
import { ensureChromium, findFirefox } from './browsers.mjs'
import { runSteps } from './run-steps.mjs'
import { SetUpError, command, isEntry, root, setUp } from './set-up.mjs'

const node = (script, ...args) => [process.execPath, path.join(root, script), ...args]

export const e2eReport = path.join(root, '.build/reports/e2e.json')

export const pseudoBuildStep = {
  name: 'build in the pseudo-language',
  commands: [node('tools/pseudo.mjs')],
}

/** The step that runs Playwright; its own time limit is shorter, so that it can still report. */
export const e2eStep = (args = []) => ({
  name: 'end to end',
  needs: ['build', pseudoBuildStep.name],
  stream: true,
  minutes: 17,
  commands: [node('node_modules/@playwright/test/cli.js', 'test', ...args)],
})

/** Finds or installs the browsers, says which they are, and hands Chromium to Playwright. */
export async function readyBrowsers() {
  process.env.CHROMIUM_PATH = await ensureChromium()
  console.log(`✓ Chromium: ${process.env.CHROMIUM_PATH}`)
  const firefox = process.env.NO_FIREFOX ? null : await findFirefox()
  console.log(
    firefox
      ? `✓ Firefox: ${firefox.path}`
      : '– Firefox: none here, so its end-to-end tests do not run (FIREFOX_PATH names one)',
  )
}

async function main() {
  await setUp()
  await readyBrowsers()
  const build = { name: 'build', commands: [node('tools/build.mjs')] }
  const results = await runSteps([build, pseudoBuildStep, e2eStep(process.argv.slice(2))])
  if (results.some((result) => result.state !== 'passed')) {
    throw new SetUpError('The end-to-end tests did not pass.')
  }
}

if (isEntry(import.meta.url)) await command(main)
