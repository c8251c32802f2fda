import { byLines, type Made, options, type Tool, ToolProblem } from './tool.ts'

/** A line as awk sees it. */
interface Row {
  readonly line: string
  readonly fields: readonly string[]
  readonly number: number
}

interface Rule {
  readonly when: 'BEGIN' | 'END' | ((row: Row) => boolean)
  /** What is printed, each a string of operands; nothing stands for the whole line. */
  readonly prints: readonly (readonly string[])[][]
}

const TOKEN = /\$NF|\$\(NF-\d+\)|\$\d+|NR|NF|"(?:\\.|[^"\\])*"|\d+(?:\.\d+)?/g

const left = (program: string): ToolProblem =>
  new ToolProblem(
    `awk: ${program}: left out of this terminal, which knows /re/, comparisons of $N, NR and NF, && and ||, and { print … }`,
    2,
  )

function operand(token: string, { line, fields, number }: Row): string {
  if (token === 'NR') return String(number)
  if (token === 'NF') return String(fields.length)
  if (token === '$NF') return fields.at(-1) ?? ''
  if (token.startsWith('$(NF')) return fields.at(-1 - Number(token.slice(5, -1))) ?? ''
  if (token === '$0') return line
  if (token.startsWith('$')) return fields[Number(token.slice(1)) - 1] ?? ''
  if (token.startsWith('"'))
    return token
      .slice(1, -1)
      .replace(/\\(.)/g, (_, letter: string) =>
        letter === 't' ? '\t' : letter === 'n' ? '\n' : letter,
      )
  return token
}

const number = (text: string): number | undefined =>
  /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined

function compare(operator: string, a: string, b: string): boolean {
  const [x, y] = [number(a), number(b)]
  const order = x !== undefined && y !== undefined ? x - y : a < b ? -1 : a > b ? 1 : 0
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

function condition(text: string, program: string): (row: Row) => boolean {
  const either = text.split('||')
  if (either.length > 1) {
    const parts = either.map((one) => condition(one, program))
    return (row) => parts.some((part) => part(row))
  }
  const both = text.split('&&')
  if (both.length > 1) {
    const parts = both.map((one) => condition(one, program))
    return (row) => parts.every((part) => part(row))
  }
  const one = text.trim()
  if (one === '') return () => true
  const [, not, whole] = /^(!?)\s*\/((?:\\.|[^/])*)\/$/.exec(one) ?? []
  if (whole !== undefined) {
    const matcher = new RegExp(whole)
    return ({ line }) => matcher.test(line) !== (not === '!')
  }
  const token = TOKEN.source
  const [, left1, tilde, body] =
    new RegExp(`^(${token})\\s*(!?~)\\s*\\/((?:\\\\.|[^/])*)\\/$`).exec(one) ?? []
  if (left1 !== undefined && body !== undefined) {
    const matcher = new RegExp(body)
    return (row) => matcher.test(operand(left1, row)) === (tilde === '~')
  }
  const [, a, operator = '', b] =
    new RegExp(`^(${token})\\s*([=!<>]=|<|>)\\s*(${token})$`).exec(one) ?? []
  if (a !== undefined && b !== undefined)
    return (row) => compare(operator, operand(a, row), operand(b, row))
  if (new RegExp(`^(?:${token})$`).test(one))
    return (row) => operand(one, row) !== '' && operand(one, row) !== '0'
  throw left(program)
}

function prints(body: string, program: string): Rule['prints'] {
  return body
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [, list] = /^print\b\s*([\s\S]*)$/.exec(one) ?? []
      if (list === undefined) throw left(program)
      if (list.trim() === '') return [['$0']]
      return list.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((part) => {
        const tokens = part.match(TOKEN) ?? []
        if (part.replace(TOKEN, '').trim() !== '' || tokens.length === 0) throw left(program)
        return tokens
      })
    })
}

function rules(program: string): readonly Rule[] {
  const found: Rule[] = []
  let rest = program.trim()
  while (rest !== '') {
    const [all = '', pattern = '', body] =
      /^((?:"[^"]*"|\/(?:\\.|[^/])*\/|[^{"/])*)(?:\{([^}]*)\})?\s*;?\s*/.exec(rest) ?? []
    if (all === '') throw left(program)
    const name = pattern.trim()
    const when = name === 'BEGIN' || name === 'END' ? name : condition(name, program)
    found.push({ when, prints: body === undefined ? [[['$0']]] : prints(body, program) })
    rest = rest.slice(all.length)
  }
  return found
}

/** `awk`: patterns and `print` with fields; the rest is left out and says so. */
export function awk(made: Made): Tool {
  const { value, operands } = options(made, 'F', '')
  const [program, ...names] = operands
  if (program === undefined) throw new ToolProblem("usage: awk [-F fs] 'prog' [file ...]", 2)
  const all = rules(program)
  const separator = value('F')
  const split = (line: string): readonly string[] => {
    if (separator !== undefined && separator !== ' ')
      return line.split(separator === '\\t' ? '\t' : separator)
    return line.trim() === '' ? [] : line.trim().split(/\s+/)
  }
  const print = (rule: Rule, row: Row, out: (text: string) => void): void => {
    for (const list of rule.prints)
      out(
        `${list.map((tokens) => tokens.map((token) => operand(token, row)).join('')).join(' ')}\n`,
      )
  }
  const empty: Row = { line: '', fields: [], number: 0 }
  return byLines<{ readonly number: number }>({
    initial: { number: 0 },
    source: made.read(names),
    line({ number: before }, line, out) {
      const row: Row = { line, fields: split(line), number: before + 1 }
      for (const rule of all) {
        if (before === 0 && rule.when === 'BEGIN') print(rule, empty, out)
        if (typeof rule.when === 'function' && rule.when(row)) print(rule, row, out)
      }
      return { number: before + 1 }
    },
    end({ number: seen }, out) {
      for (const rule of all) {
        if (seen === 0 && rule.when === 'BEGIN') print(rule, empty, out)
        if (rule.when === 'END') print(rule, { ...empty, number: seen }, out)
      }
      return 0
    },
  })
}
