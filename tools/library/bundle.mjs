// The reliability library as one module. The sources have no file that gathers them, so one is made up.
import path from 'node:path'
import { rolldown } from 'rolldown'
import { root } from '../set-up.mjs'

const ENTRY = '\0library'

/** What has to do with one another stands side by side: an order that packs well, found by trying. */
const PACKED = [
  'randomness',
  'structure',
  'dynamics',
  'storage',
  'objectives',
  'capacity',
  'economics',
  'overload',
  'dependence',
  'quorums',
  'failover',
]

/**
 * @param exports of {@link publicExports}; types leave no trace
 * @returns the code, minified
 */
export async function bundleLibrary(exports) {
  const lines = exports
    .filter(({ kind }) => kind === 'function' || kind === 'class')
    .toSorted((a, b) => PACKED.indexOf(a.category) - PACKED.indexOf(b.category))
    .map(({ file, name }) => {
      const from = path.join(root, 'src/reliability', file)
      return `export { ${name} } from ${JSON.stringify(from)}`
    })
  const bundle = await rolldown({
    input: ENTRY,
    plugins: [
      {
        name: 'library-entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? lines.join('\n') : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false })
  await bundle.close()
  return output[0].code
}
