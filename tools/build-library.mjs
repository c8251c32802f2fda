// Builds the reliability library for use outside the course: one module, its types, no dependencies.
//   node tools/build-library.mjs [--out DIR]
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { command, isEntry, root, setUp } from './set-up.mjs'

const NAME = 'still-flying-reliability'

function manifest() {
  const { version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return {
    name: '@still-flying/reliability',
    version,
    private: true,
    description: 'Reliability mathematics: exact where nines matter, typed, without dependencies.',
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: `./${NAME}.d.ts`, default: `./${NAME}.js` } },
    types: `./${NAME}.d.ts`,
    engines: { node: '>=20' },
  }
}

function readme(exports, bytes) {
  const functions = exports.filter(({ kind }) => kind === 'function')
  const categories = [...new Set(functions.map(({ category }) => category))].sort()
  const lists = categories.map((category) => {
    const names = functions.filter((one) => one.category === category).map(({ name }) => name)
    return `- **${category}**: ${names.map((name) => `\`${name}\``).join(', ')}`
  })
  return `# @still-flying/reliability

${functions.length} functions for redundancy and fault tolerance, from k-out-of-n systems and fault trees to Markov chains,
queues, quorums and retries. One file, ${(bytes / 1000).toFixed(1)} kB packed, without dependencies; with a bundler each function comes alone.

\`\`\`js
import { faultTree, fromUnreliability, kOfN } from '@still-flying/reliability'

kOfN(3, 2, 0.9).reliability // 0.972
kOfN(3, 2, fromUnreliability(1e-20)).unreliability // 3e-40
faultTree({ and: ['a', 'b'] }, { a: 0.1, b: 0.2 }).unreliability // 0.02
\`\`\`

Probabilities have two sides, \`reliability\` and \`unreliability\`, because 1 - 1e-20 is 1 as a double. What lies outside
its range throws a \`RangeError\` that names function, rule and value; no function answers \`NaN\`. Every function's
declaration says what it assumes, how accurate it is, and where the formula is from.

${lists.join('\n')}
`
}

/** @returns the size of the library, minified and packed, and what it exports */
export async function buildLibrary(out) {
  const { bundleLibrary } = await import('./library/bundle.mjs')
  const { joinedDeclarations } = await import('./library/declarations.mjs')
  const { publicExports } = await import('./library/exports.mjs')
  const exports = await publicExports(path.join(root, 'src/reliability'))
  const code = await bundleLibrary(exports)
  const bytes = gzipSync(code, { level: 9 }).length
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const write = (name, text) => writeFileSync(path.join(out, name), text)
  // Minified, as it is to be small; what one reads are the declarations, which say everything.
  write(`${NAME}.js`, code)
  write(`${NAME}.d.ts`, joinedDeclarations(new Set(exports.map(({ name }) => name))))
  write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`)
  write('README.md', readme(exports, bytes))
  write('LICENSE', readFileSync(path.join(root, 'LICENSE')))
  return { bytes, exports }
}

async function main() {
  await setUp()
  const { values } = parseArgs({ options: { out: { type: 'string', default: '.build/library' } } })
  const { bytes, exports } = await buildLibrary(path.resolve(root, values.out))
  const functions = exports.filter(({ kind }) => kind === 'function').length
  console.log(
    `${values.out}: ${functions} functions, ${(bytes / 1000).toFixed(2)} kB minified and packed.`,
  )
}

if (isEntry(import.meta.url)) await command(main)
