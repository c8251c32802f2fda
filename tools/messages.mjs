// Compiles the message catalogues (src/**/messages/<locale>.json) into typed functions under
// .build/messages. A catalogue stands beside the code that shows it, so that a new widget brings
// its own words; the settings file the compiler wants is therefore generated, never kept.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const BASE_LOCALE = 'en'

/** The languages of the course: the folders of content/, the base language first. */
export function localesOf(root) {
  const found = readdirSync(path.join(root, 'content'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return [BASE_LOCALE, ...found.filter((locale) => locale !== BASE_LOCALE)]
}

const catalogueFolders = (root) =>
  readdirSync(path.join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'messages')
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()

const hashOf = (root, settings) => {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const folder of catalogueFolders(root))
    for (const file of readdirSync(folder).sort())
      hash.update(readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}

/** One name in two catalogues would keep the compiler busy for ever. */
function refuseTwins(root) {
  const found = new Map()
  for (const folder of catalogueFolders(root)) {
    const file = path.join(folder, `${BASE_LOCALE}.json`)
    if (!existsSync(file)) continue
    for (const key of Object.keys(JSON.parse(readFileSync(file, 'utf8')))) {
      if (key === '$schema') continue
      if (found.has(key))
        throw new Error(
          `the message ${key} stands twice: in ${path.relative(root, found.get(key))} and ${path.relative(root, file)}`,
        )
      found.set(key, file)
    }
  }
}

/** Compiles when a catalogue, a language or the compiler changed since the last time. */
export async function compileMessages(root = process.cwd()) {
  const project = path.join(root, '.build/project.inlang')
  const stamp = path.join(root, '.build/messages.sha256')
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@inlang/paraglide-js/package.json'), 'utf8'),
  )
  const fromBuild = (target) => path.relative(path.join(root, '.build'), target)
  const settings = {
    baseLocale: BASE_LOCALE,
    locales: localesOf(root),
    modules: [
      fromBuild(path.join(root, 'node_modules/@inlang/plugin-message-format/dist/index.js')),
    ],
    'plugin.inlang.messageFormat': {
      pathPattern: catalogueFolders(root).map((folder) => `./${fromBuild(folder)}/{locale}.json`),
    },
  }
  const hash = hashOf(root, [settings, version])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  refuseTwins(root)
  mkdirSync(project, { recursive: true })
  writeFileSync(path.join(project, 'settings.json'), JSON.stringify(settings, null, 2))
  const { compile } = await import('@inlang/paraglide-js')
  await compile({
    project,
    outdir: path.join(root, '.build/messages'),
    strategy: ['globalVariable', 'baseLocale'],
    emitTsDeclarations: true,
    emitReadme: false,
    disableAsyncLocalStorage: true,
    isServer: 'false',
  })
  writeFileSync(stamp, hash)
}

// The compiler keeps handles open for half a minute after its work; as a child it can be ended.
const compileInChild = () =>
  execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' })

/** Compiles at the start of a build, and again when a catalogue changes during development. */
export function messagesPlugin() {
  return {
    name: 'still-flying:messages',
    buildStart: compileInChild,
    handleHotUpdate({ file }) {
      if (/\/messages\/[^/]+\.json$/.test(file)) compileInChild()
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await compileMessages()
  process.exit()
}
