import { labelKeyProblems, labelValueProblems } from './label-syntax.ts'
import type { SelectorRequirement } from './objects.ts'

type Kind = 'end' | 'word' | 'sign'

interface Token {
  readonly kind: Kind
  readonly text: string
}

const OPERATORS = 'in, notin, =, ==, !=, gt, lt'

/** Whether a text is a whole number as the API reads one. */
export const isWholeNumber = (text: string): boolean => /^[+-]?\d+$/.test(text)

/** The longest sign at the front; every character that makes one is one alone. */
const signAt = (rest: string): string =>
  rest.startsWith('==') || rest.startsWith('!=') ? rest.slice(0, 2) : rest.slice(0, 1)

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let rest = text.trimStart()
  while (rest !== '') {
    const word = /^[^=!(),><\s]+/.exec(rest)?.[0]
    const token: Token =
      word === undefined ? { kind: 'sign', text: signAt(rest) } : { kind: 'word', text: word }
    tokens.push(token)
    rest = rest.slice(token.text.length).trimStart()
  }
  return tokens
}

const END: Token = { kind: 'end', text: '' }

/** Reads tokens one by one. */
class Reader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  peek(): Token {
    return this.#tokens[this.#next] ?? END
  }

  take(): Token {
    const token = this.peek()
    this.#next += 1
    return token
  }

  isAt(sign: string): boolean {
    const { kind, text } = this.peek()
    return kind === 'sign' && text === sign
  }
}

const unexpected = ({ text }: Token, wanted: string, between = ', '): RangeError =>
  new RangeError(`found '${text}'${between}expected: ${wanted}`)

function readValues(reader: Reader): readonly string[] {
  const open = reader.take()
  if (open.text !== '(' || open.kind !== 'sign') throw unexpected(open, "'('", ' ')
  const values = new Set<string>()
  if (reader.isAt(')')) values.add('')
  else if (reader.peek().kind !== 'word' && !reader.isAt(','))
    throw unexpected(reader.peek(), "',', ')' or identifier")
  while (!reader.isAt(')')) {
    const token = reader.take()
    if (token.kind === 'word') {
      values.add(token.text)
      if (!reader.isAt(',') && !reader.isAt(')')) throw unexpected(reader.peek(), "',' or ')'")
    } else if (token.text === ',' && token.kind === 'sign') {
      // An empty place between commas or brackets is the empty value.
      if (values.size === 0 || reader.isAt(')') || reader.isAt(',')) values.add('')
    } else throw unexpected(token, "',', or identifier")
  }
  reader.take()
  return [...values].toSorted()
}

function readValue(reader: Reader): string {
  if (reader.peek().kind === 'end' || reader.isAt(',')) return ''
  const token = reader.take()
  if (token.kind !== 'word') throw unexpected(token, 'identifier')
  return token.text
}

function requirement(
  key: string,
  operator: SelectorRequirement['operator'],
  values: readonly string[],
): SelectorRequirement {
  if (operator === 'Gt' || operator === 'Lt')
    for (const [index, value] of values.entries())
      if (!isWholeNumber(value))
        throw new RangeError(
          `values[${index}]: Invalid value: "${value}": for 'Gt', 'Lt' operators, the value must be an integer`,
        )
  for (const [index, value] of values.entries()) {
    const problems = labelValueProblems(value)
    if (problems.length > 0)
      throw new RangeError(
        `values[${index}][${key}]: Invalid value: "${value}": ${problems.join('; ')}`,
      )
  }
  return { key, operator, values }
}

function readRequirement(reader: Reader): SelectorRequirement {
  const not = reader.isAt('!')
  if (not) reader.take()
  const key = reader.take()
  if (key.kind !== 'word') throw unexpected(key, 'identifier')
  const problems = labelKeyProblems(key.text)
  if (problems.length > 0)
    throw new RangeError(`<nil>: Invalid value: "${key.text}": ${problems.join('; ')}`)
  if (not) return { key: key.text, operator: 'DoesNotExist' }
  if (reader.peek().kind === 'end' || reader.isAt(',')) return { key: key.text, operator: 'Exists' }
  const operator = reader.take()
  switch (operator.text) {
    case 'in':
      return requirement(key.text, 'In', readValues(reader))
    case 'notin':
      return requirement(key.text, 'NotIn', readValues(reader))
    case '=':
    case '==':
      return requirement(key.text, 'In', [readValue(reader)])
    case '!=':
      return requirement(key.text, 'NotIn', [readValue(reader)])
    case '>':
      return requirement(key.text, 'Gt', [readValue(reader)])
    case '<':
      return requirement(key.text, 'Lt', [readValue(reader)])
    default:
      throw unexpected(operator, OPERATORS)
  }
}

/**
 * The requirements of a selector as `-l` takes it.
 *
 * @param text such as `app=web,tier in (a,b),!canary,release!=old`
 * @throws RangeError in the API's words if the text is no selector
 */
export function parseRequirements(text: string): readonly SelectorRequirement[] {
  const reader = new Reader(text)
  const requirements: SelectorRequirement[] = []
  while (reader.peek().kind !== 'end') {
    if (reader.peek().kind !== 'word' && !reader.isAt('!'))
      throw unexpected(reader.peek(), "!, identifier, or 'end of string'")
    try {
      requirements.push(readRequirement(reader))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new RangeError(`unable to parse requirement: ${error.message}`, { cause: error })
    }
    const after = reader.take()
    if (after.kind === 'end') break
    if (after.kind !== 'sign' || after.text !== ',')
      throw unexpected(after, "',' or 'end of string'")
    if (reader.peek().kind !== 'word' && !reader.isAt('!'))
      throw unexpected(reader.peek(), "identifier after ','")
  }
  return requirements
}
