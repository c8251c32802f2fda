// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kubeletCases } from './kubelet.ts'

it('restarts wait as long as those of the real back-off', () => {
  // Recorded from flowcontrol.Backoff of Kubernetes 1.20.2.
  const text = readFileSync(
    new URL('./recorded/kubelet_crashloop_backoff.ndjson', import.meta.url),
    'utf8',
  )
  const lines = text.trim().split('\n')
  expect(lines).toHaveLength(7)
  for (const line of lines) {
    const entry = JSON.parse(line) as Record<string, unknown>
    const { got, expected } = kubeletCases[String(entry.kind)]?.(entry) ?? {}
    expect(got).toEqual(expected)
  }
})
