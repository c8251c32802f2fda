import { spawn } from 'node:child_process'
import { root } from './set-up.mjs'

const running = new Set()

// Each child leads a group of its own, so that ending it ends what it has started too.
const grouped = process.platform !== 'win32'

function end(child, signal) {
  try {
    if (grouped) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** Ends every command that is still running, with all that it started. */
export function endCommands() {
  for (const child of running) end(child, 'SIGKILL')
}

/**
 * Runs a program to its end. Its output is collected, or with `stream` shown as it comes; never
 * rejects: a program that cannot be started or takes longer than `minutes` is one that failed.
 *
 * @param {readonly string[]} commandLine the program, then its arguments
 * @param {{ stream?: boolean, minutes?: number, cwd?: string }} [options]
 */
export function runCommand(commandLine, { stream = false, minutes = 3, cwd = root } = {}) {
  const [file, ...args] = commandLine
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      detached: grouped,
      stdio: stream ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    let done = false
    const settle = (ok, remark = '') => {
      if (done) return
      done = true
      clearTimeout(timer)
      running.delete(child)
      if (stream && remark) process.stdout.write(`${remark}\n`)
      resolve({ ok, output: remark ? `${output.trimEnd()}\n${remark}`.trim() : output })
    }
    const timer = setTimeout(() => {
      end(child, 'SIGKILL')
      settle(false, `Ended after ${minutes} minutes without an answer.`)
    }, minutes * 60_000)
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.on('error', (error) => settle(false, `${file} could not be started: ${error.message}`))
    child.on('close', (code, signal) => {
      settle(code === 0, signal ? `Ended by ${signal}.` : '')
    })
  })
}
