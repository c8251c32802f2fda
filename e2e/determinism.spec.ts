import { expect } from '@playwright/test'
import { build } from 'vite'
import { test } from './course-test.ts'
import { worlds } from './worlds/worlds.ts'

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
        lib: { entry: 'e2e/worlds/worlds.ts', formats: ['iife'], name: 'course' },
      },
    }),
  ].flat()
  if (!result || !('output' in result)) throw new Error('nothing was built')
  return result.output[0].code
}

for (const [name, hashes] of Object.entries(worlds))
  test(`the ${name} gives this browser the same ${RUNS} runs as Node, byte for byte`, async ({
    page,
  }) => {
    test.slow()
    await page.goto('about:blank')
    await page.addScriptTag({ content: await script() })
    const there = await page.evaluate<readonly number[]>(
      `course.worlds[${JSON.stringify(name)}](${RUNS})`,
    )
    const here = hashes(RUNS)
    expect(new Set(here).size).toBeGreaterThan(RUNS * 0.99)
    expect(there).toEqual(here)
  })
