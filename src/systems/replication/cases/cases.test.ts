// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { compare } from '../../../reliability/cases/agreement.ts'
import { rowsOf, serverOf } from '../turn.ts'
import recorded from './postgresql-15.json'
import { play, postgresqlScenario, recording } from './recording.ts'

const rows = recording(recorded) ?? []

describe('five scenarios that were run on PostgreSQL 15', () => {
  it('are all there', () => {
    expect(rows.map(({ args }) => args['id'])).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it.each(rows.map((row) => [row.args['id'], row] as const))(
    '%s comes out the same: acknowledged, visible, lost',
    (_, { args, expected }) => {
      const got = postgresqlScenario(args)
      expect(compare(got, expected, { relative: 0, absolute: 0 }).disagreement).toBeNull()
    },
  )

  // A: "acknowledged and lost: 1,000 rows"; B: nothing that was acknowledged.
  it('lose what the recording says they lose', () => {
    const lost = (id: string) => rowsOf(play(id).last.fates.filter((fate) => fate.lost))
    expect([lost('A'), lost('B'), lost('C'), lost('D')]).toEqual([1000, 0, 0, 0])
  })

  // D: 2,400,000 rows were received and not applied; the promotion took 1,980 ms to apply them.
  it('D is slow to take over, and loses nothing', () => {
    const [outage] = play('D').last.outages
    expect(outage?.applyMs).toBe(1980)
    expect(play('A').last.outages[0]?.applyMs).toBe(0)
  })

  it('E leaves two primaries that both acknowledge', () => {
    const { last } = play('E')
    expect([serverOf(last, 'P').role, serverOf(last, 'R1').role]).toEqual(['primary', 'primary'])
  })
})
