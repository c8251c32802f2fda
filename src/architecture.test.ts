import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../tools/architecture/read-table.ts'
import { layers } from '../tools/architecture/rules.ts'
import { isPure, violations } from '../tools/architecture/violations.ts'

const root = path.resolve(import.meta.dirname, '..')

function filesBelow(folder: string, pattern: RegExp): readonly (readonly [string, string])[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .map((name) => [name, readFileSync(path.join(root, name), 'utf8')] as const)
}

const project = new Map([...filesBelow('src', /\.(tsx?|css)$/), ...filesBelow('content', /\.mdx$/)])

/** Violations among files that exist only here. */
const planted = (files: Readonly<Record<string, string>>) =>
  violations(new Map(Object.entries(files)))

describe('the project as it stands', () => {
  it('breaks no rule of the architecture', () => {
    expect(violations(project)).toEqual([])
  })

  it('is read in full: scripts, style sheets and lessons, pure files among them', () => {
    const paths = [...project.keys()]
    expect(paths.some((one) => one.endsWith('.css'))).toBe(true)
    expect(paths.some((one) => one.endsWith('.mdx'))).toBe(true)
    expect(paths.filter(isPure)).toContain('src/reliability/k-of-n.ts')
  })

  it('follows the table that ARCHITECTURE.md prints', () => {
    const markdown = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
    expect(readTable(markdown)).toEqual(layers)
  })
})

describe('reading the table', () => {
  const table = (cell: string) =>
    `| folder | holds | may import |\n|-|-|-|\n| \`ui/\` | x | ${cell} |`

  it('notices a folder that the table allows and the rules do not', () => {
    expect(readTable(table('`figures`, `react`'))).toEqual({
      ui: { folders: ['figures'], packages: ['react'], siblingsApart: false },
    })
  })

  it('takes no empty cell for "nothing"', () => {
    expect(() => readTable(table(' '))).toThrow(SyntaxError)
    expect(readTable(table('nothing')).ui?.folders).toEqual([])
  })
})

// A boundary check that has never failed proves nothing: each rule is broken here once, in files
// that exist only in memory, beside the nearest thing that is allowed.
describe('a planted breach is found:', () => {
  it.each([
    ['reliability', 'simulation'],
    ['simulation', 'systems'],
    ['systems', 'figures'],
    ['figures', 'reliability'],
    ['ui', 'figures'],
    ['frame', 'widgets'],
    ['widgets', 'lesson'],
    ['practice', 'frame'],
    ['lesson', 'widgets'],
    ['present', 'app'],
  ])('%s imports %s', (from, to) => {
    const importing = (target: string) => `import { a } from '${target}'\nexport const b = a + 1`
    expect(planted({ [`src/${from}/a/b.ts`]: importing(`../../${to}/a/c.ts`) })).toEqual([
      `src/${from}/a/b.ts: ${from} may not import ${to} (../../${to}/a/c.ts)`,
    ])
    expect(planted({ [`src/${from}/a/b.ts`]: importing('./c.ts') })).toEqual([])
    expect(planted({ [`src/app/b.ts`]: importing(`../${to}/a/c.ts`) })).toEqual([])
  })

  it.each([
    ['a type', `import type { A } from '../app/a.ts'\nexport const b = (a: A) => a`],
    ['an inline type', `export const b = (a: import('../app/a.ts').A) => a`],
    ['an export of another file', `export { a } from '../app/a.ts'\nexport const b = 1`],
    ['a dynamic import', `export const b = () => import('../app/a.ts')`],
    ['a glob', `export const b = import.meta.glob('../app/*.ts')`],
    ['a glob of several', `export const b = import.meta.glob(['./x.ts', '../app/*.ts'])`],
    ['a side effect', `import '../app/a.ts'\nexport const b = 1`],
  ])('an import written as %s', (_, code) => {
    expect(planted({ 'src/ui/b.ts': code })).toHaveLength(1)
  })

  it('a style sheet that takes from above', () => {
    expect(planted({ 'src/ui/a.css': `@import '../app/b.css';` })).toHaveLength(1)
    expect(
      planted({ 'src/ui/a.module.css': `.a { composes: b from '../app/b.css' }` }),
    ).toHaveLength(1)
    expect(planted({ 'src/ui/a.css': `/* @import '../app/b.css'; */` })).toEqual([])
  })

  it('an import in a comment or a string is none', () => {
    const code = `// import '../app/a.ts'\n/* import '../app/a.ts' */\nexport const b = "import '../app/a.ts'"`
    expect(planted({ 'src/ui/b.ts': code })).toEqual([])
  })

  it.each(['widgets', 'systems'])('one folder of %s imports its sibling', (folder) => {
    const code = `import { a } from '../b/c.ts'\nexport const d = a + 1`
    expect(planted({ [`src/${folder}/a/c.ts`]: code })).toEqual([
      `src/${folder}/a/c.ts: may not import its sibling src/${folder}/b/c.ts`,
    ])
    expect(planted({ [`src/${folder}/b/x/c.ts`]: code })).toEqual([])
  })

  it.each([
    ['reliability', 'd3-array'],
    ['systems', 'react'],
    ['figures', 'zustand'],
    ['ui', 'd3-scale'],
  ])('%s imports the package %s', (folder, name) => {
    const code = `import { a } from '${name}'\nexport const b = a + 1`
    expect(planted({ [`src/${folder}/a/b.ts`]: code })).toContain(
      `src/${folder}/a/b.ts: ${folder} may not import the package ${name}`,
    )
    expect(planted({ [`src/${folder}/a/b.test.ts`]: code })).toEqual([])
  })

  it.each([
    'window.name',
    'document.title',
    'Date.now()',
    'new Date(0)',
    'Math.random()',
    'performance.now()',
    'setTimeout(() => 1, 0)',
    'globalThis.name',
    'localStorage.length',
    'crypto.randomUUID()',
    '{ Date }',
  ])('a pure file uses %s', (expression) => {
    const code = `export const a = () => (${expression})`
    for (const file of [
      'simulation/a.ts',
      'systems/a/a.ts',
      'widgets/a/model.ts',
      'widgets/a/scenes.ts',
    ]) {
      expect(planted({ [`src/${file}`]: code })).toHaveLength(1)
    }
    expect(planted({ 'src/widgets/a/Figure.ts': code })).toEqual([])
  })

  it('a name of its own or a key is not the global of that name', () => {
    const code = `
      export interface World { readonly history: readonly string[]; readonly Date: string }
      export const forked = (history: readonly string[]) => ({ Date: history[0], location: 1 })
      export const first = (world: World) => world.Date`
    expect(planted({ 'src/systems/a/a.ts': code })).toEqual([])
  })

  it('a model imports React, or words, which are allowed, or d3, which computes', () => {
    const model = (name: string) => ({
      'src/widgets/a/model.ts': `import { a } from '${name}'\nexport const b = a + 1`,
    })
    expect(planted(model('react'))).toEqual(['src/widgets/a/model.ts: is pure, yet uses react'])
    expect(planted(model('#messages/messages.js'))).toEqual([])
    expect(planted(model('d3-array'))).toEqual([])
  })

  it('a pure file reaches a clock by way of a file that need not be pure', () => {
    const files = {
      'src/widgets/a/model.ts': `import { b } from '../../frame/b.ts'\nexport const a = b`,
      'src/frame/b.ts': `import { c } from './c.ts'\nexport const b = c`,
      'src/frame/c.ts': `export const c = () => Date.now()`,
    }
    expect(planted(files)).toEqual([
      'src/widgets/a/model.ts: is pure, yet uses Date by way of src/frame/c.ts',
    ])
    const typeOnly = {
      'src/widgets/a/model.ts': files['src/widgets/a/model.ts'].replace('import', 'import type'),
    }
    expect(planted({ ...files, ...typeOnly })).toEqual([])
  })

  it.each(['utils', 'helpers', 'common', 'types'])('a folder named %s', (name) => {
    expect(planted({ [`src/app/${name}/a.ts`]: 'export const a = 1' })).toHaveLength(1)
  })

  it('a barrel, whether named index or not', () => {
    const passesOn = `export { a } from './a.ts'\nexport * from './b.ts'`
    expect(planted({ 'src/ui/index.ts': 'export const a = 1' })).toEqual([
      'src/ui/index.ts: no file named index',
    ])
    expect(planted({ 'src/ui/all.ts': passesOn })).toEqual([
      'src/ui/all.ts: a barrel, nothing but exports from other files',
    ])
    expect(planted({ 'src/ui/all.ts': `${passesOn}\nexport const c = 1` })).toEqual([])
  })

  it('a file outside the folders of the table', () => {
    expect(planted({ 'src/misc/a.ts': 'export const a = 1' })).toHaveLength(1)
    expect(planted({ 'src/a.ts': 'export const a = 1' })).toHaveLength(1)
    expect(planted({ 'src/vite.d.ts': 'declare const a: 1' })).toEqual([])
  })

  it.each(['../../../src/widgets/a/widget.ts', '../../../src/app/a.ts', 'react', './other.mdx'])(
    'a lesson imports %s',
    (target) => {
      const lesson = (text: string) => planted({ 'content/en/lessons/a.mdx': text })
      expect(lesson(`# A\n\nimport { a } from '${target}'\n\nText.`)).toHaveLength(1)
      expect(lesson(`export { a } from '${target}'\n`)).toHaveLength(1)
      expect(lesson(`import {\n  a,\n  b,\n} from '${target}'\n`)).toHaveLength(1)
      expect(
        lesson(`Shown, not run:\n\n\`\`\`ts\nimport { a } from '${target}'\n\`\`\`\n`),
      ).toEqual([])
      expect(lesson(`import { a } from '../../../src/reliability/series.ts'\n`)).toEqual([])
    },
  )
})
