import { describe, expect, it } from 'vitest'
import type { ClassifyQuestion } from '../../question.ts'
import { isComplete, judge } from './judge.ts'

const both = { why: 'It has copies and pays with both.', misconception: 'one-kind-only' }

const question: ClassifyQuestion = {
  kind: 'classify',
  prompt: 'Of what is there more than one?',
  columns: [
    { id: 'space', text: 'Space' },
    { id: 'time', text: 'Time' },
    { id: 'bits', text: 'Information' },
  ],
  items: [
    {
      id: 'raid',
      text: 'A mirrored disk',
      in: 'space',
      why: 'Two disks hold the same.',
      mistakes: {
        time: { why: 'Nothing is done twice.', misconception: 'writes-twice' },
        bits: both,
      },
    },
    {
      id: 'retry',
      text: 'A request sent again',
      in: 'time',
      why: 'The same is tried later.',
      mistakes: { space: both, bits: both },
    },
    {
      id: 'crc',
      text: 'A checksum',
      in: 'bits',
      why: 'Some bits are there to check others.',
      mistakes: { space: both, time: both },
    },
    {
      id: 'cron',
      text: 'A nightly job run twice',
      in: 'time',
      why: 'It is done again.',
      mistakes: {},
    },
  ],
  solution: [],
}

const given = (columns: Record<string, string>) => judge(question, { kind: 'classify', columns })

describe('a classification', () => {
  it('is right when each item is where it belongs, and says of each why', () => {
    const judged = given({ raid: 'space', retry: 'time', crc: 'bits', cron: 'time' })
    expect([judged.right, judged.credit]).toEqual([true, 1])
    expect(judged.remarks.map(({ about, text }) => [about, text])).toEqual([
      ['raid', 'Two disks hold the same.'],
      ['retry', 'The same is tried later.'],
      ['crc', 'Some bits are there to check others.'],
      ['cron', 'It is done again.'],
    ])
  })

  it('is worth the share of items in their place, and answers the column that was chosen', () => {
    const judged = given({ cron: 'time', crc: 'time', retry: 'time', raid: 'time' })
    expect([judged.right, judged.credit]).toEqual([false, 0.5])
    expect(judged.remarks.filter(({ right }) => !right)).toEqual([
      {
        about: 'raid',
        right: false,
        text: 'Nothing is done twice.',
        misconception: 'writes-twice',
      },
      { about: 'crc', right: false, text: both.why, misconception: 'one-kind-only' },
    ])
  })

  it('cannot be judged while an item is in no column, or in one that there is not', () => {
    expect(() => given({ raid: 'space' })).toThrow('retry')
    expect(() => given({ raid: 'attic', retry: 'time', crc: 'bits', cron: 'time' })).toThrow(
      'attic',
    )
  })

  it('is complete when each item is in a column, right or wrong', () => {
    const columns = { raid: 'bits', retry: 'bits', crc: 'bits' }
    expect(isComplete(undefined, question)).toBe(false)
    expect(isComplete({ kind: 'classify', columns }, question)).toBe(false)
    expect(isComplete({ kind: 'classify', columns: { ...columns, cron: 'attic' } }, question)).toBe(
      false,
    )
    expect(isComplete({ kind: 'classify', columns: { ...columns, cron: 'bits' } }, question)).toBe(
      true,
    )
  })
})
