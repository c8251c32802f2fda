// Makes a fresh clone ready to run, with Node's own modules only: npm starts a script before
// anything is installed. Nothing newer than Node 12 may stand here, or an old Node could not even
// print the message that it is too old.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** A reason, in words for the reader, why the course cannot go on. Printed without a stack. */
export class SetUpError extends Error {}

// The releases all tools of the course run on: 21 and 23 are out of support, and Vite and jsdom
// both need something that came to 22 with 22.13.
const nodeLines = [
  { major: 20, minor: 19 },
  { major: 22, minor: 13 },
]

/** Why this version of Node will not do, or null if it will. */
export function nodeProblem(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  const line = nodeLines.find((one) => one.major === major)
  if (major >= 24 || (line && minor >= line.minor)) return null
  return (
    `Still Flying needs Node 20.19 or newer (20.19+, 22.13+, 24+); this is Node ${version.replace(/^v/, '')}.\n` +
    'Get a current one from https://nodejs.org/ and run the same command again.'
  )
}

const isRequired = (entry) => !entry.optional && !entry.devOptional && !entry.link

/**
 * Why packages have to be installed, or null if what is there is what the lock file asks for.
 * Compares contents, not times: in a fresh clone every file is equally new.
 */
export function installProblem(lockText, installedText) {
  if (installedText === null) return 'nothing is installed yet'
  let installed
  try {
    installed = JSON.parse(installedText).packages
  } catch {
    return 'the record of what is installed cannot be read'
  }
  const wanted = JSON.parse(lockText).packages
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue
    const there = installed[place]
    const name = place.replace(/^.*node_modules\//, '')
    if (!there) {
      if (isRequired(entry)) return `${name} is missing`
    } else if (there.version !== entry.version) {
      return `${name} is ${there.version}, wanted is ${entry.version}`
    } else if (there.integrity !== entry.integrity) {
      return `${name} is not the package of the lock file`
    }
  }
  return null
}

/** Turns what npm wrote on its way out into advice. */
export function installAdvice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET/.test(output)) {
    return (
      'The package registry could not be reached. Is this machine online? Behind a proxy or with a\n' +
      'registry of your own, tell npm: `npm config set proxy …` or `npm config set registry …`.'
    )
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'npm may not write into this folder. Check who owns it, node_modules included.'
  }
  if (/ENOSPC/.test(output)) return 'The disk is full.'
  if (/EUSAGE|can only install packages when/.test(output)) {
    return 'package.json and package-lock.json disagree: run `npm install` and commit the lock file.'
  }
  if (/EINTEGRITY/.test(output)) {
    return 'A download was damaged on the way: `npm cache clean --force`, then try again.'
  }
  return 'npm did not get through; what it said stands above.'
}

const readOrNull = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

// npm says where it lives when it runs us; without it we are started by hand.
const npmCommand = () =>
  process.env.npm_execpath && process.env.npm_execpath.endsWith('npm-cli.js')
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]

/** Runs npm with a line of progress; rejects with advice if it fails. */
export function npm(args, { label, cwd = root }) {
  const [command, before] = npmCommand()
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const live = process.stdout.isTTY
  process.stdout.write(live ? `… ${label}` : `… ${label}\n`)
  const ticker = live
    ? setInterval(() => process.stdout.write(`\r… ${label}, ${seconds()} s`), 1000)
    : undefined
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(
      command,
      [...before, ...args, '--loglevel=error', '--no-audit', '--no-fund'],
      {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32' && before.length === 0,
      },
    )
    // npm goes on after a polite signal, and a signal that ends us would not tell it anything.
    const orphaned = () => child.kill('SIGKILL')
    const leave = () => process.exit(130)
    process.once('exit', orphaned)
    process.once('SIGINT', leave)
    process.once('SIGTERM', leave)
    const end = (failure) => {
      process.removeListener('exit', orphaned)
      process.removeListener('SIGINT', leave)
      process.removeListener('SIGTERM', leave)
      clearInterval(ticker)
      if (live) process.stdout.write('\r\u001b[K')
      if (!failure) {
        process.stdout.write(`✓ ${label}, ${seconds()} s\n`)
        resolve()
        return
      }
      process.stdout.write(`✗ ${label}, ${seconds()} s\n${output.trim()}\n`)
      reject(new SetUpError(failure))
    }
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', (error) => end(`npm could not be started: ${error.message}`))
    child.on('close', (code) => end(code === 0 ? null : installAdvice(output)))
  })
}

/** Checks Node and installs what the lock file asks for, if it is not there. */
export async function setUp() {
  const problem = nodeProblem(process.version)
  if (problem) throw new SetUpError(problem)
  const lock = readOrNull(path.join(root, 'package-lock.json'))
  if (lock === null) throw new SetUpError('package-lock.json is missing: is this the whole course?')
  const reason = installProblem(
    lock,
    readOrNull(path.join(root, 'node_modules/.package-lock.json')),
  )
  if (reason) await npm(['ci'], { label: `Installing packages (${reason})` })
}

/** Runs the main function of a command: a reason the reader can act on gets no stack. */
export async function command(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof SetUpError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

/** Whether this module is the one Node was started with. */
export const isEntry = (moduleUrl) => pathToFileURL(process.argv[1] || '').href === moduleUrl

if (isEntry(import.meta.url)) command(setUp)
