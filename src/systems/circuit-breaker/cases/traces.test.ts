import { describe, expect, it } from 'vitest'
import { compare } from '../../../reliability/cases/agreement.ts'
import { evaluators } from './evaluate.ts'
import traces from './traces.json'

describe('a recorded trace', () => {
  it.each(traces.cases.map((golden) => [golden.id, golden.library, golden] as const))(
    '%s of %s has the same admissions, outcomes, times, states and transitions here',
    (_, __, golden) => {
      const got = evaluators.breakerTrace?.(golden)
      expect(compare(got, golden.expected, { relative: 0, absolute: 0 }).disagreement).toBeNull()
    },
  )

  it('is one of 24, and all three outcomes and all three states occur', () => {
    expect(traces.cases).toHaveLength(24)
    const calls = traces.cases.flatMap(({ expected }) => expected.calls)
    expect(new Set(calls.map(({ outcome }) => outcome)).size).toBe(3)
    expect(new Set(calls.map(({ before }) => before)).size).toBe(3)
  })

  it.each([
    ['of another library', { library: 'hystrix 1.5.18' }],
    ['of a rule that cockatiel has not', { rule: 'moon' }],
    ['with options that are none', { options: [] }],
    ['with an option left out', { options: { threshold: 3 } }],
    ['without calls', { calls: undefined }],
    ['with a call that may or may not fail', { calls: [{ at: 0, durationMs: 0, fails: 1 }] }],
  ])('%s is refused', (_, change) => {
    const golden = { ...traces.cases[0], ...change }
    expect(() => evaluators.breakerTrace?.(golden)).toThrow(TypeError)
  })
})
