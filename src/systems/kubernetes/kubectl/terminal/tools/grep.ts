import { byLines, type Made, options, type Tool, ToolProblem } from './tool.ts'

/**
 * A pattern of grep or sed as one of ours. Without `extended`, brackets, braces, `+`, `?` and `|`
 * mean themselves unless a backslash stands before them; with it, the other way round.
 *
 * @throws ToolProblem where it is none
 */
export function pattern(name: string, source: string, extended: boolean, flags = ''): RegExp {
  const body = extended
    ? source
    : source.replace(/\\?[+?(){}|]|\[[^\]]*\]|\\[\s\S]/g, (token) => {
        if (token.startsWith('[')) return token
        if (/^\\[+?(){}|]$/.test(token)) return token.slice(1)
        return token.length === 1 ? `\\${token}` : token
      })
  const ours = body
    .replaceAll('[[:space:]]', '\\s')
    .replaceAll('[:space:]', '\\s')
    .replaceAll('[:alpha:]', 'A-Za-z')
    .replaceAll('[:digit:]', '0-9')
    .replaceAll('[:alnum:]', 'A-Za-z0-9')
    .replace(/\\[<>]/g, '\\b')
  try {
    return new RegExp(ours, flags)
  } catch {
    throw new ToolProblem(`${name}: ${source}: not a pattern that this terminal understands`, 2)
  }
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Found {
  readonly count: number
  readonly number: number
  /** Lines still to print after one that matched. */
  readonly after: number
}

const PROBLEM =
  "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information."

/** `grep`: prints the lines that match; 1 where none does. */
export function grep(made: Made): Tool {
  const args = made.args.map((arg) =>
    arg === '--color' || arg.startsWith('--color=') ? '-s' : arg === '--line-buffered' ? '-s' : arg,
  )
  const { on, value, operands } = options({ ...made, args }, 'eAm', 'viEconqwxFhs')
  const given = value('e')
  const [first, ...names] = given === undefined ? operands : [given, ...operands]
  if (first === undefined) throw new ToolProblem(PROBLEM, 2)
  const bodies = first
    .split('\n')
    .map((one) => (on('F') ? plain(one) : pattern('grep', one, on('E')).source))
  const joined = `(?:${bodies.join('|')})`
  const worded = on('x') ? `^${joined}$` : on('w') ? `\\b${joined}\\b` : joined
  const matcher = new RegExp(worded, on('i') ? 'gi' : 'g')
  const most = value('m') === undefined ? Infinity : Number(value('m'))
  const trailing = Number(value('A') ?? '0')
  return byLines<Found>({
    initial: { count: 0, number: 0, after: 0 },
    source: made.read(names),
    line({ count, number, after }, line, out) {
      const next = number + 1
      const parts = line.match(matcher)
      const matches = (parts !== null) !== on('v')
      const lead = on('n') ? `${next}:` : ''
      if (!matches) {
        if (after > 0 && !on('c')) out(`${on('n') ? `${next}-` : ''}${line}\n`)
        return { count, number: next, after: Math.max(0, after - 1) }
      }
      if (on('q')) return { exit: 0 }
      if (!on('c')) {
        if (!on('o')) out(`${lead}${line}\n`)
        else for (const part of parts ?? []) if (part !== '') out(`${lead}${part}\n`)
        if (count + 1 >= most) return { exit: 0 }
      }
      return { count: count + 1, number: next, after: trailing }
    },
    end({ count }, out) {
      if (on('c')) out(`${count}\n`)
      return count > 0 ? 0 : 1
    },
  })
}
