// The words of a docstring as a small tree, for React to draw: paragraphs, lists, code and links.
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse)

/** A symbol with an index, such as q_i or U_{k,n}, apart from the words around it. */
function indexed(text) {
  const parts = text.split(/(\p{L})_(\{[^}]*\}|\w+)/u)
  return parts.flatMap((part, at) => {
    if (at % 3 === 0) return part === '' ? [] : [part]
    if (at % 3 === 2) return []
    return [{ symbol: part, index: parts[at + 1].replace(/[{}]/g, '') }]
  })
}

const treeOf = (node) => {
  // Between spaces a hyphen is a minus: no docstring writes a dash that way.
  if (node.type === 'text')
    return indexed(node.value.replace(/\s*\n\s*/g, ' ').replace(/ - /g, ' − '))
  if (node.type === 'inlineCode') return { code: node.value }
  const children = node.children?.flatMap(treeOf) ?? []
  switch (node.type) {
    case 'paragraph':
      return { paragraph: children }
    case 'list':
      return { list: children }
    case 'listItem':
      return { item: children.flatMap((child) => child.paragraph ?? [child]) }
    case 'link':
      return { link: node.url.replace('#', ''), text: children.join('') }
    default:
      throw new Error(`a docstring may hold paragraphs, lists and code, not ${node.type}`)
  }
}

/** {@link name} becomes a link that the page resolves; everything else is plain Markdown. */
export function prose(text) {
  const marked = text
    .replace(/\{@link (\w+)\}/g, '[$1](#$1)')
    // An underscore or a star in a formula is no emphasis, and a bracket no link.
    .replace(/(?<=\S)\*(?=\S)|_/g, '\\$&')
  return parser.parse(marked).children.flatMap(treeOf)
}

/** The same for a single sentence or two, without a paragraph around. */
export const sentence = (text) => prose(text).flatMap((part) => part.paragraph ?? [part])

/** A phrase of a tag as a sentence: with a capital, unless it begins with code, and a full stop. */
export const finished = (text) =>
  sentence(text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).replace(/[^.!?:]$/, '$&.'))
