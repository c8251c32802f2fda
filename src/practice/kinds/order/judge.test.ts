import { describe, expect, it } from 'vitest'
import type { OrderQuestion } from '../../question.ts'
import { isComplete, judge, mended, moved } from './judge.ts'

const early = { why: 'The old one still writes.', misconception: 'promote-first' }

/** Fence before promote, promote before announce, detect before fence; looking at it is free. */
const question: OrderQuestion = {
  kind: 'order',
  prompt: 'Put the failover in order.',
  steps: ['announce', 'look', 'promote', 'detect', 'fence'].map((id) => ({ id, text: id })),
  rules: [
    { earlier: 'detect', later: 'fence', why: 'Nothing is known yet.', misconception: 'psychic' },
    { earlier: 'fence', later: 'promote', ...early },
    { earlier: 'detect', later: 'promote', why: 'Why promote?', misconception: 'psychic' },
    { earlier: 'promote', later: 'announce', why: 'There is no leader.', misconception: 'eager' },
  ],
  why: 'The old leader is silenced before the new one speaks.',
  solution: [],
}

const given = (...steps: string[]) => judge(question, { kind: 'order', steps })

describe('an order', () => {
  it('is right wherever the rules let a step stand', () => {
    const right = {
      right: true,
      credit: 1,
      remarks: [{ right: true, text: 'The old leader is silenced before the new one speaks.' }],
    }
    expect(given('detect', 'fence', 'promote', 'announce', 'look')).toEqual(right)
    expect(given('look', 'detect', 'fence', 'promote', 'announce')).toEqual(right)
  })

  it('is worth the share of rules kept, with a remark on the step that came too early', () => {
    expect(given('detect', 'promote', 'fence', 'look', 'announce')).toEqual({
      right: false,
      credit: 0.75,
      remarks: [
        {
          about: 'promote',
          right: false,
          text: 'The old one still writes.',
          misconception: 'promote-first',
        },
      ],
    })
  })

  it('has a remark for each broken rule, two of them on one step', () => {
    const { credit, remarks } = given('promote', 'fence', 'detect', 'look', 'announce')
    expect(credit).toBe(0.25)
    expect(remarks.map(({ about, misconception }) => [about, misconception])).toEqual([
      ['fence', 'psychic'],
      ['promote', 'promote-first'],
      ['promote', 'psychic'],
    ])
  })

  it('is worth nothing backwards', () => {
    expect(given('announce', 'promote', 'fence', 'detect', 'look').credit).toBe(0)
  })

  it('cannot be judged with a step left out, repeated or foreign', () => {
    expect(() => given('detect', 'fence', 'promote', 'announce')).toThrow(RangeError)
    expect(() => given('detect', 'fence', 'promote', 'announce', 'detect')).toThrow(RangeError)
    expect(() => given('detect', 'fence', 'promote', 'announce', 'pray')).toThrow(RangeError)
  })

  it('is complete once a step has been moved', () => {
    expect(isComplete(undefined, question)).toBe(false)
    const steps = question.steps.map(({ id }) => id)
    expect(isComplete({ kind: 'order', steps }, question)).toBe(true)
  })

  it('changes by one place at a time, and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })

  it('is mended with what was right left as it was', () => {
    const ids = mended(question, ['look', 'promote', 'detect', 'fence', 'announce'])
    expect(ids.map(({ id }) => id)).toEqual(['look', 'detect', 'fence', 'promote', 'announce'])
  })
})
