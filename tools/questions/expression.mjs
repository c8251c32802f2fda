// The arithmetic inside a question: a small, safe part of JavaScript, checked while building.
//   answer: kOutOfN({ k: 2, n: servers, … })      prompt: … down {p|percent:3} of the time …
import { parseExpressionAt } from 'acorn'

/** What is wrong with what an author wrote, in words for the author. */
export class AuthorError extends Error {}

/** Functions of Math that a question may call by their bare names. */
const MATH = new Set(
  'abs ceil exp expm1 floor log log10 log1p log2 max min round sqrt trunc'.split(' '),
)

/** What every object has, and no result of the library means. */
const INHERITED = new Set(['constructor', 'prototype', '__proto__'])

/** How a number in a text is written; see `Format` in src/practice/question.ts. */
const FORMATS = new Set(['percent', 'number', 'hours', 'seconds', 'money'])

/**
 * JavaScript for an expression.
 * @param text what the author wrote
 * @param names what it may refer to: parameters, and what was worked out before it
 * @param library the functions of src/reliability by name; those called are added to `used`
 */
export function expression(text, { names, library, used }) {
  const source = String(text)
  let tree
  try {
    tree = parseExpressionAt(source, 0, { ecmaVersion: 2023 })
  } catch (error) {
    throw new AuthorError(`"${source}" is no expression: ${error.message}`)
  }
  if (source.slice(tree.end).trim() !== '')
    throw new AuthorError(`"${source}" goes on after its end: "${source.slice(tree.end).trim()}"`)
  const write = (node) => {
    // The hole in [1, , 2].
    if (node === null) throw new AuthorError(`"${source}" leaves something out in a list`)
    switch (node.type) {
      case 'Literal':
        if (['string', 'boolean'].includes(typeof node.value) || Number.isFinite(node.value))
          return JSON.stringify(node.value)
        break
      case 'Identifier':
        if (names.has(node.name)) return node.name
        throw new AuthorError(
          `"${node.name}" in "${source}" is neither a parameter nor given; there are: ${[...names].join(', ') || 'none'}`,
        )
      case 'UnaryExpression':
        if (['-', '+', '!'].includes(node.operator))
          return `(${node.operator}${write(node.argument)})`
        break
      case 'BinaryExpression':
      case 'LogicalExpression':
        if (/^([-+*/%]|\*\*|[<>]=?|[!=]==|&&|\|\|)$/.test(node.operator))
          return `(${write(node.left)} ${node.operator} ${write(node.right)})`
        throw new AuthorError(`"${node.operator}" in "${source}": compare with === and !==`)
      case 'ConditionalExpression':
        return `(${write(node.test)} ? ${write(node.consequent)} : ${write(node.alternate)})`
      case 'ArrayExpression':
        return `[${node.elements.map((element) => write(element)).join(', ')}]`
      case 'ObjectExpression':
        return `({ ${node.properties.map(property).join(', ')} })`
      case 'MemberExpression': {
        const { object, computed, property: field } = node
        if (computed && typeof field.value === 'number') return `${write(object)}[${field.value}]`
        if (!computed && !node.optional && !INHERITED.has(field.name))
          return `${write(object)}.${field.name}`
        break
      }
      case 'CallExpression':
        return call(node)
    }
    throw new AuthorError(`"${source.slice(node.start, node.end)}" may not stand in a question`)
  }
  const property = (node) => {
    if (node.type !== 'Property' || node.computed || node.kind !== 'init' || node.method)
      throw new AuthorError(`"${source}" has a field that is more than a name and a value`)
    const name = node.key.name ?? node.key.value
    if (name === '__proto__') throw new AuthorError(`"${source}" may not set __proto__`)
    return `${JSON.stringify(name)}: ${write(node.value)}`
  }
  const call = (node) => {
    const { name } = node.callee
    const list = node.arguments.map((argument) => write(argument)).join(', ')
    if (node.callee.type === 'Identifier' && MATH.has(name)) return `Math.${name}(${list})`
    if (node.callee.type === 'Identifier' && library.has(name)) {
      used.add(name)
      return `${name}(${list})`
    }
    throw new AuthorError(
      `"${source.slice(node.callee.start, node.callee.end)}" is no function of the library`,
    )
  }
  return write(tree)
}

/** Names that stand for something in the code of every question. */
const TAKEN = new Set(['format', 'say'])

/** Whether the language lets something have this name: not `class`, for one. */
const isVariable = (name) => {
  try {
    parseExpressionAt(`({ ${name} }) => 0`, 0, { ecmaVersion: 2023, sourceType: 'module' })
    return true
  } catch {
    return false
  }
}

/** @throws AuthorError unless a name may be given to something new */
export function checkName(name, { names, library }) {
  if (names.has(name)) throw new AuthorError(`${name} is given twice`)
  if (TAKEN.has(name) || library.has(name) || !isVariable(name))
    throw new AuthorError(`${name} means something else already: another name is needed`)
}

/** The end of what a brace opens, with the braces inside it. */
function closing(text, open) {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  throw new AuthorError(`a brace that is opened is never closed in "${text.slice(open)}"`)
}

/** JavaScript for a text with `{expression|format:digits}` in it. */
export const template = (text, scope) => pieceOfText(String(text).trim(), scope)

/** The same for what other text goes on before and after, where a space at an end counts. */
export function pieceOfText(source, scope) {
  const pieces = []
  let at = 0
  for (let open = source.indexOf('{'); open >= 0; open = source.indexOf('{', at)) {
    const end = closing(source, open)
    pieces.push(JSON.stringify(source.slice(at, open)), written(source.slice(open + 1, end), scope))
    at = end + 1
  }
  pieces.push(JSON.stringify(source.slice(at)))
  const kept = pieces.filter((piece) => piece !== '""')
  return kept.length === 0 ? '""' : kept.join(' + ')
}

function written(inner, scope) {
  const [, value, format, digits] = /^(.*?)(?:\|(\w+)(?::(\d+))?)?$/s.exec(inner) ?? []
  const code = expression(value, scope)
  if (format === undefined) return `say(${code}, format)`
  if (!FORMATS.has(format))
    throw new AuthorError(`"${format}" is no format; there are: ${[...FORMATS].join(', ')}`)
  return `format.${format}(${code}${digits === undefined ? '' : `, ${digits}`})`
}
