// A number in the prose is computed or has a source: this finds those that are neither.
import { visit } from 'unist-util-visit'
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
// What a name is made of: Flight 1549, RAID 5, HTTP 503, Kubernetes 1.33, chapter 8, part 3.
const NAMES =
  'Flight|RAID|HTTP|Kubernetes|PostgreSQL|RFC|TCP|IPv|[Cc]hapters?|[Pp]art|[Ll]esson|[Ff]igure|[Ss]ection|Level|CFR|Hamming|SECDED|Module'
const HARMLESS = [
  new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'),
  new RegExp(`\\b(${MONTHS}) \\d{1,2}\\b`, 'g'),
  new RegExp(`\\b(${NAMES}) (\\d[\\d./]*( and |, )?)+`, 'g'),
  // Years, ordinals, and digits that are part of a word: A320, CRC-32, 2N, N+1.
  /\b(1[89]|20)\d\ds?\b/g,
  /\b\d+(st|nd|rd|th)\b/g,
  /[\p{L}\p{N}+−-]*(\p{L}[+−-]?\d|\d[+−-]?\p{L})[\p{L}\p{N}+−-]*/gu,
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
  // A note stands behind the full stop of its sentence.
  return text.replaceAll(/([.?!])\uFFF9/g, '\uFFF9$1').split(/(?<=[.?!])\s+(?=[^a-z])/u)
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
  const walk = (node) => {
    // A note that names its source may quote from it.
    if (node.type === 'footnoteDefinition' && cited.has(node.identifier)) return
    if (BLOCKS.has(node.type)) {
      for (const sentence of sentencesOf(node, ({ identifier }) => cited.has(identifier))) {
        if (sentence.includes('\uFFF9')) continue
        const rest = HARMLESS.reduce((left, harmless) => left.replaceAll(harmless, ''), sentence)
        for (const [number] of rest.matchAll(/\d[\d.,:]*\s?%?/g))
          found.push({
            line: node.position.start.line,
            number,
            sentence: sentence.replaceAll('\uFFFC', '…'),
          })
      }
      return
    }
    if (!isExempt(node)) for (const child of node.children ?? []) walk(child)
  }
  walk(tree)
  return found
}
