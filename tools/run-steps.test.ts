import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCommand } from './run-command.mjs'
import { runSteps } from './run-steps.mjs'

let printed = ''
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const program = (code: string) => [process.execPath, '-e', code]
const good = { commands: [program('console.log("quiet")')] }
const bad = { commands: [program('console.log("why it failed"); process.exit(3)')] }

describe('runSteps', () => {
  it('finishes the stage of the first failure, then stops and names what did not run', async () => {
    const results = await runSteps([
      { name: 'format', stage: 'reading', ...bad },
      { name: 'lint', stage: 'reading', ...good },
      { name: 'unit', ...good },
    ])
    expect(results).toEqual([
      { name: 'format', state: 'failed' },
      { name: 'lint', state: 'passed' },
      { name: 'unit', state: 'not run' },
    ])
    expect(printed).toContain('– unit: not run')
  })

  it('keeps going where asked, save for steps whose needs have failed', async () => {
    const results = await runSteps(
      [
        { name: 'lint', ...bad },
        { name: 'unit', ...good },
        { name: 'build', ...bad },
        { name: 'end to end', needs: ['build'], ...good },
      ],
      { keepGoing: true },
    )
    expect(results.map(({ state }) => state)).toEqual(['failed', 'passed', 'failed', 'not run'])
  })

  it('prints all output of a step that failed and none of one that passed', async () => {
    await runSteps([
      { name: 'unit', ...good },
      { name: 'build', ...bad },
    ])
    expect(printed).toContain('why it failed')
    expect(printed).not.toContain('quiet')
    expect(printed).toMatch(/✓ unit {2}\d+\.\d s/)
    expect(printed).toMatch(/✗ build {2}\d+\.\d s/)
  })

  it('fails a step if any of its commands fails, and still runs the others', async () => {
    const [types] = await runSteps([
      { name: 'types', commands: [program('process.exit(1)'), program('console.log("second")')] },
    ])
    expect(types?.state).toBe('failed')
    expect(printed).toContain('second')
  })
})

describe('runCommand', () => {
  it('takes a program that does not exist for one that failed', async () => {
    const { ok, output } = await runCommand(['./no-such-program'])
    expect(ok).toBe(false)
    expect(output).toContain('could not be started')
  })

  it('ends a program that does not come to an end, with what it had said', async () => {
    const forever = program('console.log("begun"); setInterval(() => {}, 1000)')
    const { ok, output } = await runCommand(forever, { minutes: 0.02 })
    expect(ok).toBe(false)
    expect(output).toContain('without an answer')
  })
})
