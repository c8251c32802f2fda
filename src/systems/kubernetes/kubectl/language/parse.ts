import { peek, plainText, skipBlanks, unexpected } from './cursor.ts'
import { readRedirect, readRedirects } from './read-redirect.ts'
import { type Cursor, readHeredocs, readWord } from './read-word.ts'
import {
  type Chain,
  type List,
  type Pipeline,
  type Redirect,
  type Simple,
  type Syntax,
  SyntaxProblem,
  Unfinished,
  type Word,
} from './syntax.ts'

const LEFT_OUT = new Set(['case', 'function', 'select', 'coproc', '[[', 'time'])
const CLOSING = new Set(['then', 'do', 'done', 'fi', 'else', 'elif', 'esac', '}'])

function newline(cursor: Cursor): void {
  cursor.at += 1
  readHeredocs(cursor, parseList)
}

/** Skips blanks and empty lines. */
function skipLines(cursor: Cursor): void {
  skipBlanks(cursor)
  while (cursor.text[cursor.at] === '\n') {
    newline(cursor)
    skipBlanks(cursor)
  }
}

/** Takes a reserved word, after blank lines. */
function expect(cursor: Cursor, word: string): void {
  skipLines(cursor)
  const found = peek(cursor)
  if (found === '' && cursor.at >= cursor.text.length) throw new Unfinished(word)
  if (found !== word) throw unexpected(found)
  cursor.at += word.length
}

const isPlain = (word: Word): string | undefined => {
  const [only] = word
  return word.length === 1 && only?.part === 'text' && !only.quoted ? only.text : undefined
}

function parseSimple(cursor: Cursor): Simple {
  const sets: { name: string; value: Word }[] = []
  const words: Word[] = []
  const redirects: Redirect[] = []
  for (;;) {
    skipBlanks(cursor)
    const redirect = readRedirect(cursor, parseList)
    if (redirect) {
      redirects.push(redirect.redirect)
      continue
    }
    const word = readWord(cursor, parseList)
    if (!word) break
    const [first, ...others] = word
    const [all, name] =
      words.length === 0 && first?.part === 'text' && !first.quoted
        ? (/^([A-Za-z_]\w*)=/.exec(first.text) ?? [])
        : []
    if (all !== undefined && name !== undefined && first?.part === 'text') {
      const rest = first.text.slice(all.length)
      sets.push({ name, value: rest === '' ? others : [{ ...first, text: rest }, ...others] })
    } else words.push(word)
  }
  if (peek(cursor) === '(') {
    const [name] = words
    if (words.length === 1 && name && /^\(\s*\)/.test(cursor.text.slice(cursor.at)))
      throw new SyntaxProblem(`bash: ${plainText(name)}: functions are left out of this terminal`)
    throw unexpected('(')
  }
  if (sets.length + words.length + redirects.length === 0) {
    const found = peek(cursor)
    if (found === '' && cursor.at >= cursor.text.length) throw new Unfinished('command')
    throw unexpected(found)
  }
  return { kind: 'simple', sets, words, redirects }
}

function parseFor(cursor: Cursor): Syntax {
  skipBlanks(cursor)
  if (cursor.text.startsWith('((', cursor.at))
    throw new SyntaxProblem('bash: for ((: left out of this terminal; use for x in {1..5}')
  const word = readWord(cursor, parseList)
  const name = word && isPlain(word)
  if (name === undefined)
    throw cursor.at >= cursor.text.length ? new Unfinished('for') : unexpected(peek(cursor))
  if (!/^[A-Za-z_]\w*$/.test(name))
    throw new SyntaxProblem(`bash: \`${name}': not a valid identifier`)
  const words: Word[] = []
  skipLines(cursor)
  if (peek(cursor) === 'in') {
    cursor.at += 2
    for (;;) {
      skipBlanks(cursor)
      const next = readWord(cursor, parseList)
      if (!next) break
      words.push(next)
    }
  }
  skipBlanks(cursor)
  if (peek(cursor) === ';') cursor.at += 1
  expect(cursor, 'do')
  const body = parseBody(cursor)
  expect(cursor, 'done')
  return { kind: 'for', name, words, body, redirects: readRedirects(cursor, parseList) }
}

/** A list that must not be empty. */
function parseBody(cursor: Cursor): List {
  const body = parseList(cursor)
  if (body.length > 0) return body
  if (cursor.at >= cursor.text.length) throw new Unfinished('command')
  throw unexpected(peek(cursor))
}

function parseIf(cursor: Cursor): Syntax {
  const branches: { test: List; body: List }[] = []
  for (;;) {
    const test = parseBody(cursor)
    expect(cursor, 'then')
    branches.push({ test, body: parseBody(cursor) })
    skipLines(cursor)
    if (peek(cursor) !== 'elif') break
    cursor.at += 4
  }
  let otherwise: List = []
  if (peek(cursor) === 'else') {
    cursor.at += 4
    otherwise = parseBody(cursor)
  }
  expect(cursor, 'fi')
  return { kind: 'if', branches, otherwise, redirects: readRedirects(cursor, parseList) }
}

function parseCommand(cursor: Cursor): Syntax {
  skipBlanks(cursor)
  const word = peek(cursor)
  if (cursor.text.startsWith('((', cursor.at))
    throw new SyntaxProblem('bash: ((: left out of this terminal; use $(( )) or [ ]')
  if (LEFT_OUT.has(word)) throw new SyntaxProblem(`bash: ${word}: left out of this terminal`)
  if (CLOSING.has(word)) throw unexpected(word)
  switch (word) {
    case '(':
    case '{': {
      cursor.at += 1
      const body = parseBody(cursor)
      expect(cursor, word === '(' ? ')' : '}')
      return {
        kind: 'group',
        apart: word === '(',
        body,
        redirects: readRedirects(cursor, parseList),
      }
    }
    case 'for':
      cursor.at += 3
      return parseFor(cursor)
    case 'while':
    case 'until': {
      cursor.at += 5
      const test = parseBody(cursor)
      expect(cursor, 'do')
      const body = parseBody(cursor)
      expect(cursor, 'done')
      const redirects = readRedirects(cursor, parseList)
      return { kind: 'while', until: word === 'until', test, body, redirects }
    }
    case 'if':
      cursor.at += 2
      return parseIf(cursor)
    default:
      return parseSimple(cursor)
  }
}

function parsePipeline(cursor: Cursor): Pipeline {
  skipBlanks(cursor)
  let negated = false
  while (peek(cursor) === '!') {
    negated = !negated
    cursor.at += 1
    skipBlanks(cursor)
  }
  const commands = [parseCommand(cursor)]
  for (;;) {
    skipBlanks(cursor)
    if (cursor.text.startsWith('|&', cursor.at))
      throw new SyntaxProblem('bash: |&: left out of this terminal; use 2>&1 |')
    if (peek(cursor) !== '|') return { negated, commands }
    cursor.at += 1
    skipLines(cursor)
    commands.push(parseCommand(cursor))
  }
}

function parseChain(cursor: Cursor): Chain {
  const first = parsePipeline(cursor)
  const rest: { on: '&&' | '||'; pipeline: Pipeline }[] = []
  for (;;) {
    skipBlanks(cursor)
    const on = peek(cursor)
    if (on !== '&&' && on !== '||') return { first, rest }
    cursor.at += 2
    skipLines(cursor)
    rest.push({ on, pipeline: parsePipeline(cursor) })
  }
}

/** Reads commands up to the end, a closing bracket or a closing word. */
function parseList(cursor: Cursor): List {
  const list: Chain[] = []
  for (;;) {
    skipLines(cursor)
    const next = peek(cursor)
    if (cursor.at >= cursor.text.length || next === ')' || CLOSING.has(next)) return list
    list.push(parseChain(cursor))
    skipBlanks(cursor)
    const end = peek(cursor)
    if (end === '&')
      throw new SyntaxProblem(
        'bash: &: jobs in the background are left out of this terminal; the other terminal runs beside it',
      )
    if (end === ';') cursor.at += 1
    else if (end !== '\n' && end !== ')' && cursor.at < cursor.text.length) throw unexpected(end)
  }
}

/**
 * Reads what was typed as bash would, as far as this terminal goes along.
 *
 * @param text one or more whole lines
 * @throws Unfinished where more lines must follow: an open quote, a heredoc, a `do` without `done`
 * @throws SyntaxProblem with bash's words, or the name of what is left out
 */
export function parse(text: string): List {
  const cursor: Cursor = { text, at: 0, heredocs: [] }
  const list = parseList(cursor)
  if (cursor.heredocs.length > 0) throw new Unfinished('heredoc')
  if (cursor.at < text.length) throw unexpected(peek(cursor))
  return list
}
