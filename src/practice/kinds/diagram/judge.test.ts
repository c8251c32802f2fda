import { describe, expect, it } from 'vitest'
import type { DiagramQuestion, Part } from '../../question.ts'
import { isComplete, judge } from './judge.ts'
import { inLines, layOut } from './layout.ts'
import { linksOf } from './links.ts'

const part = (
  id: string,
  at: Part['at'],
  needs: readonly string[] = [],
  anyOf: readonly string[] = [],
): Part => ({ id, text: id, at, needs, anyOf, why: `About ${id}.` })

const question: DiagramQuestion = {
  kind: 'diagram',
  prompt: 'What is shared?',
  solution: [],
  parts: [
    part('shop', [0, 0], ['dns'], ['left', 'right']),
    part('left', [1, 0], ['power']),
    part('right', [1, 1], ['power']),
    part('power', [2, 0]),
    part('dns', [0, 1]),
  ],
  served: ['shop'],
  key: ['power', 'dns'],
  overlooked: 'copies-share-nothing',
  imagined: 'all-is-shared',
}
const judged = (...parts: string[]) => judge(question, { kind: 'diagram', parts })

describe('the parts named', () => {
  it('are right where they are the shared ones, in whatever order', () => {
    expect(judged('dns', 'power')).toEqual({
      right: true,
      credit: 1,
      remarks: [
        { about: 'power', right: true, text: 'About power.' },
        { about: 'dns', right: true, text: 'About dns.' },
        { about: 'left', right: true, text: 'About left.' },
        { about: 'right', right: true, text: 'About right.' },
      ],
    })
  })

  it('come first, each with its belief where it is wrong; those left out follow', () => {
    expect(judged('left', 'power').remarks).toEqual([
      { about: 'left', right: false, text: 'About left.', misconception: 'all-is-shared' },
      { about: 'power', right: true, text: 'About power.' },
      { about: 'right', right: true, text: 'About right.' },
      { about: 'dns', right: false, text: 'About dns.', misconception: 'copies-share-nothing' },
    ])
  })

  it('earn what they share with the key, of all that is in either', () => {
    expect(judged('power').credit).toBe(1 / 2)
    expect(judged('power', 'left').credit).toBe(1 / 3)
    expect(judged('left', 'right').credit).toBe(0)
    expect(judged('left', 'right', 'power', 'dns').credit).toBe(1 / 2)
    expect(judged().credit).toBe(0)
  })

  it('must be one at least', () => {
    expect(isComplete(undefined)).toBe(false)
    expect(isComplete({ kind: 'diagram', parts: [] })).toBe(false)
    expect(isComplete({ kind: 'diagram', parts: ['left'] })).toBe(true)
  })
})

describe('the picture', () => {
  const served = { ids: ['shop'], word: 'served' }

  it.each([600, 290])('of %i has all boxes in it, and none over another', (width) => {
    const { placed, height } = layOut(question.parts, width, served)
    for (const { box } of placed) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
    for (const one of placed)
      for (const other of placed)
        if (one !== other)
          expect(
            one.box.x + one.box.width <= other.box.x ||
              other.box.x + other.box.width <= one.box.x ||
              one.box.y + one.box.height <= other.box.y ||
              other.box.y + other.box.height <= one.box.y,
          ).toBe(true)
  })

  it('is turned where it would be too wide for a phone', () => {
    const row = [0, 1, 2, 3].map((column) => part(`p${column}`, [column, 0]))
    const places = layOut(row, 290, { ids: [], word: '' }).placed.map(({ box }) => box)
    expect(new Set(places.map(({ x }) => x)).size).toBe(1)
    expect(new Set(places.map(({ y }) => y)).size).toBe(4)
  })

  it('has a line for each need, and bows it around what stands between', () => {
    const row = [part('a', [0, 0], ['c']), part('b', [1, 0]), part('c', [2, 0])]
    const { placed } = layOut(row, 600, { ids: [], word: '' })
    const [line] = linksOf(placed)
    const [, via = 0] = (/Q[\d.-]+ ([\d.-]+)/.exec(line?.line ?? '') ?? []).map(Number)
    const middle = placed[1]?.box
    if (!middle) throw new Error('three boxes, surely')
    expect(Math.abs(via - (middle.y + middle.height / 2))).toBeGreaterThan(middle.height / 2)
    expect(linksOf(layOut(question.parts, 600, served).placed)).toHaveLength(5)
  })

  it('divides names at spaces, and words only where they are far too long', () => {
    expect(inLines('Power feed A', 7)).toEqual(['Power', 'feed A'])
    expect(inLines('Balancers', 8)).toEqual(['Balancers'])
    expect(inLines('Authentication', 8)).toEqual(['Authent-', 'ication'])
  })
})
