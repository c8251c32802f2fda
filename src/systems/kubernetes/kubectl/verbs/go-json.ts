import { ClientError } from './failures.ts'

/** Where the value that begins at a place ends; -1 where it does not. */
function endOfValue(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** The first thing in a text that Go's decoder would not read, and where. */
function firstProblem(
  text: string,
): { readonly offset: number; readonly what: string } | undefined {
  const fail = /(?:([{,])\s*([^\s"}])|(,)\s*(\})|(:)\s*([}\],]))/.exec(text)
  if (!fail) return undefined
  const letter = fail[2] ?? fail[4] ?? fail[6] ?? ''
  const wanted = fail[5] === undefined ? 'beginning of object key string' : 'beginning of value'
  return {
    offset: fail.index + fail[0].length,
    what: `invalid character '${letter}' looking for ${wanted}`,
  }
}

/** What is wrong with a text of JSON, as a server says it. */
export const jsonProblem = (text: string): string =>
  firstProblem(text)?.what ?? 'unexpected end of JSON input'

/** The same as kubectl says it of a file. */
function problemIn(text: string): string {
  const problem = firstProblem(text)
  return problem ? `json: offset ${problem.offset}: ${problem.what}` : 'unexpected EOF'
}

/**
 * The values of a text of JSON, one after the other.
 *
 * @throws ClientError where it is no JSON
 */
export function* jsonStream(text: string, source: string): Generator<unknown> {
  let at = text.search(/\S/)
  while (at >= 0 && at < text.length) {
    const end = endOfValue(text, at)
    const part = end < 0 ? text.slice(at) : text.slice(at, end)
    try {
      yield JSON.parse(part)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new ClientError(`error parsing ${source}: ${problemIn(part)}`)
    }
    const next = text.slice(end).search(/\S/)
    at = next < 0 ? -1 : end + next
  }
}
