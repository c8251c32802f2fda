import { describe, expect, it } from 'vitest'
import { instrumented } from './instrument.ts'

/** Runs the instrumented code with a counter, which throws at the limit. */
function run(code: string, limit = 100) {
  const steps: number[] = []
  const step = (line: number): void => {
    steps.push(line)
    if (steps.length > limit) throw new RangeError(`line ${line}`)
  }
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- code of this test
  const result: unknown = new Function('__step', instrumented(code))(step)
  return { result, steps }
}

describe('a loop', () => {
  // By hand: what it gives back is what it gave back before, and the rounds are counted.
  it.each([
    ['for', 'let s = 0\nfor (let i = 0; i < 4; i += 1) {\n s += i\n}\nreturn s', 6, [2, 2, 2, 2]],
    [
      'for without a block',
      'let s = 0\nfor (let i = 0; i < 3; i++) s += i\nreturn s',
      3,
      [2, 2, 2],
    ],
    ['for of', 'let s = 0; for (const x of [1, 2]) { s += x } return s', 3, [1, 1]],
    ['for in', 'let s = ""; for (const k in { a: 1 }) s += k; return s', 'a', [1]],
    ['while', 'let i = 0\n\nwhile (i < 2) i += 1\nreturn i', 2, [3, 3]],
    ['do', 'let i = 0\ndo { i += 1 } while (i < 2)\nreturn i', 2, [2, 2]],
    ['do without a block', 'let i = 0\ndo i += 1; while (i < 2)\nreturn i', 2, [2, 2]],
    [
      'one in another',
      'let s = 0\nfor (const x of [1, 2])\n for (const y of [1]) s += x * y\nreturn s',
      3,
      [2, 3, 2, 3],
    ],
    ['an if in it', 'let i = 0\nwhile (true) if (++i > 2) break\nreturn i', 3, [2, 2, 2]],
    ['a label', 'out: for (;;) { for (;;) { break out } }\nreturn 1', 1, [1, 1]],
  ])('%s is counted, and does what it did', (_, code, result, steps) => {
    expect(run(code)).toEqual({ result, steps })
    expect(instrumented(code).split('\n')).toHaveLength(code.split('\n').length)
  })

  it.each([
    'for (;;) {}',
    'for (;;);',
    'while (true);',
    'do {} while (true)',
    'while (1) { continue }',
  ])('without an end is stopped: %s', (code) => {
    expect(() => run(code)).toThrow('line 1')
  })

  it('in a text or a comment is none', () => {
    const code = 'const s = "for (;;) {}" // while (true)\nreturn s'
    expect(instrumented(code)).toBe(code)
  })

  it('in code that cannot be read is left to the browser', () => {
    const code = 'for (;;) { if ( }'
    expect(instrumented(code)).toBe(code)
  })
})
