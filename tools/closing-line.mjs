// Counts of tests, read from the reports of the two test programs, and the line that ends a run.
import { existsSync, readFileSync } from 'node:fs'

export const none = { passed: 0, failed: 0, skipped: 0 }

/** The sum of two counts. */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** Counts in a JSON report of vitest. A file that could not be loaded is one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts in a JSON report of Playwright. What passed only on a second try has failed once.
 *
 * @param {{ stats: Record<string, number>, errors?: readonly unknown[] }} report
 */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * What a step adds to the count. A failed step counts as at least one failure, also where its
 * report is missing, unreadable or all green: a run that broke off must not look like a pass.
 */
export function countStep(state, reportFile, count) {
  let counted = none
  if (reportFile && existsSync(reportFile)) {
    try {
      counted = count(JSON.parse(readFileSync(reportFile, 'utf8')))
    } catch {
      counted = none
    }
  }
  return state === 'failed' && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** `N passed, N failed`, and how many were skipped if any were. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
