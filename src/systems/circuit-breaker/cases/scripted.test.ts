import { describe, expect, it } from 'vitest'
import { compare } from '../../../reliability/cases/agreement.ts'
import { breakerScript, recording } from './recording.ts'
import scripted from './scripted.json'

const cases = recording(scripted) ?? []

describe('a scripted schedule', () => {
  it.each(cases.map((golden) => [golden.args['script'], golden.args['breaker'], golden] as const))(
    '%s goes the same way through %s',
    (_, __, { args, expected }) => {
      const { disagreement } = compare(breakerScript(args), expected, { relative: 0, absolute: 0 })
      expect(disagreement).toBeNull()
    },
  )

  it('was recorded for seven schedules and five breakers', () => {
    expect(cases).toHaveLength(35)
  })

  it('tells the breakers apart: most do not agree with the consecutive one', () => {
    const agree = cases.filter(({ args, expected }) => {
      const got = breakerScript({ ...args, breaker: 'cockatiel.ConsecutiveBreaker(3)' })
      return compare(got, expected, { relative: 0, absolute: 0 }).disagreement === null
    })
    expect(agree.length).toBeGreaterThanOrEqual(7)
    expect(agree.length).toBeLessThan(20)
  })

  it('is not made of another file', () => {
    expect(recording({ cases: [] })).toBeNull()
  })
})
