import { describe, expect, it } from 'vitest'
import { letter } from './key-lines.ts'
import { keyText } from './key-words.ts'
import type { Kind } from './question.ts'
import { SAMPLES } from './sample-questions.ts'

const words = (kind: Kind) => keyText(SAMPLES[kind], 'en')

describe('a question on paper', () => {
  it.each(Object.values(SAMPLES))('asks first, and has a key: $kind', (laid) => {
    const { front, key } = keyText(laid, 'en')
    expect(front[0]).toBe(laid.prompt)
    expect(key.length).toBeGreaterThan(0)
    for (const line of [...front, ...key]) {
      expect(line).not.toMatch(/undefined|null|\[object|\.\.|^\s*$/)
      expect(line.trim()).toBe(line)
    }
  })

  it('letters its options in the order in which they are shown', () => {
    expect(words('choice')).toEqual({
      front: ['What comes first?', 'A. Pull the plug', 'B. Run `kubectl drain`'],
      key: ['B. Run `kubectl drain`. It moves the pods.'],
    })
    expect(words('choices').key).toEqual([
      'A. Run `kubectl drain`. It moves the pods.',
      'C. Wait! It helps.',
    ])
  })

  it('says in which unit to answer, and answers in it', () => {
    expect(words('numeric')).toEqual({
      front: ['How likely?', 'Answer in per cent.'],
      key: ['2.8%. Three times, less two.'],
    })
  })

  it('pairs what belongs together', () => {
    expect(words('match').key).toEqual([
      '1. RAID 1: Fault tolerance. No read is lost.',
      '2. A floating address: High availability. It moves.',
    ])
  })

  it('gives an order that keeps the rules, and the rules', () => {
    expect(words('order').key).toEqual([
      '1. Fence the old primary',
      '2. Promote the standby',
      'Two primaries are worse than none.',
      'Every order is right that keeps these rules:',
      '“Fence the old primary” comes before “Promote the standby”.',
    ])
  })

  it('leaves gaps and fills them', () => {
    expect(words('fill').front).toEqual([
      'Fill in.',
      'To be safe, ____ (1) in ____ (2).',
      '1. Pull the plug or Run `kubectl drain`',
      '2. A number. Answer in minutes.',
    ])
    expect(words('fill').key[0]).toBe('To be safe, Run `kubectl drain` in 42\u00a0min.')
  })

  it('asks for a curve at its places', () => {
    expect(words('graph').front.slice(1)).toEqual([
      'Copies: from 1 to 5.',
      'Availability: from 0% to 100%.',
      'Give the value at 1 and 3.',
    ])
    expect(words('graph').key.slice(0, 2)).toEqual(['At 1: 90%', 'At 3: 99.9%'])
  })

  it('tells a diagram by what needs what', () => {
    expect(words('diagram').front).toContain('Web. Needs DNS. Needs any of Copy A or Copy B.')
    expect(words('diagram').key).toEqual([
      'DNS',
      'DNS. Everybody asks it.',
      'Copy A. Copy B is left.',
      'Copy B. Copy A is left.',
    ])
    expect(keyText({ ...SAMPLES.diagram, key: [] }, 'en').key[0]).toBe('None of them')
  })

  it('gives the cheapest design that meets all demands', () => {
    expect(words('design').key).toEqual([
      'Copies: three. Three machines',
      'A. Two of three are left.',
      'The least that has a majority to lose.',
    ])
  })

  it('letters more options than there are letters', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letter)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
