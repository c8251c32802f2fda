import { describe, expect, it } from 'vitest'
import { type Served, requestsTable } from './requests-table.ts'

const served: Served['fates'][number] = {
  bornMs: 1000,
  endMs: 1700,
  outcome: 'served',
  why: 'cut',
  attempts: 2,
  masked: false,
  lost: true,
}

describe('the table of requests', () => {
  it('says of each what became of it, in the order in which they came', () => {
    const failed: typeof served = { ...served, outcome: 'failed', why: 'timed-out', lost: false }
    const open: typeof served = { ...served, endMs: undefined, outcome: 'open', lost: false }
    const { rows } = requestsTable([
      { design: 'one', fates: [served, failed] },
      { design: 'other', fates: [open] },
    ])
    expect(rows).toEqual([
      ['one', 1, 1000, 1700, 700, 'served', 2, 0, 1],
      ['one', 2, 1000, 1700, 700, 'failed: timed out', 2, 0, 0],
      ['other', 1, 1000, '', '', 'not known yet', 2, 0, 0],
    ])
  })
})
