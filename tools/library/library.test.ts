import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildLibrary } from '../build-library.mjs'

/** What a page may spend on all of it, in bytes; and on one function that hardly needs the others. */
const BUDGET = { library: 24_000, single: 2000 }

const folder = mkdtempSync(path.join(tmpdir(), 'library-'))
const file = path.join(folder, 'still-flying-reliability.js')
let built: Awaited<ReturnType<typeof buildLibrary>>

beforeAll(async () => {
  built = await buildLibrary(folder)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

/** What a script with the library's names in scope prints, in a Node that knows nothing else. */
function run(script: string): unknown {
  const source = `import * as library from ${JSON.stringify(file)}\n${script}`
  const options = { encoding: 'utf8', env: {}, cwd: folder } as const
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', source], options))
}

/** Whether the types of a consumer agree with it, and if not, what the compiler says. */
function typeProblems(consumer: string): string {
  const source = path.join(folder, 'consumer.ts')
  writeFileSync(source, `import * as library from './still-flying-reliability.js'\n${consumer}`)
  const compiler = path.resolve('node_modules/typescript/bin/tsc')
  const strict = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext']
  const { stdout } = spawnSync(process.execPath, [compiler, ...strict, '--types', '', source], {
    encoding: 'utf8',
    cwd: folder,
  })
  return stdout
}

describe('the built library', () => {
  it('answers in plain Node', () => {
    // By hand: 3 · 0.9² · 0.1 + 0.9³; twenty nines twice; 0.1 · 0.2; one server at load 1 is free half
    // of the time.
    expect(
      run(`console.log(JSON.stringify([
        library.kOfN(3, 2, 0.9).reliability,
        library.parallel([library.fromUnreliability(1e-20), library.fromUnreliability(1e-20)]).unreliability,
        library.faultTree({ and: ['a', 'b'] }, { a: 0.1, b: 0.2 }).unreliability,
        library.erlangB({ servers: 1, load: 1 }).unreliability,
      ]))`),
    ).toEqual([
      expect.closeTo(0.972, 15),
      expect.closeTo(1e-40, 54),
      expect.closeTo(0.02, 15),
      expect.closeTo(0.5, 15),
    ])
  })

  it('refuses in plain Node what the sources refuse', () => {
    expect(
      run(`try { library.kOfN(3, 2, 1.5) } catch (error) {
        console.log(JSON.stringify([error.name, error.message]))
      }`),
    ).toEqual(['RangeError', 'kOfN: component must lie in [0, 1], got 1.5'])
  })

  it('imports nothing', () => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\bimport\b|\brequire\(/)
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    )
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined])
  })

  it('exports every public function and error and nothing else', () => {
    const names = built.exports
      .filter(({ kind }) => kind === 'function' || kind === 'class')
      .map(({ name }) => name)
    expect(run('console.log(JSON.stringify(Object.keys(library)))')).toEqual(names.toSorted())
    expect(names).toContain('kOfN')
    expect(names).toContain('UnstableQueueError')
    expect(names).not.toContain('topEvent')
  })

  it('has types that a strict consumer can use', () => {
    expect(
      typeProblems(`
        const system: library.Probability = library.kOfN(3, 2, library.fromUnreliability(1e-20))
        const tree: library.FaultTree = { or: ['a', { not: 'b' }] }
        export const sum: number = system.reliability + library.faultTree(tree, {}).unreliability
      `),
    ).toBe('')
  })

  it('has types that show a mistake', () => {
    expect(typeProblems(`library.kOfN(3, '2', 0.9)`)).toContain('TS2345')
    expect(typeProblems(`library.topEvent`)).toContain('TS2339')
  })

  it(`stays under ${BUDGET.library} bytes, minified and packed`, () => {
    console.log(`The library: ${built.exports.length} exports in ${built.bytes} bytes.`)
    expect(built.bytes).toBeLessThan(BUDGET.library)
  })

  it('gives one function alone to those who need one', async () => {
    const entry = path.join(folder, 'one.js')
    writeFileSync(entry, `export { kOfN } from './still-flying-reliability.js'`)
    const bundle = await rolldown({ input: entry })
    const [{ code }] = (await bundle.generate({ minify: true })).output
    await bundle.close()
    expect(code).not.toMatch(/faultTree|gate|queue/)
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(BUDGET.single)
  })
})
