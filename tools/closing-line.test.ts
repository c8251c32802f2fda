import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, closingLine, countPlaywright, countStep, countVitest } from './closing-line.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (name: string, value: unknown) => {
  const file = path.join(folder, name)
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}

// The fields of the reports as vitest 4.1 and Playwright 1.64 write them.
const vitest = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ],
}
const playwright = { stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 4 }, errors: [{}] }

describe('counting', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  it('counts a flaky test and an error outside of tests as failures', () => {
    expect(countPlaywright(playwright)).toEqual({ passed: 7, failed: 2, skipped: 4 })
  })

  it('counts a failed step without tests as one failure, a passed one as nothing', () => {
    expect(countStep('failed')).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countStep('passed')).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })

  it('does not take a run that broke off for a pass', () => {
    const one = { passed: 0, failed: 1, skipped: 0 }
    expect(countStep('failed', path.join(folder, 'missing.json'), countVitest)).toEqual(one)
    expect(countStep('failed', report('half.json', '{"numPass'), countVitest)).toEqual(one)
    const green = { ...vitest, numFailedTests: 0, testResults: [] }
    expect(countStep('failed', report('green.json', green), countVitest).failed).toBe(1)
  })

  it('takes the numbers of a failed step from its report where there is one', () => {
    const counted = countStep('failed', report('red.json', vitest), countVitest)
    expect(counted).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })
})

describe('closingLine', () => {
  it('names passed and failed, and skipped only where some were', () => {
    const units = { passed: 5, failed: 2, skipped: 3 }
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(closingLine(add(units, units))).toBe('10 passed, 4 failed, 6 skipped')
  })
})
