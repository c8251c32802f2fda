import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formOf } from './form.mjs'
import { readLibrary } from './read-library.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'library-'))
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(
  path.join(folder, 'drill.ts'),
  String.raw`/** What a drill is asked. */
export interface Drill extends Base {
  /** Share that works, in [0, 1]. */
  readonly coverage: number
  /** How it is done; by hand by default. */
  readonly mode?: 'hand' | 'script'
}
/** What all are asked. */
export interface Base {
  /** One part. */
  readonly part: Component
}
/**
 * What a drill is worth.
 *
 * @param drill the drill
 * @param most how many, a whole number
 * @returns the worth
 * @throws RangeError if a field is out of its range
 * @category economics
 * @formula V = \frac{a}{b}
 * @formula W = V^2
 * @where a the gain; b the cost
 * @assumes Drills are independent of
 *   one another.
 * @source gray-1985
 * @example drill({ part: 0.9, coverage: 0.5 }) // 2
 */
export function drill(drill: Drill, most = 10): number { return most }
/** Nobody's business. */
export function inner(): void {}
`,
)
// What a test exports is none of the library.
writeFileSync(path.join(folder, 'drill.test.ts'), '/** @category x */ export function y() {}')

describe('readLibrary', () => {
  const { functions, types } = readLibrary(folder)
  const [drill] = functions

  it('finds the functions that name a category, and no other', () => {
    expect(functions.map(({ name }) => name)).toEqual(['drill'])
  })

  it('reads what the docstring says, tag by tag', () => {
    expect(drill).toMatchObject({
      file: 'drill.ts',
      category: 'economics',
      text: 'What a drill is worth.',
      formulas: [String.raw`V = \frac{a}{b}`, 'W = V^2'],
      where: ['a the gain; b the cost'],
      assumes: ['Drills are independent of\none another.'],
      throws: ['RangeError if a field is out of its range'],
      returns: 'number',
      returnsText: 'the worth',
      sources: ['gray-1985'],
    })
  })

  it('takes parameters apart into the fields of their types, inherited ones first', () => {
    const [first, second] = drill?.parameters ?? []
    expect(first?.opened?.fields).toMatchObject([
      { name: 'part', type: 'Component', optional: false },
      { name: 'coverage', type: 'number', optional: false },
      { name: 'mode', type: "'hand' | 'script'", optional: true },
    ])
    expect(second).toMatchObject({ name: 'most', optional: true, type: 'number' })
  })

  it('makes a form of the example: what it gives, and what it leaves out', () => {
    if (!drill) throw new Error('no drill')
    expect(formOf(drill, types)).toEqual({
      name: 'drill',
      fixed: [],
      fields: [
        { path: [0, 'part'], label: 'drill.part', optional: false, value: 0.9, kind: 'component' },
        {
          path: [0, 'coverage'],
          label: 'drill.coverage',
          optional: false,
          value: 0.5,
          kind: 'number',
        },
        {
          path: [0, 'mode'],
          label: 'drill.mode',
          optional: true,
          value: undefined,
          kind: 'choice',
          options: ['hand', 'script'],
        },
        { path: [1], label: 'most', optional: true, value: undefined, kind: 'number' },
      ],
    })
  })

  it('refuses a tag that the house form does not know', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'library-'))
    writeFileSync(
      path.join(other, 'f.ts'),
      '/**\n * F.\n * @category structure\n * @sauce x\n * @example f() // 1\n */\nexport function f(): number { return 1 }',
    )
    expect(() => readLibrary(other)).toThrow('f.ts: f has an unknown tag @sauce')
    rmSync(other, { recursive: true })
  })
})
