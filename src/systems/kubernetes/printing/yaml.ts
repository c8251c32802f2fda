import { isList, isRecord, plain } from './json.ts'
import type { Json } from './json.ts'

/** Plain texts that a reader of YAML would take for something else than text. */
const TAKEN_FOR_A_WORD =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|\.nan|\.NaN|\.NAN|[-+]?\.(?:inf|Inf|INF)|<<)$/

const TAKEN_FOR_A_NUMBER =
  /^(?:[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*|(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:[eE][-+]?\d+)?)|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)$/

const TAKEN_FOR_A_TIME = /^\d{4}-\d\d?-\d\d?(?:$|[Tt ]+\d)/

/** Texts that cannot stand bare because of how YAML reads their first or other characters. */
function needsQuotes(text: string): boolean {
  return (
    text === '' ||
    /^[\s,[\]{}#&*!|>'"%@`]/.test(text) ||
    /^[-?:](?:\s|$)/.test(text) ||
    /^(?:---|\.\.\.)/.test(text) ||
    /:(?:\s|$)/.test(text) ||
    /\s#/.test(text) ||
    /\s$/.test(text)
  )
}

const taken = (text: string): boolean =>
  TAKEN_FOR_A_WORD.test(text) || TAKEN_FOR_A_NUMBER.test(text) || TAKEN_FOR_A_TIME.test(text)

const ESCAPES: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\t': String.raw`\t`,
  '\r': String.raw`\r`,
  '\0': String.raw`\0`,
  '\u0007': String.raw`\a`,
  '\b': String.raw`\b`,
  '\u001b': String.raw`\e`,
  '\f': String.raw`\f`,
  '\v': String.raw`\v`,
}

// The control characters are what this is about.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/

const doubleQuoted = (text: string): string =>
  `"${Array.from(text, (letter) => {
    const escape = ESCAPES[letter]
    if (escape !== undefined) return escape
    return UNPRINTABLE.test(letter)
      ? `\\x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
      : letter
  }).join('')}"`

/** Text of several lines, each on its own; the sign after `|` tells how it ends. */
function block(text: string, indent: string): string {
  const ending = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-'
  const lines = text.replace(/\n$/, '').split('\n')
  // A block whose first line is indented itself has to say how deep the block is.
  const depth = /^[ \n]/.test(text) ? '2' : ''
  return `|${depth}${ending}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`
}

function scalar(value: null | boolean | number | string, indent: string): string {
  if (typeof value !== 'string') return String(value)
  if (taken(value)) return `"${value}"`
  if (UNPRINTABLE.test(value) || /\t/.test(value)) {
    if (!value.includes('\n') || UNPRINTABLE.test(value)) return doubleQuoted(value)
  }
  if (value.includes('\n'))
    return /[ \t]\n|[ \t]$/.test(value) || value.trim() === ''
      ? doubleQuoted(value)
      : block(value, indent)
  return needsQuotes(value) ? (value === '' ? '""' : `'${value.replaceAll("'", "''")}'`) : value
}

/** The lines of a value at a depth, each but the first indented. */
function lines(value: Json, indent: string): string {
  if (isList(value))
    return value.map((item) => `- ${nested(item, `${indent}  `, true)}`).join(`\n${indent}`)
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, field]) => `${scalar(key, indent)}:${after(field, indent)}`)
      .join(`\n${indent}`)
  return scalar(value, indent)
}

/** What stands behind a dash. */
function nested(item: Json, indent: string, inList: boolean): string {
  if (isList(item)) return item.length === 0 ? '[]' : lines(item, indent)
  if (isRecord(item)) return Object.keys(item).length === 0 ? '{}' : lines(item, indent)
  return scalar(item, inList ? indent : `${indent}  `)
}

/** What stands behind a key and its colon. */
function after(field: Json, indent: string): string {
  // Lists are no deeper than the key they belong to.
  if (isList(field)) return field.length === 0 ? ' []' : `\n${indent}${lines(field, indent)}`
  if (isRecord(field))
    return Object.keys(field).length === 0 ? ' {}' : `\n${indent}  ${lines(field, `${indent}  `)}`
  return ` ${scalar(field, `${indent}  `)}`
}

/**
 * `-o yaml`: a value in the form of Go's YAML: keys sorted, lists as deep as their key, text quoted
 * where it could be taken for something else.
 */
export const yamlText = (value: unknown): string => `${nested(plain(value), '', false)}\n`
