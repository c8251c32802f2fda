import { expect } from '@playwright/test'
import { build } from 'vite'
import { test } from './course-test.ts'
import { hashes } from './worlds/traffic.ts'

const RUNS = 1000

/** The worlds as one classic script, for a page without anything else on it. */
async function script(): Promise<string> {
  const [result] = [
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        minify: false,
        lib: { entry: 'e2e/worlds/traffic.ts', formats: ['iife'], name: 'worlds' },
      },
    }),
  ].flat()
  if (!result || !('output' in result)) throw new Error('nothing was built')
  return result.output[0].code
}

test(`the traffic world gives this browser the same ${RUNS} runs as Node, byte for byte`, async ({
  page,
}) => {
  test.slow()
  await page.goto('about:blank')
  await page.addScriptTag({ content: await script() })
  const there = await page.evaluate<readonly number[]>(`worlds.hashes(${RUNS})`)
  const here = hashes(RUNS)
  expect(new Set(here).size).toBeGreaterThan(RUNS * 0.99)
  expect(there).toEqual(here)
})
