// Builds the course with two made-up languages, as one adds a real one: only by adding files.
//   en-XA has everything, accented and about a third longer; what breaks under it would break
//         under any language longer than English.
//   en-XB has the catalogues and the course map, and no page: every page falls back.
// The copy keeps the made-up files out of the course that is published.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { visit } from 'unist-util-visit'
import { parse, stringify } from 'yaml'
import { mdxParser } from './content/outline.mjs'

const root = process.cwd()
const copy = path.join(root, '.build/pseudo')
const out = path.join(root, '.build/dist-pseudo')

const from = 'abcdefghijklmnoprstuvwxyzACDEGHIJKLNORSTUWYZ'
const to = 'åƀçđéƒĝĥîĵķļɱñöþŕšţûṽŵẋýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ'
const accents = new Map([...from].map((letter, index) => [letter, [...to][index]]))

/** Accents every letter and doubles the vowels; what stands in braces is code and stays, as a gap does. */
const stretch = (text) =>
  text
    .split(/(\{(?:[^{}]|\{[^}]*\})*\}|\[\[[^\]]*\]\])/)
    .map((part) =>
      /^(\{|\[\[)/.test(part)
        ? part
        : [...part]
            .map((letter) =>
              (accents.get(letter) ?? letter).repeat('aeiou'.includes(letter) ? 2 : 1),
            )
            .join(''),
    )
    .join('')

const KEPT = new Set([
  'id',
  'page',
  'sections',
  'tasks',
  'misconception',
  '$schema',
  'declarations',
  'selectors',
])

/** What is read of a question or of a belief; all else in those files is arithmetic and names. */
const PROSE = new Set('aim prompt solution text why label model costText belief truth'.split(' '))
const isKeyed = (name) => /^(questions\/|misconceptions\.yaml)/.test(name)

/** Stretches the prose of a file in which most texts are not. */
function stretchProse(value, key = '') {
  if (typeof value === 'string') return PROSE.has(key) ? stretch(value) : value
  if (Array.isArray(value)) return value.map((item) => stretchProse(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, stretchProse(item, name)]),
  )
}

/** Stretches every text in a value; keys, ids and what is not text stay. */
function stretchAll(value, key = '') {
  if (KEPT.has(key)) return value
  if (typeof value === 'string') {
    const long = stretch(value)
    return key === 'description' ? long.slice(0, 155) : long
  }
  if (Array.isArray(value)) return value.map((item) => stretchAll(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, stretchAll(item, name)]),
  )
}

function stretchText(source) {
  const edits = []
  visit(mdxParser.parse(source), (node) => {
    const { start, end } = node.position ?? {}
    if (node.type === 'text') edits.push([start.offset, end.offset, stretch])
    if (node.type === 'yaml')
      edits.push([
        start.offset + 4,
        end.offset - 4,
        (yaml) => stringify(stretchAll(parse(yaml)), { lineWidth: 0 }).trimEnd(),
      ])
  })
  return edits
    .sort(([first], [second]) => second - first)
    .reduce(
      (text, [start, end, edit]) =>
        text.slice(0, start) + edit(text.slice(start, end)) + text.slice(end),
      source,
    )
}

rmSync(copy, { recursive: true, force: true })
mkdirSync(copy, { recursive: true })
for (const name of [
  'src',
  'content',
  'public',
  'tools',
  'index.html',
  'package.json',
  'vite.config.ts',
  'tsconfig.json',
])
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))

const base = path.join(copy, 'content/en')
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = path.join(entry.parentPath ?? entry.path, entry.name)
  const source = readFileSync(file, 'utf8')
  const name = path.relative(base, file)
  const longer = isKeyed(name) ? stretchProse : stretchAll
  const text = file.endsWith('.mdx') ? stretchText(source) : stringify(longer(parse(source)))
  write(path.join(copy, 'content/en-XA', name), text)
  if (name === 'module.yaml') write(path.join(copy, 'content/en-XB', name), text)
}
for (const entry of readdirSync(path.join(copy, 'src'), { recursive: true, withFileTypes: true })) {
  const folder = entry.parentPath ?? entry.path
  if (entry.name !== 'en.json' || path.basename(folder) !== 'messages') continue
  const catalogue = JSON.parse(readFileSync(path.join(folder, entry.name), 'utf8'))
  const long = JSON.stringify(stretchAll(catalogue), null, 2)
  for (const locale of ['en-XA', 'en-XB']) write(path.join(folder, `${locale}.json`), long)
}
execFileSync(process.execPath, ['tools/build.mjs', '--out', out], { cwd: copy, stdio: 'inherit' })
