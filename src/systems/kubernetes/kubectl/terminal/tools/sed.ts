import { pattern } from './grep.ts'
import { byLines, linesOf, type Made, options, type Tool, ToolProblem } from './tool.ts'

interface Order {
  readonly from?: RegExp | number | '$'
  readonly to?: RegExp | number | '$'
  readonly verb: 's' | 'd' | 'p' | 'q'
  readonly find?: RegExp
  readonly put?: string
  readonly print?: boolean
}

const left = (script: string): ToolProblem =>
  new ToolProblem(
    `sed: -e expression #1: \`${script}' is left out of this terminal, which knows s///, d, p and q`,
  )

function address(text: string | undefined, extended: boolean): RegExp | number | '$' | undefined {
  if (text === undefined) return undefined
  if (text === '$') return '$'
  return /^\d+$/.test(text) ? Number(text) : pattern('sed', text.slice(1, -1), extended)
}

/** `\1` and `&` in a replacement, as `String.replace` has them. */
const replacement = (text: string, delimiter: string): string =>
  text
    .replaceAll('$', '$$$$')
    .replaceAll(`\\${delimiter}`, delimiter)
    .replace(/\\&|&|\\n|\\(\d)|\\(.)/g, (all, group?: string, other?: string) => {
      if (all === '&') return '$&'
      if (all === '\\&') return '&'
      if (all === '\\n') return '\n'
      return group === undefined ? (other ?? '') : `$${group}`
    })

function order(script: string, extended: boolean): Order {
  const one = String.raw`\d+|\$|\/(?:\\.|[^/])*\/`
  const [all = '', from, to] = new RegExp(`^\\s*(?:(${one})(?:,(${one}))?)?\\s*`).exec(script) ?? []
  const rest = script.slice(all.length)
  const first = address(from, extended)
  const last = address(to, extended)
  const where = {
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
  }
  const verb = rest.trim()
  if (verb === 'd' || verb === 'p' || verb === 'q') return { ...where, verb }
  const delimiter = rest[1] ?? ''
  if (!rest.startsWith('s') || delimiter === '') throw left(script)
  const d = delimiter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const parts = new RegExp(
    `^s${d}((?:\\\\[\\s\\S]|[^\\\\])*?)${d}((?:\\\\[\\s\\S]|[^\\\\])*?)${d}([gIip]*)\\s*$`,
  ).exec(rest)
  if (!parts)
    throw new ToolProblem(`sed: -e expression #1, char ${script.length}: unterminated \`s' command`)
  const [, find = '', put = '', flags = ''] = parts
  return {
    ...where,
    verb: 's',
    find: pattern(
      'sed',
      find.replaceAll(`\\${delimiter}`, delimiter),
      extended,
      (flags.includes('g') ? 'g' : '') + (/i/i.test(flags) ? 'i' : ''),
    ),
    put: replacement(put, delimiter),
    print: flags.includes('p'),
  }
}

interface At {
  readonly number: number
  /** For each order, whether a range has begun. */
  readonly within: readonly boolean[]
}

/** `sed`: `s///`, `d`, `p` and `q`, with addresses; `-n`, `-E`. */
export function sed(made: Made): Tool {
  const { on, value, operands } = options(made, 'e', 'nEr')
  const given = value('e')
  const [script, ...names] = given === undefined ? operands : [given, ...operands]
  if (script === undefined) throw new ToolProblem('Usage: sed [OPTION]... {script} [input-file]...')
  const extended = on('E') || on('r')
  const orders = script
    .split(/;(?=\s*(?:[\d$/sdpq]))|\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => order(one, extended))
  const source = made.read(names)
  const count = source === undefined ? Infinity : linesOf(source).length
  const hits = (where: RegExp | number | '$', number: number, line: string): boolean =>
    where === '$'
      ? number === count
      : typeof where === 'number'
        ? where === number
        : where.test(line)
  return byLines<At>({
    initial: { number: 0, within: [] },
    source,
    line({ number: before, within }, line, out) {
      const number = before + 1
      let text = line
      let [gone, quits] = [false, false]
      const ranges = [...within]
      for (const [index, { from, to, verb, find, put = '', print }] of orders.entries()) {
        const began = ranges[index] ?? false
        const selected = began || from === undefined || hits(from, number, text)
        if (to !== undefined)
          ranges[index] =
            selected &&
            !(began && hits(to, number, text)) &&
            !(typeof to === 'number' && to <= number)
        if (!selected || gone) continue
        if (verb === 'd') gone = true
        else if (verb === 'p') out(`${text}\n`)
        else if (verb === 'q') quits = true
        else if (find) {
          const changed = text.replace(find, put)
          if (print && changed !== text) out(`${changed}\n`)
          text = changed
        }
      }
      if (!gone && !on('n')) out(`${text}\n`)
      return quits ? { exit: 0 } : { number, within: ranges }
    },
    end: () => 0,
  })
}
