// The search index of one language: a document for each section of each text, and each figure.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { toString } from 'mdast-util-to-string'
import MiniSearch from 'minisearch'
import { parse } from 'yaml'
import { mdxParser, slug } from './outline.mjs'
import { Frontmatter } from './read.mjs'

function sectionsOf(file, address) {
  const tree = mdxParser.parse(readFileSync(file, 'utf8'))
  const [front] = tree.children
  if (front?.type !== 'yaml') throw new Error(`${file}: no frontmatter`)
  const { question, title, lead } = Frontmatter.parse(parse(front.value))
  const found = [{ path: address, page: title, heading: question, text: lead }]
  for (const node of tree.children) {
    if (node.type === 'yaml' || node.type === 'mdxjsEsm') continue
    if (node.type === 'heading' && node.depth === 2) {
      const heading = toString(node)
      found.push({ path: `${address}#${slug(heading)}`, page: title, heading, text: '' })
    } else found[found.length - 1].text += ` ${toString(node)}`
  }
  return found
}

export function searchIndex(content, locale, base, others, options) {
  const own = (name) => {
    const file = path.join(content, locale, name)
    return existsSync(file) ? file : path.join(content, base, name)
  }
  const lessons = readdirSync(path.join(content, base, 'lessons'))
  const documents = [
    ...sectionsOf(own('overview.mdx'), `${locale}/`),
    ...sectionsOf(own('lab.mdx'), `${locale}/lab/`),
    ...lessons.flatMap((name) =>
      sectionsOf(own(`lessons/${name}`), `${locale}/lessons/${name.replace('.mdx', '')}/`),
    ),
    ...others.map(({ path, title, text }) => ({ path, page: '', heading: title, text })),
  ].map((document, id) => ({ id: String(id), ...document }))
  const index = new MiniSearch(options)
  index.addAll(documents)
  return JSON.stringify(index)
}
