// A number in the prose is computed or has a source: this finds those that are neither.
import { visit } from 'unist-util-visit'
import { attributeOf } from './mdx.mjs'
import { mdxParser } from './outline.mjs'

/** What needs no source of its own, or has it: computed, cited, said wrongly elsewhere; formulas. */
const EXEMPT = new Set(['Value', 'Source', 'Claimed', 'Cite', 'Widget', 'Check'])
const isExempt = (node) =>
  (node.type.startsWith('mdxJsx') && EXEMPT.has(node.name)) ||
  ['inlineCode', 'code', 'inlineMath', 'math', 'mdxTextExpression', 'yaml', 'mdxjsEsm'].includes(
    node.type,
  )

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'
// What a name is made of: Flight 1549, RAID 5, HTTP 503, Kubernetes 1.33, part 3; and names of several.
const NAMES =
  'Flight|RAID|HTTP|Kubernetes|PostgreSQL|RFC|TCP|IPv|[Cc]hapter|[Pp]art|[Ll]esson|[Ff]igure|[Ss]ection|Level|CFR|Hamming|SECDED|Module'
const SEVERAL = '[Cc]hapters|[Pp]arts|[Ll]essons|[Ff]igures|[Ss]ections|Levels'
const YEAR = String.raw`(?:1[89]|20)\d\d`
// "In 2000 it failed" has a year and "in 2000 requests" has none: what follows a year is no noun.
const BEFORE_A_YEAR = '[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring'
const AFTER_A_YEAR =
  'a|an|the|and|it|its|he|she|they|we|one|that|this|there|is|was|were|had|has|to|by|for|with|when|on|in|as|at'
const HARMLESS = [
  new RegExp(`\\b\\d{1,2} (${MONTHS})( ${YEAR})?\\b`, 'g'),
  new RegExp(`\\b(${MONTHS}) (${YEAR}|\\d{1,2}(, ${YEAR})?)\\b`, 'g'),
  new RegExp(`\\b(${NAMES}) \\d[\\d./]*`, 'g'),
  new RegExp(`\\b(${SEVERAL}) \\d+((, \\d+)* (and|or|to) \\d+)?\\b`, 'g'),
  new RegExp(`\\b[Yy]ears? ${YEAR}\\b`, 'g'),
  new RegExp(
    `\\b(${BEFORE_A_YEAR}) ${YEAR}(?=[^\\p{L}\\p{N}]*$|[^\\p{L}\\p{N}\\s]|\\s+(\\P{Ll}|(${AFTER_A_YEAR})\\b))`,
    'gu',
  ),
  // Decades, ordinals, and digits that are part of a name: A320, CRC-32, N+1, 2N+1. A unit is no name.
  new RegExp(`\\b${YEAR.slice(0, -2)}0s\\b`, 'g'),
  /\b\d+(st|nd|rd|th)\b/g,
  /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*((?<=\p{Lu})[+−-]\d|(?<=\p{L})\d)[\p{L}\p{N}+−-]*/gu,
  /\b\d*[NMfn]([+−-]\d+)?\b/g,
]

/** The text of a block as sentences, each with whether a note with a source hangs on it. */
function sentencesOf(block, isCited) {
  let text = ''
  const collect = (node) => {
    if (isExempt(node)) text += '\uFFFC'
    else if (node.type === 'footnoteReference') text += isCited(node) ? '\uFFF9' : ''
    else if (node.type === 'text') text += node.value
    else for (const child of node.children ?? []) collect(child)
  }
  collect(block)
  // Notes stand behind the full stop of their sentence, and behind a mark that closes a quotation.
  return text
    .replaceAll(/([.?!][”’")\]]*)(\uFFF9+)/g, '$2$1')
    .split(/(?<=[.?!][”’")\]]*)\s+(?=[^a-z])/u)
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * @param {string} text of a lesson, as MDX
 * @returns {{ line: number, number: string, sentence: string }[]} every number that is typed in
 */
export function bareNumbers(text) {
  const tree = mdxParser.parse(text)
  const cited = new Set()
  visit(tree, 'footnoteDefinition', (note) => {
    visit(note, (node) => {
      if (node.type.startsWith('mdxJsx') && node.name === 'Cite') cited.add(note.identifier)
    })
  })
  const found = []
  const look = (sentence, { start }) => {
    if (sentence.includes('\uFFF9')) return
    const rest = HARMLESS.reduce((left, harmless) => left.replaceAll(harmless, ''), sentence)
    for (const [number] of rest.matchAll(/\d[\d.,:]*\s?%?/g))
      found.push({ line: start.line, number, sentence: sentence.replaceAll('\uFFFC', '…') })
  }
  const walk = (node) => {
    // A note that names its source may quote from it.
    if (node.type === 'footnoteDefinition' && cited.has(node.identifier)) return
    if (BLOCKS.has(node.type)) {
      for (const sentence of sentencesOf(node, ({ identifier }) => cited.has(identifier)))
        look(sentence, node.position)
      return
    }
    if (node.name === 'Table') look(String(attributeOf(node, 'caption')), node.position)
    if (!isExempt(node)) for (const child of node.children ?? []) walk(child)
  }
  walk(tree)
  return found
}
