// npm run bench:frames: what a figure that runs costs in each frame, at normal speed, and that it
// costs nothing where it cannot be seen. Prints and judges nothing; README.md says what is measured.
import path from 'node:path'
import { loadavg } from 'node:os'
import { ensureChromium } from '../tools/browsers.mjs'
import { serve } from '../tools/serve.mjs'
import { command, isEntry, root, setUp } from '../tools/set-up.mjs'
import { median } from './quantile.mjs'
import { tableOf } from './table.mjs'

const RUNS = 3
const SECONDS = 3
/** In characters: what moves is shorter. */
const LONGEST_PATH = 20_000
/** What the course promises for 500 requests in flight. */
const SCRIPT_MS = 4

/** The figures at their first scenes, and one with more requests in flight than a slider allows. */
const cases = [
  // 312 a second, each 0.8 s under way: 250 at any moment in each of the two lanes.
  { name: 'single-point, busy', id: 'single-point', values: { arrivals: 312 }, flight: '500' },
  { name: 'single-point', id: 'single-point', values: {} },
  { name: 'ha-versus-ft', id: 'ha-versus-ft', values: {} },
  { name: 'active-active', id: 'active-active', values: {} },
  { name: 'retry-storm', id: 'retry-storm', values: {} },
  { name: 'circuit-breaker', id: 'circuit-breaker', values: {} },
  { name: 'raft', id: 'raft', values: {} },
  { name: 'replication', id: 'replication', values: {} },
  { name: 'quorum-store', id: 'quorum-store', values: {} },
  { name: 'multi-primary', id: 'multi-primary', values: {} },
  { name: 'split-brain', id: 'split-brain', values: {} },
  { name: 'regions', id: 'regions', values: {} },
]

async function harness() {
  const { build } = await import('vite')
  const outDir = path.join(root, '.build/frames')
  await build({
    root: path.join(root, 'bench/frames'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      manifest: false,
      rolldownOptions: { input: path.join(root, 'bench/frames/index.html') },
    },
  })
  return outDir
}

/** Script and all work of the main thread in a frame, while the figure plays. */
async function frame(page, devtools, play) {
  const metrics = async () => {
    const { metrics: list } = await devtools.send('Performance.getMetrics')
    const at = Object.fromEntries(list.map(({ name, value }) => [name, value]))
    return { script: at.ScriptDuration, all: at.TaskDuration }
  }
  await play()
  const before = await metrics()
  const frames = await page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const end = performance.now() + ms
        let count = 0
        const tick = (now) => {
          count += 1
          if (now < end) requestAnimationFrame(tick)
          else resolve(count)
        }
        requestAnimationFrame(tick)
      }),
    SECONDS * 1000,
  )
  const after = await metrics()
  return {
    frames: frames / SECONDS,
    script: ((after.script - before.script) * 1000) / frames,
    all: ((after.all - before.all) * 1000) / frames,
  }
}

async function measure(browser, url, { id, values }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.goto(url)
  await page.waitForFunction(() => 'show' in globalThis)
  const events = await page.evaluate(([of, at]) => globalThis.show(of, at), [id, values])
  const toStart = page.getByRole('button', { name: 'To the start' })
  const play = page.getByRole('button', { name: /^(Play|Pause)$/ }).first()
  // The history of a run beyond the sliders has thousands of marks, which take a browser without a
  // graphics processor longer to paint than a frame lasts: what moves is measured without it.
  await page.evaluate((longest) => {
    for (const path of document.querySelectorAll('path'))
      if ((path.getAttribute('d') ?? '').length > longest) path.style.display = 'none'
  }, LONGEST_PATH)
  const figure = page.locator('[role=img] svg').first()
  await figure.scrollIntoViewIfNeeded()
  const found = await frame(page, devtools, async () => {
    await toStart.click()
    await play.click()
  })
  // Out of sight, the same figure goes on playing and draws nothing.
  const hidden = await frame(page, devtools, () =>
    page.evaluate(() => {
      document.body.style.paddingTop = '5000px'
      scrollTo(0, 0)
    }),
  )
  await page.close()
  return { ...found, events, hidden: hidden.script }
}

const ms = (value) => `${value.toFixed(2)} ms`

async function main() {
  await setUp()
  const { chromium } = await import('@playwright/test')
  const { url, close } = await serve({ dir: await harness() })
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const rows = []
  try {
    // Names of figures behind the command measure those alone.
    const wanted = process.argv.slice(2)
    for (const one of cases.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
      const found = []
      for (let run = 0; run < RUNS; run += 1) found.push(await measure(browser, url, one))
      const of = (key) => median(found.map((each) => each[key]))
      rows.push({
        what: one.name,
        flight: one.flight ?? '',
        events: String(found[0].events),
        frames: of('frames').toFixed(0),
        script: ms(of('script')),
        all: ms(of('all')),
        hidden: ms(of('hidden')),
      })
      console.log(`… ${one.name}: ${ms(of('script'))}`)
    }
  } finally {
    await browser.close()
    await close()
  }
  console.log(`\nA figure that plays at normal speed; script at most ${SCRIPT_MS} ms a frame\n`)
  console.log(
    tableOf(rows, [
      { key: 'what', head: 'figure' },
      { key: 'flight', head: 'in flight', right: true },
      { key: 'events', head: 'events', right: true },
      { key: 'frames', head: 'frames/s', right: true },
      { key: 'script', head: 'script/frame', right: true },
      { key: 'all', head: 'all work/frame', right: true },
      { key: 'hidden', head: 'script, off-screen', right: true },
    ]),
  )
  console.log(`\nLoad average ${loadavg()[0].toFixed(1)}`)
}

if (isEntry(import.meta.url)) await command(main)
