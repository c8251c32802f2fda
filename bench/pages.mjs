// npm run bench:pages: how fast the pages are, beside a Starlight page with the same text. Prints
// and judges nothing; README.md says what each number means.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { ensureChromium } from '../tools/browsers.mjs'
import { serve } from '../tools/serve.mjs'
import { SetUpError, command, isEntry, root, setUp } from '../tools/set-up.mjs'
import { line, visit } from './loading.mjs'
import { median, quantile } from './quantile.mjs'
import { STEPS, slide } from './slider.mjs'
import { tableOf } from './table.mjs'

const RUNS = 5
const LESSON = 'lessons/independence'
const WIDGET = 'w/redundancy-paradox/'
/** The ratio is this bench's own aim; script and slider are held to what the course promises. */
const targets = { lcpRatio: 1, scriptKb: 110, sliderMs: 16.7 }

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const dist = path.join(root, 'dist')

/** The lesson as it was built, and if nothing was built yet, builds it. */
function builtLesson() {
  const page = path.join(dist, `en/${LESSON}/index.html`)
  if (!existsSync(page)) {
    console.log('… Building the course')
    spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], {
      cwd: root,
      stdio: 'ignore',
    })
  }
  if (!existsSync(page)) throw new SetUpError('The course is not built: run `npm run build` first.')
  return readFileSync(page, 'utf8')
}

/** The page to compare with, or null: without it the rest is measured all the same. */
async function starlightOrNull(html) {
  const { buildStarlight } = await import('./starlight-site.mjs')
  try {
    return await buildStarlight({ lesson: LESSON, html })
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    console.log(`${error.message}\nGoing on without Starlight.`)
    return null
  }
}

/** Turn and turn about, so that a busy minute of the machine strikes every page alike. */
async function visits(browser, urls) {
  const found = urls.map(() => [])
  // The server packs a file when it is first asked for; the round before the first is not counted.
  for (let run = -1; run < RUNS; run += 1) {
    for (const [index, url] of urls.entries()) {
      const seen = await visit(browser, url)
      if (run >= 0) found[index].push(seen)
    }
    if (run >= 0) console.log(`… Loading, round ${run + 1} of ${RUNS}`)
  }
  return found
}

async function slides(browser, url) {
  const found = []
  for (let run = 0; run < RUNS; run += 1) {
    found.push(await slide(browser, url))
    console.log(`… Slider, round ${run + 1} of ${RUNS}`)
  }
  return found
}

const ms = (value) => `${value.toFixed(0)} ms`
const fine = (value) => `${value.toFixed(1)} ms`
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const atMost = (value, target, written) => ({
  target: `at most ${written}`,
  verdict: value <= target ? 'met' : 'not met',
})

const lcpOf = (seen) => median(seen.map(({ lcpMs }) => lcpMs))

function lcpRow(name, seen) {
  const times = seen.map(({ lcpMs }) => lcpMs)
  const spread = `${Math.min(...times).toFixed(0)} to ${ms(Math.max(...times))}`
  return { what: `LCP, ${name}`, value: ms(lcpOf(seen)), note: `${spread}, <${seen[0].lcpOf}>` }
}

function ratioRow(ours, theirs) {
  const ratio = lcpOf(ours) / lcpOf(theirs)
  const verdict = atMost(ratio, targets.lcpRatio, targets.lcpRatio.toFixed(2))
  return { what: 'LCP, lesson / Starlight', value: ratio.toFixed(2), ...verdict }
}

/** What comes over the line by itself, and what has come once the page was read to its end. */
function weightRows(name, seen, target) {
  const at = (when, kind) => median(seen.map((one) => one[when][kind]))
  const files = (when) => `${at(when, 'scripts')} files`
  const read = at('read', 'script')
  return [
    {
      what: `script, ${name}, at the top`,
      value: kb(at('unread', 'script')),
      note: files('unread'),
    },
    {
      what: `script, ${name}, read to the end`,
      value: kb(read),
      note: files('read'),
      ...(target ? atMost(read, target * 1000, `${target} kB`) : {}),
    },
    { what: `everything, ${name}, at the top`, value: kb(at('unread', 'all')) },
  ]
}

const loadingRows = (ours, theirs) => [
  lcpRow('lesson', ours),
  ...(theirs ? [lcpRow('Starlight', theirs), ratioRow(ours, theirs)] : []),
  ...weightRows('lesson', ours, targets.scriptKb),
  ...(theirs ? weightRows('Starlight', theirs) : []),
]

function sliderRows(found, kind, what) {
  const rounds = found.map((round) => round[kind])
  const at = (share) =>
    median(
      rounds.map((steps) =>
        quantile(
          steps.map((step) => step.ms),
          share,
        ),
      ),
    )
  const still = rounds.flat().filter(({ changed }) => !changed).length
  return [
    { what: `${what}, p50`, value: fine(at(0.5)) },
    {
      what: `${what}, p95`,
      value: fine(at(0.95)),
      ...atMost(at(0.95), targets.sliderMs, fine(targets.sliderMs)),
      note: still > 0 ? `${still} steps changed nothing` : '',
    },
  ]
}

function conditions(browser, starlight) {
  return [
    `Chromium ${browser.version()}, Node ${process.version.slice(1)}, ${availableParallelism()} processors. Medians of ${RUNS}.`,
    `Loading: a cold visit at ${line.downMbit} Mbit/s, ${line.roundTripMs} ms, processor ${line.cpuSlowdown} times slower.`,
    starlight
      ? `Starlight ${starlight.version}: the text of the same lesson; its figures are left out.`
      : 'Starlight: not there.',
    `Slider: ${STEPS} steps at full speed, from the input event to the first task after its frame.`,
  ]
}

/** Other programs slow down exactly what is measured here, and a browser alone makes a load of 1. */
function busyWarning() {
  const [load] = loadavg()
  if (load <= availableParallelism()) return ''
  return `\nOther programs were at work (load ${load.toFixed(1)}): times are too high. Try again when it is quiet.`
}

async function main() {
  await setUp()
  const html = builtLesson()
  const starlight = await starlightOrNull(html)
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: browserArguments,
  })
  const servers = []
  try {
    const course = await serve({ dir: dist })
    servers.push(course)
    const urls = [`${course.url}en/${LESSON}/`]
    if (starlight) {
      servers.push(await serve({ dir: starlight.dir }))
      urls.push(`${servers[1].url}${LESSON}/`)
    }
    const [ours, theirs] = await visits(browser, urls)
    const slid = await slides(browser, `${course.url}${WIDGET}`)
    const rows = [
      ...loadingRows(ours, theirs),
      ...sliderRows(slid, 'drag', 'slider, dragged'),
      ...sliderRows(slid, 'keys', 'slider, arrow keys'),
    ]
    console.log(
      `\n${conditions(browser, starlight).join('\n')}\n\n${tableOf(rows)}${busyWarning()}`,
    )
  } finally {
    await browser.close()
    await Promise.all(servers.map(({ close }) => close()))
  }
}

if (isEntry(import.meta.url)) await command(main)
