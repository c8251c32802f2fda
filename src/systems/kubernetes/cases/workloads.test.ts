// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compare } from '../../../reliability/cases/agreement.ts'
import { workloadCases } from './workloads.ts'

// Run through the real code of Kubernetes 1.20.2: kinds of lines and their files.
const files = import.meta.glob<string>(['./recorded/{deploy,hash,pdb,rs}_*.ndjson'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe.each(Object.entries(files))('the recorded cases in %s', (_file, text) => {
  it('come out as in Kubernetes', () => {
    const lines = text.trim().split('\n')
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) {
      const entry = JSON.parse(line) as Readonly<Record<string, unknown>>
      const answer = workloadCases[String(entry['kind'])]?.(entry)
      const verdict = compare(answer?.got, answer?.expected, { relative: 0, absolute: 0 })
      expect(verdict.disagreement, line).toBeNull()
    }
  })
})
