import { fieldsOf, isList, isRecord, jsonLine } from './json.ts'
import type { Json } from './json.ts'
import { parseTemplate } from './jsonpath-parse.ts'
import type { Path } from './jsonpath-parse.ts'
import { walk } from './jsonpath-walk.ts'

/** What came of a template: its text, or why there is none, in kubectl's words. */
export type Printed = { readonly text: string } | { readonly error: string }

/** The words of an error; what is no error of ours goes on up. */
export function messageOf(error: unknown): string {
  if (error instanceof RangeError) return error.message
  throw error
}

const begins = (path: Path, word: string): boolean => {
  const [first] = path
  return first?.node === 'word' && first.word === word
}

/** Where the range that begins at a place ends; past the last path if nothing ends it. */
function rangeEnd(paths: readonly Path[], from: number): number {
  let depth = 1
  for (let at = from + 1; at < paths.length; at += 1) {
    const path = paths[at] ?? []
    if (begins(path, 'range')) depth += 1
    if (begins(path, 'end')) depth -= 1
    if (depth === 0) return at
  }
  return paths.length
}

/** For each path of a template in turn, with ranges gone through, what it found. */
function resultsOf(paths: readonly Path[], value: Json): readonly (readonly Json[])[] {
  const results: (readonly Json[])[] = []
  for (let at = 0; at < paths.length; at += 1) {
    const path = paths[at] ?? []
    if (begins(path, 'end')) throw new RangeError('not in range, nothing to end')
    const found = walk([value], path)
    if (!begins(path, 'range')) {
      results.push(found)
      continue
    }
    const end = rangeEnd(paths, at)
    results.push(...found.flatMap((item) => resultsOf(paths.slice(at + 1, end), item)))
    at = end
  }
  return results
}

/** A value as a template prints it: objects and lists as JSON, the rest bare. */
const bare = (value: Json): string => (typeof value === 'object' ? jsonLine(value) : String(value))

/** A value in the syntax of Go, as the error of a template shows it. */
function inGo(value: Json): string {
  if (isRecord(value))
    return `map[string]interface {}{${fieldsOf(value)
      .map(([key, field]) => `${JSON.stringify(key)}:${inGo(field)}`)
      .join(', ')}}`
  if (isList(value)) return `[]interface {}{${value.map(inGo).join(', ')}}`
  if (value === null) return 'interface {}(nil)'
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

/** `-o jsonpath=TEMPLATE`: the text of a template for one object, or for a list of them. */
export function jsonpathText(template: string, value: Json): Printed {
  let paths: readonly Path[]
  try {
    paths = parseTemplate(template)
  } catch (error) {
    return { error: `error parsing jsonpath ${template}, ${messageOf(error)}` }
  }
  try {
    const texts = resultsOf(paths, value).map((found) => found.map(bare).join(' '))
    return { text: texts.join('') }
  } catch (error) {
    return {
      error:
        `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ` +
        `${messageOf(error)}. Printing more information for debugging the template:\n` +
        `\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${inGo(value)}\n\n`,
    }
  }
}

/**
 * A path as people may write it where only a path can stand: `.spec.x`, `spec.x`, `{.spec.x}`.
 *
 * @returns the same in braces and with its dot
 * @throws RangeError in kubectl's words
 */
export function relaxedPath(text: string): string {
  const parts = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(text)
  if (!parts)
    throw new RangeError(
      "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    )
  return `{.${parts[1] ?? parts[2] ?? ''}}`
}

/**
 * All that a relaxed path finds in a value.
 *
 * @throws RangeError in kubectl's words
 */
export const findAll = (path: string, value: Json): readonly Json[] =>
  resultsOf(parseTemplate(relaxedPath(path)), value).flat()
