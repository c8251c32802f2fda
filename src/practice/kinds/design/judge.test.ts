import { describe, expect, it } from 'vitest'
import type { DesignQuestion } from '../../question.ts'
import { designOf, isComplete, judge } from './judge.ts'

const options = (...ids: string[]) => ids.map((id) => ({ id, text: id }))
const design = (copies: string, zones: string, zone: boolean, majority: boolean, cost: number) => ({
  settings: { copies, zones },
  meets: [
    { met: zone, why: `${zones} zones.` },
    { met: majority, why: `${copies} copies.` },
  ],
  cost,
  costText: `$${cost}`,
})
const question: DesignQuestion = {
  kind: 'design',
  prompt: 'Choose.',
  solution: [],
  knobs: [
    { id: 'copies', text: 'Copies', options: options('2', '3', '5') },
    { id: 'zones', text: 'Zones', options: options('1', '3') },
  ],
  demands: [
    { text: 'Survives a zone', misconception: 'zones-are-free' },
    { text: 'Keeps a majority', misconception: 'half-is-enough' },
  ],
  designs: [
    design('2', '1', false, false, 200),
    design('2', '3', true, false, 260),
    design('3', '1', false, true, 300),
    design('3', '3', true, true, 360),
    design('5', '1', false, true, 500),
    design('5', '3', true, true, 560),
  ],
  dear: { why: 'One failure was asked for.', misconception: 'more-is-better' },
  why: 'The least that does it.',
}
const judged = (copies: string, zones: string) =>
  judge(question, { kind: 'design', settings: { copies, zones } })

describe('a design', () => {
  it('is right where nothing cheaper meets every demand', () => {
    expect(judged('3', '3')).toEqual({
      right: true,
      credit: 1,
      remarks: [
        { about: 'demand-1', right: true, text: '3 zones.' },
        { about: 'demand-2', right: true, text: '3 copies.' },
        { right: true, text: 'The least that does it.' },
      ],
    })
  })

  it('is worth half where it meets them all and costs more, and says which belief that is', () => {
    const { right, credit, remarks } = judged('5', '3')
    expect([right, credit]).toEqual([false, 0.5])
    expect(remarks.at(-1)).toEqual({
      right: false,
      text: 'One failure was asked for.',
      misconception: 'more-is-better',
    })
  })

  it('is worth less than that where it misses a demand, however cheap it is', () => {
    expect(judged('2', '3').credit).toBe(0.25)
    expect(judged('2', '1').credit).toBe(0)
    expect(judged('2', '3').remarks).toEqual([
      { about: 'demand-1', right: true, text: '3 zones.' },
      { about: 'demand-2', right: false, text: '2 copies.', misconception: 'half-is-enough' },
    ])
  })

  it('is right beside another that costs the same', () => {
    const equal = {
      ...question,
      designs: [...question.designs.slice(0, 5), design('5', '3', true, true, 360)],
    }
    expect(judge(equal, { kind: 'design', settings: { copies: '5', zones: '3' } }).right).toBe(true)
  })

  it('is complete with every knob set, and refused without', () => {
    const complete = (settings: Record<string, string>) =>
      isComplete({ kind: 'design', settings }, question)
    expect(isComplete(undefined, question)).toBe(false)
    expect(complete({ copies: '3' })).toBe(false)
    expect(complete({ copies: '4', zones: '3' })).toBe(false)
    expect(complete({ copies: '3', zones: '3' })).toBe(true)
    expect(designOf(question, { copies: '3', zones: '1' })?.cost).toBe(300)
    expect(() => judged('4', '3')).toThrow(RangeError)
  })
})
