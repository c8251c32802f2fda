// What a page of the built course makes a reader fetch, against what it may. Reads dist/ alone: the
// HTML says which boot script and which widgets a page has, Vite's manifest what they load in turn.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { SetUpError, command, isEntry, root } from './set-up.mjs'

/**
 * In kilobytes of 1,000 bytes, gzip at its best level: the boot script; a page without figures; a
 * page until its heaviest figure works, since figures load one by one as they come near: a cluster
 * and its protocol weigh twice what a slider does; the same page read to its end, four figures at most; what one
 * figure adds; and what the laboratory adds with its cluster, its terminals and its editor.
 */
export const budget = { boot: 5, page: 110, figure: 140, whole: 180, widget: 60, laboratory: 152 }

const app = 'src/app/hydrate.tsx'
const base = 'en'
const laboratory = 'src/laboratory/Laboratory.tsx'
const widgetEntry = (id) => `src/widgets/${id}/widget.ts`

/** A widget's entry and the parts of its own folder that the entry loads later. */
function widgetEntries(id, manifest) {
  const entry = widgetEntry(id)
  const later = manifest[entry]?.dynamicImports ?? []
  return [entry, ...later.filter((key) => key.startsWith(`src/widgets/${id}/`))]
}

const attributes = (html, tag, name) =>
  Array.from(html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]+)"`, 'g')), (m) => m[1])

/** The chunks of an entry and of everything it imports at once, by file. */
export function closure(manifest, keys) {
  const seen = new Set(keys)
  for (const key of seen) {
    const chunk = manifest[key]
    if (!chunk) throw new RangeError(`closure: ${key} is not in the manifest of the build`)
    for (const one of chunk.imports ?? []) seen.add(one)
  }
  return [...seen].map((key) => manifest[key])
}

/**
 * The keys of a page's own content: the module's outline, and the text whose name is the last part
 * of the address. A language without a translation falls back page by page, as the course does.
 */
export function contentKeys(manifest, page) {
  const keys = Object.keys(manifest).filter((key) => key.startsWith('content/'))
  const locales = new Set(keys.map((key) => key.split('/')[1]))
  const parts = page.split('/').slice(0, -1)
  const locale = locales.has(parts[0]) ? parts.shift() : base
  const isHome = parts.length === 0 && page.endsWith('index.html')
  const text = isHome ? 'overview.mdx' : `${parts.join('/')}.mdx`
  return ['module.yaml', text].flatMap(
    (name) =>
      [`content/${locale}/${name}`, `content/${base}/${name}`].find((key) => key in manifest) ?? [],
  )
}

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)

/** What one page loads, in bytes: `sizeOf` gives those of a file of the build. */
export function pageSizes({ html, page, manifest, sizeOf }) {
  const here = path.posix.dirname(page)
  const inBuild = (url) => path.posix.normalize(path.posix.join(here, url.replace(/[?#].*$/, '')))
  const boot = new Set(attributes(html, 'script', 'src').map(inBuild))
  const widgets = [...new Set(attributes(html, '[a-z]+', 'data-widget'))]
  const own = [app, ...contentKeys(manifest, page)]
  const scriptsWith = (ids) => {
    const entries = [...own, ...ids.flatMap((id) => widgetEntries(id, manifest))]
    return new Set([...boot, ...closure(manifest, entries).map((chunk) => chunk.file)])
  }
  const weigh = (files) => sum([...files].map(sizeOf))
  const chunks = closure(manifest, [
    ...own,
    ...widgets.flatMap((id) => widgetEntries(id, manifest)),
  ])
  const styles = new Set([
    ...Array.from(html.matchAll(/<link\b[^>]*>/g), ([tag]) => tag)
      .filter((tag) => tag.includes('stylesheet'))
      .flatMap((tag) => attributes(tag, 'link', 'href'))
      .map(inBuild),
    ...chunks.flatMap((chunk) => chunk.css ?? []),
  ])
  const preloads = Array.from(html.matchAll(/<link\b[^>]*>/g), ([tag]) => tag)
    .filter((tag) => tag.includes('as="font"'))
    .flatMap((tag) => attributes(tag, 'link', 'href'))
    .map(inBuild)
  return {
    page,
    widgets,
    boot: sum([...boot].map(sizeOf)),
    script: Math.max(...[[], ...widgets.map((id) => [id])].map((ids) => weigh(scriptsWith(ids)))),
    whole: weigh(scriptsWith(widgets)),
    styles: sum([...styles].map(sizeOf)),
    fonts: sum([...new Set(preloads)].map(sizeOf)),
  }
}

/** What entries add to a page that has the application already, in bytes. */
function added(entries, manifest, sizeOf) {
  const already = new Set(closure(manifest, [app]).map((chunk) => chunk.file))
  const own = new Set(closure(manifest, entries).map((chunk) => chunk.file))
  return sum([...own].filter((file) => !already.has(file)).map(sizeOf))
}

/** What a widget adds to a page that has the application already, in bytes. */
export const widgetSize = (id, manifest, sizeOf) =>
  added(widgetEntries(id, manifest), manifest, sizeOf)

/** What the laboratory adds to the page that it stands on, in bytes. */
export const laboratorySize = (manifest, sizeOf) => added([laboratory], manifest, sizeOf)

const kilobytes = (bytes) => (bytes / 1000).toFixed(1)
const over = (bytes, limit) => bytes > limit * 1000

function reader(dist) {
  const sizes = new Map()
  return (file) => {
    if (!sizes.has(file)) {
      const bytes = readFileSync(path.join(dist, file))
      // A font is packed already.
      sizes.set(file, file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length)
    }
    return sizes.get(file)
  }
}

function main() {
  const dist = path.resolve(process.argv[2] ?? path.join(root, 'dist'))
  const manifestFile = path.join(dist, '.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new SetUpError('size budget: no build here; npm run build')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const sizeOf = reader(dist)

  const pages = readdirSync(dist, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .toSorted()
    .map((page) => {
      const html = readFileSync(path.join(dist, page), 'utf8')
      return pageSizes({ html, page, manifest, sizeOf })
    })
  const ids = Object.keys(manifest)
    .map((key) => /^src\/widgets\/([^/]+)\/widget\.ts$/.exec(key)?.[1])
    .filter((id) => id !== undefined)
  const widgets = ids.map((id) => ({ id, bytes: widgetSize(id, manifest, sizeOf) }))
  const laboratoryBytes = laboratorySize(manifest, sizeOf)

  const rows = [
    [
      'page',
      `boot ≤ ${budget.boot}`,
      `script ≤ ${budget.page}, with a figure ${budget.figure}`,
      `all of it ≤ ${budget.whole}`,
      'styles',
      'fonts preloaded',
    ],
    ...pages.map((one) => [
      one.page,
      ...[one.boot, one.script, one.whole, one.styles, one.fonts].map(kilobytes),
    ]),
  ]
  printTable(rows)
  console.log()
  printTable([
    ['widget', `what it adds ≤ ${budget.widget}`],
    ...widgets.map(({ id, bytes }) => [id, kilobytes(bytes)]),
  ])
  console.log(
    `\nThe laboratory adds ${kilobytes(laboratoryBytes)} kB (≤ ${budget.laboratory}), on its pages alone`,
  )

  const complaints = [
    ...pages.filter((one) => over(one.boot, budget.boot)).map((one) => `boot of ${one.page}`),
    ...pages
      .filter((one) => over(one.script, one.widgets.length > 0 ? budget.figure : budget.page))
      .map((one) => `script of ${one.page}`),
    ...pages.filter((one) => over(one.whole, budget.whole)).map((one) => `all of ${one.page}`),
    ...widgets.filter((one) => over(one.bytes, budget.widget)).map((one) => `widget ${one.id}`),
    ...(over(laboratoryBytes, budget.laboratory) ? ['the laboratory'] : []),
    // A check that found nothing to weigh has not checked anything.
    ...(pages.some((one) => one.boot > 0) ? [] : ['no page has a boot script']),
    ...(pages.some((one) => one.widgets.length > 0) ? [] : ['no page has a widget']),
  ]
  const largest = (key) => kilobytes(Math.max(0, ...pages.map((one) => one[key])))
  console.log(
    `\nLargest: boot ${largest('boot')} kB, page ${largest('script')} kB, read to its end ${largest('whole')} kB`,
  )
  if (complaints.length > 0) throw new SetUpError(`Over budget: ${complaints.join('; ')}.`)
}

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
    )
    console.log(cells.join('  '))
  }
}

if (isEntry(import.meta.url)) await command(main)
