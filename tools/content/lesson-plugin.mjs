// What a lesson's MDX becomes beyond Markdown: headings with addresses, footnotes as notes in the
// margin, citations and questions resolved while building, so that a page ships only what it shows.
import path from 'node:path'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { z } from 'zod'
import { attribute, attributeOf, element, exportConst } from './mdx.mjs'
import { layTalk } from './lay-talk.mjs'
import { layTables } from './lay-tables.mjs'
import { slug, wordsOf } from './outline.mjs'
import { Frontmatter, readGlossary, readMisconceptions, readSources } from './read.mjs'
import { readQuestions } from '../questions/read-questions.mjs'

function addressHeadings(tree) {
  const ids = new Set()
  const sections = []
  for (const node of tree.children) {
    if (node.type !== 'heading') continue
    const title = toString(node)
    const id = slug(title)
    if (ids.has(id)) throw new Error(`two headings "${title}"`)
    ids.add(id)
    node.data = { hProperties: { id } }
    if (node.depth === 2) sections.push({ id, title })
  }
  return sections
}

const MARGINAL = new Set(['Correction', 'DidYouKnow'])
const isMargin = (node) => node.type === 'mdxJsxFlowElement' && MARGINAL.has(node.name)
const isPlain = (node) => node.type === 'paragraph'

/** A note of the margin cannot have notes of its own: there is no second margin to put them into. */
function refuseNotesInMargin(tree, file) {
  visit(tree, isMargin, (aside) => {
    visit(aside, 'footnoteReference', ({ identifier, position }) => {
      const place = `${path.relative(process.cwd(), file)}:${position.start.line}`
      throw new Error(
        `${place}: the note [^${identifier}] stands in a <${aside.name}>, which is in the margin itself: ` +
          'cite there with <Cite id="…" />, or put the note into the paragraph before it',
      )
    })
  })
}

/** Moves each footnote, and each Correction or aside, beside the paragraph or list that it belongs to. */
function layMargin(tree) {
  const definitions = new Map()
  for (const node of tree.children)
    if (node.type === 'footnoteDefinition') definitions.set(node.identifier, node)
  const blocks = tree.children.filter((node) => node.type !== 'footnoteDefinition')
  let number = 0
  const footnotes = []
  const notesOf = (block) => {
    const notes = []
    visit(block, 'footnoteReference', (reference, index, parent) => {
      const definition = definitions.get(reference.identifier)
      if (!definition) throw new Error(`no note for [^${reference.identifier}]`)
      definitions.delete(reference.identifier)
      number += 1
      parent.children[index] = element('NoteMark', { number }, [], false)
      notes.push(element('Sidenote', { number }, definition.children))
      footnotes.push(element('Footnote', { number }, structuredClone(definition.children)))
    })
    return notes
  }
  const laid = []
  while (blocks.length > 0) {
    const block = blocks.shift()
    const margin = notesOf(block)
    while (blocks.length > 0 && isMargin(blocks[0])) margin.push(blocks.shift())
    if (margin.length === 0 || !(isPlain(block) || block.type === 'list')) {
      laid.push(block, ...margin)
      continue
    }
    laid.push(
      element('Noted', {}, [element('NotedText', {}, [block]), element('NotedMargin', {}, margin)]),
    )
  }
  if (definitions.size > 0) throw new Error(`notes never used: ${[...definitions.keys()]}`)
  // On paper there is no margin to go to: there the notes stand once more, at the foot.
  if (footnotes.length > 0) laid.push(element('Footnotes', {}, footnotes))
  tree.children = laid
}

function checkFrontmatter(tree, file) {
  const front = tree.children.find((node) => node.type === 'yaml')
  const result = Frontmatter.safeParse(front && parse(front.value))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
}

function numberFigures(tree) {
  let number = 0
  visit(tree, (node) => {
    if (!node.type.startsWith('mdxJsx') || node.name !== 'Widget') return
    number += 1
    node.attributes.push(attribute('number', String(number)))
  })
}

/** Gives each definition that opens on demand a place of its own on the page. */
function placeTerms(tree) {
  let number = 0
  visit(tree, (node, index, parent) => {
    if (!node.type.startsWith('mdxJsx') || node.name !== 'Term') return
    number += 1
    node.attributes.push(attribute('place', `term-${number}`))
    // A button is one block to a line, which may break after it: not before a full stop.
    const next = parent?.children[index + 1]
    if (next?.type === 'text' && /^[.,;:!?)\]’”…]/.test(next.value))
      next.value = `\u2060${next.value}`
  })
}

/** The ids that elements of these names carry, in order of appearance, each once. */
function idsOf(tree, ...names) {
  const ids = new Set()
  visit(tree, (node) => {
    if (!node.type.startsWith('mdxJsx') || !names.includes(node.name)) return
    const id = attributeOf(node, 'id')
    if (typeof id !== 'string') throw new Error(`<${node.name}> needs an id in quotes`)
    ids.add(id)
  })
  return [...ids]
}

const has = (tree, name) => {
  let found = false
  visit(tree, (node) => {
    found ||= node.type.startsWith('mdxJsx') && node.name === name
  })
  return found
}

const pick = (table, ids, what) =>
  Object.fromEntries(
    ids.map((id) => {
      if (!Object.hasOwn(table, id)) throw new Error(`no ${what} "${id}"`)
      return [id, table[id]]
    }),
  )

/**
 * The questions that a lesson asks. They answer before any script runs, by style alone, which is
 * possible for one choice among a few, with words that are the same for everybody. A wrong option
 * comes with the scene that shows what its misconception gets wrong.
 */
const checksOf = (table, ids, misconceptions) =>
  Object.fromEntries(
    Object.entries(pick(table, ids, 'question')).map(
      ([id, { kind, parameters, prompt, options }]) => {
        if (kind !== 'choice' || parameters || options.some(({ wrong }) => wrong))
          throw new Error(`question "${id}" cannot stand in a lesson: it is no plain choice`)
        return [id, { prompt, options: options.map((option) => shownIn(option, misconceptions)) }]
      },
    ),
  )

function shownIn(option, misconceptions) {
  const found = misconceptions[option.misconception]
  return found ? { ...option, shown: { widget: found.widget, scene: found.scene } } : option
}

const LIVE = new Set(['Widget', 'Check', 'CourseMap', 'Review'])

/** What a reader can operate; everything else is the same for ever once it is prerendered. */
function isLive(node) {
  let live = false
  visit(node, (inner) => {
    live ||= inner.type.startsWith('mdxJsx') && LIVE.has(inner.name)
  })
  return live
}

/**
 * Sets the text that nobody operates apart, run by run. Prerendering fills the runs; a browser
 * build leaves them empty, since the text is already in the page and need not come twice.
 */
function setStatic(tree, filled) {
  const laid = []
  let run
  let count = 0
  for (const node of tree.children) {
    if (node.type === 'mdxjsEsm' || node.type === 'yaml') {
      // What the text computes is computed while prerendering.
      if (filled || !node.position) laid.push(node)
    } else if (isLive(node)) {
      laid.push(node)
      run = undefined
    } else {
      if (!run) {
        run = element('Static', { n: count }, [])
        count += 1
        laid.push(run)
      }
      if (filled) run.children.push(node)
    }
  }
  tree.children = laid
}

/** @param filled false for a browser build: see setStatic */
export function lessonPlugin({ filled }) {
  return (tree, file) => {
    if (file.path.includes('/talks/')) {
      layTalk(tree, file.path)
      return
    }
    const content = path.resolve(file.path, '../..', file.path.includes('/lessons/') ? '..' : '.')
    const locale = path.relative(content, file.path).split(path.sep)[0]
    checkFrontmatter(tree, file.path)
    const words = wordsOf(tree)
    const sections = addressHeadings(tree)
    const sources = pick(readSources(content), idsOf(tree, 'Cite', 'Source'), 'source')
    const questions = checksOf(
      readQuestions(content, locale),
      idsOf(tree, 'Check'),
      readMisconceptions(content, locale),
    )
    const glossary = readGlossary(content, locale)
    const explained = idsOf(tree, 'Term')
    const terms = has(tree, 'Glossary')
      ? glossary
      : pick(glossary, explained, 'term in the glossary')
    const widgets = idsOf(tree, 'Widget')
    numberFigures(tree)
    placeTerms(tree)
    layTables(tree)
    refuseNotesInMargin(tree, file.path)
    layMargin(tree)
    setStatic(tree, filled)
    tree.children.unshift(
      exportConst('outline', {
        sections,
        questions,
        widgets,
        words,
        sources: filled ? sources : {},
        terms: filled ? terms : {},
      }),
    )
  }
}
