import { posix } from 'node:path'
import {
  type ImportEdge,
  type SourceFacts,
  readMdx,
  readScript,
  readStyles,
} from './read-source.ts'
import { emptyNames, foldersForMdx, layers, pureFolders, purePackages } from './rules.ts'

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
// `#messages/…` is the alias of package.json for the compiled catalogues.
const isOurs = (target: string) => /^(\.|\/|#messages\/)/.test(target)

/** Whether a file may not know of page, clock, chance or React. */
export function isPure(path: string): boolean {
  if (isTest(path)) return false
  const [top, folder = ''] = path.split('/')
  if (top !== 'src') return false
  if (pureFolders.some((one) => one === folder)) return /\.tsx?$/.test(path)
  return /^src\/widgets\/[^/]+\/(model|scenes|describe)\.ts$/.test(path)
}

/** The place in the project that an import means: `src/a/b.ts`, or null for a package. */
function resolve(from: string, target: string): string | null {
  const bare = target.replace(/\?.*$/, '')
  if (!isOurs(bare)) return null
  if (bare.startsWith('#')) return `.build/${bare.slice(1)}`
  return bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(from), bare)
}

/** `d3-scale/src/x` -> `d3-scale`; `@a/b/c` -> `@a/b`. */
const packageName = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')

const matches = (allowed: readonly string[], name: string) =>
  allowed.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name))

function read(path: string, text: string): SourceFacts {
  if (path.endsWith('.mdx')) return readMdx(text)
  if (path.endsWith('.css')) return readStyles(text)
  return readScript(path, text)
}

function nameViolations(path: string, facts: SourceFacts): readonly string[] {
  const found: string[] = []
  const parts = path.split('/')
  const empty = parts.slice(0, -1).find((part) => emptyNames.some((name) => name === part))
  if (empty) found.push(`${path}: a folder named ${empty} says nothing of what is in it`)
  if (/^index\.[cm]?[jt]sx?$/.test(parts.at(-1) ?? '')) found.push(`${path}: no file named index`)
  if (facts.onlyPassesOn) found.push(`${path}: a barrel, nothing but exports from other files`)
  const [top, folder = ''] = parts
  if (top === 'src' && parts.length > 2 && !(folder in layers)) {
    found.push(`${path}: the folder ${folder} is not in the table`)
  }
  if (top === 'src' && parts.length === 2 && !isTest(path) && !path.endsWith('.d.ts')) {
    found.push(`${path}: belongs to no folder of the table`)
  }
  return found
}

function mdxViolation(path: string, { target }: ImportEdge): string | null {
  const place = resolve(path, target)
  const allowed = place !== null && foldersForMdx.some((one) => place.startsWith(`src/${one}/`))
  return allowed ? null : `${path}: a lesson may not import ${target}`
}

function importViolation(path: string, { target }: ImportEdge): string | null {
  const [, folder = '', ownFolder = ''] = path.split('/')
  const layer = layers[folder]
  if (!layer) return null
  const place = resolve(path, target)
  if (place === null) {
    const free =
      layer.packages === 'any' || isTest(path) || matches(layer.packages, packageName(target))
    return free ? null : `${path}: ${folder} may not import the package ${packageName(target)}`
  }
  const [top, otherFolder = '', otherOwn = ''] = place.split('/')
  if (top === 'src' && otherFolder === folder) {
    const nested = path.split('/').length > 3 && otherOwn !== ownFolder
    return layer.siblingsApart && nested ? `${path}: may not import its sibling ${place}` : null
  }
  if (layer.folders === 'anything') return null
  if (top === 'src') {
    const free = layer.folders.includes(otherFolder)
    return free ? null : `${path}: ${folder} may not import ${otherFolder} (${target})`
  }
  // The compiled catalogues: functions from values to words.
  if (place.startsWith('.build/messages/') && layer.packages.length > 0) return null
  return isTest(path) ? null : `${path}: ${folder} may not import ${target}`
}

/** What makes a file impure by itself, beside what it imports. */
function ownImpurities({ imports, impurities }: SourceFacts): readonly string[] {
  const packages = imports
    .filter(({ target, typeOnly }) => !typeOnly && !isOurs(target))
    .map(({ target }) => packageName(target))
    .filter((name) => !matches(purePackages, name))
  return [...impurities, ...packages]
}

/** Purity is passed on: a pure file may not reach an impure one by way of any other. */
function purityViolations(start: string, all: ReadonlyMap<string, SourceFacts>): readonly string[] {
  const found: string[] = []
  const seen = new Set<string>([start])
  for (const path of seen) {
    const facts = all.get(path)
    if (!facts) continue
    for (const name of ownImpurities(facts)) {
      const way = path === start ? '' : ` by way of ${path}`
      found.push(`${start}: is pure, yet uses ${name}${way}`)
    }
    for (const { target, typeOnly } of facts.imports) {
      const place = typeOnly ? null : resolve(path, target)
      if (place !== null && all.has(place)) seen.add(place)
    }
  }
  return found
}

/**
 * Every breach of the architecture in a set of files, `path in the project -> text`: TypeScript and
 * style sheets below `src/`, MDX below `content/`.
 */
export function violations(files: ReadonlyMap<string, string>): readonly string[] {
  const all = new Map(Array.from(files, ([path, text]) => [path, read(path, text)] as const))
  return Array.from(all, ([path, facts]) => {
    const rule = path.endsWith('.mdx') ? mdxViolation : importViolation
    return [
      ...nameViolations(path, facts),
      ...facts.imports.flatMap((one) => rule(path, one) ?? []),
      ...(isPure(path) ? purityViolations(path, all) : []),
    ]
  }).flat()
}
