import { describe, expect, it } from 'vitest'
import { DiagramTooLargeError, FALSE, TRUE, decisionDiagrams } from './decision-diagram.ts'

describe('decisionDiagrams', () => {
  it('gives equal functions equal numbers, however they were made', () => {
    const { node, choose } = decisionDiagrams(1000, 'test')
    const [a, b, c] = [node(0, TRUE, FALSE), node(1, TRUE, FALSE), node(2, TRUE, FALSE)]
    const both = choose(a, b, FALSE)
    expect(choose(b, a, FALSE)).toBe(both)
    // De Morgan: not (not a or not b).
    const not = (part: number): number => choose(part, FALSE, TRUE)
    expect(not(choose(not(a), TRUE, not(b)))).toBe(both)
    // Distribution: a and (b or c).
    const spread = choose(both, TRUE, choose(a, c, FALSE))
    expect(choose(a, choose(b, TRUE, c), FALSE)).toBe(spread)
    expect(choose(a, TRUE, not(a))).toBe(TRUE)
    expect(node(0, c, c)).toBe(c)
  })

  it('keeps its numbers when it grows past its first room', () => {
    const { node, choose, size } = decisionDiagrams(100_000, 'test')
    const variables = Array.from({ length: 6000 }, (_, index) => node(index, TRUE, FALSE))
    expect(size()).toBe(6002)
    expect(variables.map((_, index) => node(index, TRUE, FALSE))).toEqual(variables)
    const [first = 0, last = 0] = [variables[0], variables[5999]]
    expect(choose(first, last, FALSE)).toBe(choose(last, first, FALSE))
  })

  it('refuses to grow past what it may, and says so', () => {
    const { node, choose, allow } = decisionDiagrams(4, 'faultTree')
    const [a, b] = [node(0, TRUE, FALSE), node(1, TRUE, FALSE)]
    expect(() => choose(a, b, FALSE)).toThrow(DiagramTooLargeError)
    expect(() => choose(a, b, FALSE)).toThrow(
      'faultTree: the decision diagram must have at most 4 nodes, got more',
    )
    allow(5)
    expect(choose(a, b, FALSE)).toBe(4)
  })
})
