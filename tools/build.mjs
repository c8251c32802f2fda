// Builds the course into dist/: scripts and styles by Vite, then every page as static HTML.
//   node tools/build.mjs [--out DIR]
//   BASE_PATH=/course/ tells the 404 page, which a host shows at any depth, where the course is.
//   SITE_URL=https://… makes the addresses in the head absolute, as some link previews need.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { searchIndex } from './content/search-index.mjs'

const { values: options } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })
const root = process.cwd()
const out = path.resolve(root, options.out)
const server = path.join(root, '.build/server')
const basePath = process.env['BASE_PATH'] ?? '/'
const siteUrl = process.env['SITE_URL'] ?? ''

await build({ logLevel: 'warn', build: { outDir: out, emptyOutDir: true } })
await build({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: server,
    emptyOutDir: true,
  },
})
// The boot script is classic, not a module: only so can it act before the first paint everywhere.
const [boot] = [
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: 'src/app/boot.ts', formats: ['iife'], name: 'boot' },
    },
  }),
].flat()
const bootCode = boot.output[0].code
const bootFile = `assets/boot-${createHash('sha256').update(bootCode).digest('hex').slice(0, 8)}.js`
writeFileSync(path.join(out, bootFile), bootCode)

const manifest = JSON.parse(readFileSync(path.join(out, '.vite/manifest.json'), 'utf8'))
const APP = 'src/app/hydrate.tsx'

/** The scripts that a source file brings at once. */
function scriptsOf(source, seen = new Set()) {
  const chunk = manifest[source]
  if (!chunk || seen.has(source)) return []
  seen.add(source)
  return [chunk.file, ...(chunk.imports ?? []).flatMap((next) => scriptsOf(next, seen))]
}

const styles = readdirSync(path.join(out, 'assets'))
  .filter((name) => name.endsWith('.css'))
  .map((name) => `assets/${name}`)

// The face of the text itself; with it at hand the first paint is also the last one.
const [serif] = readdirSync(path.join(out, 'assets')).filter((name) =>
  /^source-serif-4-latin-wght-normal.*\.woff2$/.test(name),
)

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // The one page that runs what a reader writes; in the frame it has no origin (tools/sandbox.mjs).
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ')

const escape = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign],
  )

const template = readFileSync(path.join(root, 'index.html'), 'utf8')
const site = await import(pathToFileURL(path.join(server, 'prerender.js')).href)

function headOf(page) {
  const { root: up, title, description, place } = page
  const missing = place.route.kind === 'missing'
  // Fetched together once the app is asked for, instead of one after another; figures not yet.
  const scripts = [
    ...new Set(
      [APP, ...page.sources.filter((source) => !source.startsWith('src/widgets/'))].flatMap(
        (source) => scriptsOf(source),
      ),
    ),
  ]
  const absolute = (file) => (siteUrl ? new URL(file, siteUrl).href : up + file)
  const alternates = missing
    ? []
    : site.locales.map((locale) => {
        const own = page.path.replace(new RegExp(`^(${site.locales.join('|')})/`), '')
        return `<link rel="alternate" hreflang="${locale}" href="${absolute(`${locale}/${own}`)}" />`
      })
  return [
    missing ? `<base href="${escape(basePath)}" />` : '',
    `<meta http-equiv="Content-Security-Policy" content="${CSP}" />`,
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}" />`,
    `<script src="${up}${bootFile}" data-app="${up}${manifest[APP].file}" data-with="${scripts.map((file) => up + file).join(' ')}" data-root="${up}"></script>`,
    `<link rel="preload" as="font" type="font/woff2" href="${up}assets/${serif}" crossorigin />`,
    ...styles.map((file) => `<link rel="stylesheet" href="${up}${file}" />`),
    `<link rel="icon" href="${up}favicon.svg" type="image/svg+xml" />`,
    `<meta name="color-scheme" content="light dark" />`,
    ...(site.locales.length > 1 ? alternates : []),
    `<meta property="og:type" content="article" />`,
    `<meta property="og:site_name" content="Still Flying" />`,
    `<meta property="og:title" content="${escape(title)}" />`,
    `<meta property="og:description" content="${escape(description)}" />`,
    `<meta property="og:locale" content="${place.locale}" />`,
    `<meta property="og:image" content="${absolute('share.png')}" />`,
    `<meta property="og:image:width" content="1200" />`,
    `<meta property="og:image:height" content="630" />`,
    `<meta name="twitter:card" content="summary_large_image" />`,
  ]
    .filter(Boolean)
    .join('\n    ')
}

function htmlOf(page) {
  const { place } = page
  const attributes = [
    `lang="${place.locale}"`,
    `data-root="${page.root}"`,
    place.neutral ? `data-neutral="${site.locales.join(' ')}"` : '',
    ['widget', 'present', 'talk', 'embed'].includes(place.route.kind) ? 'data-state="address"' : '',
    // A projected window has a look of its own, whatever theme its reader likes.
    ['present', 'talk'].includes(place.route.kind) ? 'data-view="wall"' : '',
    place.route.kind === 'embed' ? 'data-view="embed"' : '',
    place.route.kind === 'missing' ? 'data-page="missing"' : '',
  ]
  return template
    .replace(/<html[^>]*>/, `<html ${attributes.filter(Boolean).join(' ')}>`)
    .replace(/<!--head-->[^]*<!--\/head-->/, () => headOf(page))
    .replace('<div id="app"></div>', () => `<div id="app">${page.html}</div>`)
}

for (const place of site.places) {
  const page = await site.render(place)
  const file = path.join(out, page.path.endsWith('.html') ? page.path : `${page.path}index.html`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, htmlOf(page))
}

mkdirSync(path.join(out, 'search'), { recursive: true })
for (const locale of site.locales) {
  const found = [
    ...(await site.searchableWidgets(locale)),
    ...site.searchableTasks(locale),
    ...site.searchableMissions(locale),
    ...(await site.searchableFunctions(locale)),
  ]
  const index = searchIndex(
    path.join(root, 'content'),
    locale,
    site.BASE_LOCALE,
    found,
    site.searchOptions,
  )
  writeFileSync(path.join(out, `search/${locale}.json`), index)
}
rmSync(server, { recursive: true })
console.log(`${site.places.length} pages in ${path.relative(root, out)}/`)
