// The text of a lesson as plain Markdown, for a page built with other tools. Everything that only
// the course can show goes: imports, exports, widgets. Words stay where they were.
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkMdx)

const attributeOf = (node, name) =>
  node.attributes.find((found) => found.type === 'mdxJsxAttribute' && found.name === name)?.value

/** The numbers that the built page shows in its text, in the order in which it shows them. */
export const shownValues = (html) =>
  Array.from(html.matchAll(/<span data-value[^>]*>([^<]*)<\/span>/g), ([, text]) => text)

const short = ({ authors, year }) => {
  const [first, ...others] = authors.map((author) => author.split(',')[0])
  return `${others.length > 1 ? `${first} et al.` : [first, ...others].join(' and ')} ${year}`
}

const long = ({ authors, year, title, where }) =>
  `- ${authors.join(', ')} (${year}). *${title}*. ${where}.`

function checkText({ prompt, choices }) {
  return [prompt, ...choices.map(({ text, why }) => `- ${text} ${why}`)].join('\n\n')
}

/**
 * @param source the lesson's MDX
 * @param values what its `<Value>` elements show, from `shownValues`
 * @param sources every reference, by id
 * @param questions every question, by id
 */
export function lessonText({ source, values, sources, questions }) {
  const tree = parser.parse(source)
  const edits = []
  const cited = new Map()
  let front = {}
  let nextValue = 0

  /** Leaves what stands between the tags. */
  const unwrap = (node) => {
    const inner = node.children
    const from = node.position.start.offset
    const to = node.position.end.offset
    if (inner.length === 0) return edits.push([from, to, ''])
    edits.push([from, inner[0].position.start.offset, ''])
    return edits.push([inner.at(-1).position.end.offset, to, ''])
  }

  const replacementOf = (node) => {
    switch (node.name) {
      case 'Value':
        return values[nextValue++ % values.length]
      case 'Cite': {
        const found = sources[attributeOf(node, 'id')]
        cited.set(attributeOf(node, 'id'), found)
        return short(found)
      }
      case 'Check':
        return checkText(questions[attributeOf(node, 'id')])
      default:
        return undefined
    }
  }

  visit(tree, (node) => {
    const replace = (text) =>
      edits.push([node.position.start.offset, node.position.end.offset, text])
    if (node.type === 'yaml') {
      front = parse(node.value)
      replace('')
    } else if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression') replace('')
    else if (node.type === 'inlineMath') replace(`*${node.value.replaceAll('\\times', '×')}*`)
    else if (node.type.startsWith('mdxJsx')) {
      const text = replacementOf(node)
      if (text === undefined) unwrap(node)
      else replace(text)
    }
  })

  const text = edits
    .toSorted((one, other) => other[0] - one[0])
    .reduce((whole, [from, to, words]) => whole.slice(0, from) + words + whole.slice(to), source)
  const head = JSON.stringify({ title: front.question, description: front.description })
  return [
    `---\n${head}\n---`,
    front.lead,
    text.trim(),
    '## Sources',
    [...cited.values()].map(long).join('\n'),
    '',
  ].join('\n\n')
}
