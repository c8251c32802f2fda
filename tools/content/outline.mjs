// What a text consists of, read without building it: its words, figures, questions and sections.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { toString } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { attributeOf } from './mdx.mjs'

/** Reads the MDX of a text, with everything that the course's texts may use. */
export const mdxParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkMdx)

/** The address of a heading on its page. */
export const slug = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

/** The words that are read: not the frontmatter, and not what is only computed with. */
export const wordsOf = (tree) =>
  tree.children
    .filter((node) => node.type !== 'yaml' && node.type !== 'mdxjsEsm')
    .flatMap((node) => toString(node).split(/\s+/))
    .filter(Boolean).length

/**
 * @param {string} text of a lesson, as MDX
 * @returns its words, the ids of its figures and questions, and the addresses of its headings
 */
export function outlineOf(text) {
  const tree = mdxParser.parse(text)
  /** @type {{ Widget: string[], Check: string[] }} */
  const ids = { Widget: [], Check: [] }
  visit(tree, (node) => {
    if (node.type.startsWith('mdxJsx') && Object.hasOwn(ids, node.name))
      ids[node.name].push(attributeOf(node, 'id'))
  })
  return {
    words: wordsOf(tree),
    figures: ids.Widget,
    questions: ids.Check,
    sections: tree.children
      .filter(({ type }) => type === 'heading')
      .map((heading) => slug(toString(heading))),
  }
}

/** The outline of a part in a language, or in the base language where it is not translated yet. */
export function readOutline(content, locale, { id, page }, base = 'en') {
  const name = page === 'lesson' ? `lessons/${id}.mdx` : `${page}.mdx`
  const file = [locale, base]
    .map((language) => path.join(content, language, name))
    .find((each) => existsSync(each))
  return file === undefined ? undefined : outlineOf(readFileSync(file, 'utf8'))
}
