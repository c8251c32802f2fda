// The one page that may run what a reader writes. It stands in a frame without an origin, and its own
// policy names its one script by digest, workers that it makes itself, and nothing else: no network, no
// evaluation of text, no styles, no pictures. The page of the course keeps its own policy.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './set-up.mjs'

const folder = path.join(root, 'src/implement/sandbox')
const VIRTUAL = 'virtual:sandbox'

/** One classic script of a module and all that it imports. */
async function classic(entry, options = {}) {
  const bundle = await rolldown({ input: path.join(folder, entry), ...options })
  const { output } = await bundle.generate({ format: 'iife', name: 'judge', minify: true })
  await bundle.close()
  return output[0].code
}

/** A script as the text of an element, which an end tag in it would cut short. */
const inElement = (code) =>
  code.replaceAll('</', String.raw`<\/`).replaceAll('<!--', String.raw`\x3c!--`)

export async function sandboxPage() {
  const judge = await classic('worker.ts')
  const script = inElement(
    await classic('frame.ts', { transform: { define: { JUDGE: JSON.stringify(judge) } } }),
  )
  const digest = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; script-src 'sha256-${digest}'; worker-src blob:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<title>Sandbox</title>
<script>${script}</script>
</html>
`
}

/** Gives the address of that page to whoever imports `virtual:sandbox`; while prerendering there is none. */
export function sandboxPlugin() {
  let building = false
  let server = false
  return {
    name: 'still-flying:sandbox',
    configResolved({ command, build }) {
      building = command === 'build'
      server = Boolean(build.ssr)
    },
    configureServer({ middlewares }) {
      middlewares.use('/sandbox.html', (_, response, next) => {
        sandboxPage().then((page) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8')
          response.end(page)
        }, next)
      })
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return null
      if (!building || server) return "export const sandbox = '/sandbox.html'"
      const file = this.emitFile({
        type: 'asset',
        name: 'sandbox.html',
        source: await sandboxPage(),
      })
      return `export const sandbox = import.meta.ROLLUP_FILE_URL_${file}`
    },
  }
}
