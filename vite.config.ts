import rehypeMathML from '@daiji256/rehype-mathml'
import mdx from '@mdx-js/rollup'
import react from '@vitejs/plugin-react'
import path from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { lessonPlugin } from './tools/content/lesson-plugin.mjs'
import { readCited, readMisconceptions, readModule } from './tools/content/read.mjs'
import { messagesPlugin } from './tools/messages.mjs'
import { questionModule } from './tools/questions/read-questions.mjs'
import { referencePlugin } from './tools/reference/reference-plugin.mjs'
import { sandboxPlugin } from './tools/sandbox.mjs'
import { TestOrder } from './tools/test-order.ts'

/** YAML as typed values, checked against its schema: a module, questions, or the sources a widget names. */
const contentYaml = (): Plugin => ({
  name: 'still-flying:yaml',
  load(id) {
    if (!id.endsWith('.yaml')) return null
    this.addWatchFile(id)
    const folder = path.dirname(id)
    if (path.basename(folder) === 'questions') return questionModule(id)
    if (id.endsWith('/misconceptions.yaml'))
      return `export default ${JSON.stringify(readMisconceptions(path.dirname(folder), path.basename(folder)))}`
    const value = id.endsWith('/module.yaml')
      ? readModule(path.dirname(folder), path.basename(folder))
      : readCited(path.resolve('content'), id)
    return `export default ${JSON.stringify(value)}`
  },
})

/** The order of the layers stands first in the sheet, whatever order its parts were found in. */
const layersFirst = (): Plugin => ({
  name: 'still-flying:layers',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const asset of Object.values(bundle))
        if (asset.type === 'asset' && asset.fileName.endsWith('.css'))
          asset.source = `@layer reset,tokens,ui,figures,widgets;${String(asset.source)}`
    },
  },
})

/** @param filled whether the text itself is in the script, or only in the prerendered page */
const lessons = (filled: boolean) =>
  mdx({
    remarkPlugins: [
      remarkFrontmatter,
      remarkMdxFrontmatter,
      remarkGfm,
      remarkMath,
      [lessonPlugin, { filled }],
    ],
    rehypePlugins: [rehypeMathML],
  })

/** What comes function by function, or only to those who open it or draw with it. */
const apart =
  /d3-|\/widgets\/|src\/reference|\/messages\/reference_(?!title)|\/reliability\/|\/figures\/(ComponentBox|Hull|StackedBars)|\/requests-table|\/messages\/frame_request_/

/** What everything that runs needs, the laboratory too. */
const engine =
  /src\/simulation\/(?!decisions|fewer|run\.)|\/frame\/calm|\/figures\/(figure-text|figures\.module)/

/** What only figures that run need: the player, and how time is drawn. */
const running =
  /\/frame\/(Player|Subjects|Walk|EventTable|speeds|stops|seconds|running|course-address)|\/messages\/player_|\/figures\/(Cross|IntervalBar|Marks|Playhead|TimeAxis|time)/

/** What comes with a task alone: its editor, its schedules and its pictures, which are those of figures. */
const implementing =
  /src\/implement\/(?!task-ids|limits)|\/simulation\/(decisions|fewer|run)\.|\/messages\/(implement|fence|raft)_|node_modules\/(@codemirror|@lezer|@marijn|style-mod|crelt|w3c-keyname)\//

/** What comes with the laboratory alone: the cluster, its terminals and its editor. */
const laboratory =
  /src\/laboratory\/(?!missions\/mission-ids)|\/messages\/(lab_(?!kicker|gallery|open)|mission_)|node_modules\/yaml\//

/** What comes with the pages of practice alone: questions, their forms, and what is remembered of them. */
const practising =
  /src\/practice\/(?!check-length|confidence)|\/messages\/practice_(?!sure_)|content\/[^/]+\/(questions|misconceptions)|src\/app\/(load-course|questions)|node_modules\/(ts-fsrs|idb-keyval)\//

/** What nearly every model rests on. */
const basics = /src\/reliability\/(domain|probability|random-source)/

/** What only the windows of a show need: both of its pages, and no other. */
const showing = /src\/present\/|\/messages\/present_|\/app\/(show-parts|use-widget)/

/** What only figures on a page of their own need: their state is in the address. */
const addressed = /\/app\/AddressedWidget/

/** What several figures of one taught system share, and no other figure needs. */
const system = /src\/systems\/([^/]+)\//

export default defineConfig(({ command, isSsrBuild }) => ({
  // Relative, so that one build works at the root of a host and below any folder.
  base: './',
  publicDir: isSsrBuild ? false : 'public',
  plugins: [
    messagesPlugin(),
    contentYaml(),
    referencePlugin({ filled: command === 'serve' || isSsrBuild === true }),
    sandboxPlugin(),
    { ...lessons(command === 'serve' || isSsrBuild === true), enforce: 'pre' },
    react(),
    layersFirst(),
  ],
  worker: { format: 'es', plugins: () => [referencePlugin({ filled: false })] },
  build: {
    target: 'es2023',
    manifest: !isSsrBuild,
    // One sheet: the widgets share their vocabulary, and a second request costs more than its bytes.
    cssCodeSplit: false,
    // Widgets are fetched when they come near, not before: no preload of what may never be read.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: isSsrBuild ? 'src/app/prerender.tsx' : 'src/app/hydrate.tsx',
      checks: { pluginTimings: false },
      // What several parts share comes in one file instead of a dozen small ones; but the library
      // comes function by function, and the reference to those who open it.
      ...(isSsrBuild
        ? {}
        : {
            output: {
              codeSplitting: {
                // Each by its own rule: what a part needs comes where that belongs.
                includeDependenciesRecursively: false,
                groups: [
                  {
                    name: 'shared',
                    priority: 1,
                    minShareCount: 2,
                    test: (id) =>
                      ![
                        apart,
                        running,
                        showing,
                        addressed,
                        system,
                        implementing,
                        laboratory,
                        practising,
                      ].some((rule) => rule.test(id)),
                  },
                  { name: 'engine', minShareCount: 2, test: engine },
                  { name: 'running', minShareCount: 2, test: running },
                  { name: 'basics', minShareCount: 2, test: basics },
                  { name: 'practising', minShareCount: 2, test: practising },
                  { name: 'showing', minShareCount: 2, test: showing },
                  { name: 'addressed', minShareCount: 2, test: addressed },
                  {
                    name: (id) => system.exec(id)?.[1] ?? null,
                    minShareCount: 2,
                    test: system,
                  },
                ],
              },
            },
          }),
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,tsx}'],
    // Of two cores the usual one less is one, and half of the machine would wait.
    maxWorkers: '100%',
    // A module is read once for all files of a worker: no test leaves anything behind in one, and
    // reading them anew for each file took as long as the tests.
    isolate: false,
    sequence: { sequencer: TestOrder },
    // A loaded machine is slow, and a test that hangs is found as well after half a minute.
    testTimeout: 30_000,
  },
}))
