import { byLines, linesOf, type Made, options, type Tool, ToolProblem, wholeText } from './tool.ts'

/** `head -5` and `tail -5` as `-n 5`. */
const oldCount = (args: readonly string[]): readonly string[] =>
  args.map((arg) => (/^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg))

function count(name: string, text: string): number {
  if (!/^[-+]?\d+$/.test(text)) throw new ToolProblem(`${name}: invalid number of lines: ‘${text}’`)
  return Number(text)
}

/** `head -n 5`, `head -5`, `head -n -5`; ends its input early, as the real one does. */
export function head(made: Made): Tool {
  const { value, operands } = options({ ...made, args: oldCount(made.args) }, 'n', 'q')
  const most = count('head', value('n') ?? '10')
  if (most < 0)
    return wholeText(made.read(operands), (text, out) => {
      out(
        linesOf(text)
          .slice(0, most)
          .map((line) => `${line}\n`)
          .join(''),
      )
      return 0
    })
  return byLines<{ readonly seen: number }>({
    initial: { seen: 0 },
    source: made.read(operands),
    line({ seen }, line, out) {
      if (seen < most) out(`${line}\n`)
      return seen + 1 >= most ? { exit: 0 } : { seen: seen + 1 }
    },
    end: () => 0,
  })
}

/** `tail -n 5`, `tail -5`, `tail -n +5`. */
export function tail(made: Made): Tool {
  const { value, operands, on } = options({ ...made, args: oldCount(made.args) }, 'n', 'qf')
  if (on('f')) throw new ToolProblem('tail: -f is left out of this terminal')
  const wanted = value('n') ?? '10'
  const most = count('tail', wanted)
  return wholeText(made.read(operands), (text, out) => {
    const lines = linesOf(text)
    const kept = wanted.startsWith('+')
      ? lines.slice(most - 1)
      : most === 0
        ? []
        : lines.slice(-Math.abs(most))
    out(kept.map((line) => `${line}\n`).join(''))
    return 0
  })
}

/** `wc -l`, `-w`, `-c`: lines are counted by their ends. */
export function wc(made: Made): Tool {
  const { on, operands } = options(made, '', 'lwcm')
  const all = !['l', 'w', 'c', 'm'].some(on)
  return wholeText(made.read(operands), (text, out) => {
    const counts = [
      ...(all || on('l') ? [text.split('\n').length - 1] : []),
      ...(all || on('w') ? [text.split(/\s+/).filter((word) => word !== '').length] : []),
      ...(all || on('c') || on('m') ? [text.length] : []),
    ]
    const [name] = operands
    const width =
      counts.length > 1 && name === undefined
        ? 7
        : counts.length > 1
          ? String(Math.max(...counts)).length
          : 0
    out(
      `${counts.map((one) => String(one).padStart(width)).join(' ')}${name === undefined ? '' : ` ${name}`}\n`,
    )
    return 0
  })
}

/** The order of a line under `-k`: its field, from there to the end of the line. */
function keyOf(line: string, key: string | undefined, separator: string | undefined): string {
  if (key === undefined) return line
  const [first, last] = key.split(',').map((part) => Number.parseInt(part, 10))
  const fields = separator === undefined ? line.trim().split(/\s+/) : line.split(separator)
  return fields.slice((first ?? 1) - 1, last).join(separator ?? ' ')
}

const leadingNumber = (text: string): number => Number.parseFloat(text.trim()) || 0

/** `sort` by code units; `-n -r -u -k -t`. */
export function sort(made: Made): Tool {
  const { on, value, operands } = options(made, 'kt', 'nruhVfb')
  const key = value('k')
  const numeric = on('n') || on('h') || (key !== undefined && /n/.test(key))
  const reversed = on('r') || (key !== undefined && /r/.test(key))
  const compare = (a: string, b: string): number => {
    const [x, y] = [keyOf(a, key, value('t')), keyOf(b, key, value('t'))]
    const first = numeric ? leadingNumber(x) - leadingNumber(y) : x < y ? -1 : x > y ? 1 : 0
    const order = first === 0 && !on('u') ? (a < b ? -1 : a > b ? 1 : 0) : first
    return reversed ? -order : order
  }
  return wholeText(made.read(operands), (text, out) => {
    const lines = linesOf(text).toSorted(compare)
    const kept = on('u')
      ? lines.filter((line, index) => index === 0 || compare(lines[index - 1] ?? '', line) !== 0)
      : lines
    out(kept.map((line) => `${line}\n`).join(''))
    return 0
  })
}

/** `uniq -c -d -u -i`. */
export function uniq(made: Made): Tool {
  const { on, operands } = options(made, '', 'cdui')
  const show = (line: string, seen: number, out: (text: string) => void): void => {
    if (seen === 0 || (on('d') && seen < 2) || (on('u') && seen > 1)) return
    out(`${on('c') ? `${String(seen).padStart(7)} ` : ''}${line}\n`)
  }
  return byLines<{ readonly last: string; readonly seen: number }>({
    initial: { last: '', seen: 0 },
    source: made.read(operands),
    line({ last, seen }, line, out) {
      const same = on('i') ? line.toLowerCase() === last.toLowerCase() : line === last
      if (seen > 0 && same) return { last, seen: seen + 1 }
      show(last, seen, out)
      return { last: line, seen: 1 }
    },
    end({ last, seen }, out) {
      show(last, seen, out)
      return 0
    },
  })
}

/** Which of `count` places a list such as `1,3-` names, counted from 0. */
function places(list: string, length: number): readonly number[] {
  const chosen = new Set<number>()
  for (const part of list.split(',')) {
    const [, low, dash, high] = /^(\d*)(-?)(\d*)$/.exec(part) ?? []
    if (low === undefined || part === '' || part === '-')
      throw new ToolProblem(`cut: invalid field value ‘${part}’`)
    const from = Number(low || '1')
    const to = dash === '' ? from : Number(high || length)
    for (let at = from; at <= Math.min(to, length); at += 1) chosen.add(at - 1)
  }
  return [...chosen].toSorted((a, b) => a - b)
}

/** `cut -d, -f1,3-` and `cut -c1-3`. */
export function cut(made: Made): Tool {
  const { on, value, operands } = options(made, 'dfcb', 's')
  const delimiter = value('d') ?? '\t'
  const fields = value('f')
  const letters = value('c') ?? value('b')
  if (fields === undefined && letters === undefined)
    throw new ToolProblem(
      "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.",
    )
  return byLines<object>({
    initial: {},
    source: made.read(operands),
    line(state, line, out) {
      if (fields === undefined)
        out(
          `${places(letters ?? '', line.length)
            .map((at) => line[at])
            .join('')}\n`,
        )
      else if (line.includes(delimiter)) {
        const parts = line.split(delimiter)
        out(
          `${places(fields, parts.length)
            .map((at) => parts[at])
            .join(delimiter)}\n`,
        )
      } else if (!on('s')) out(`${line}\n`)
      return state
    },
    end: () => 0,
  })
}

/** The letters that a set of `tr` names: ranges, classes and escapes. */
function letters(set: string): readonly string[] {
  return (
    set
      .replaceAll('[:upper:]', 'A-Z')
      .replaceAll('[:lower:]', 'a-z')
      .replaceAll('[:digit:]', '0-9')
      .replaceAll('[:alpha:]', 'A-Za-z')
      .replaceAll('[:alnum:]', 'A-Za-z0-9')
      .replaceAll('[:space:]', ' \\t\\n')
      .match(/\\?[\s\S]-\\?[\s\S]|\\[\s\S]|[\s\S]/g)
      ?.flatMap((token) => {
        if (/^\\[\s\S]$/.test(token))
          return token === '\\n' ? '\n' : token === '\\t' ? '\t' : token.slice(1)
        const [from = 0, to = 0] = [token.charCodeAt(0), token.charCodeAt(2)]
        if (token.length !== 3) return token
        return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) =>
          String.fromCharCode(from + step),
        )
      }) ?? []
  )
}

/** `tr a-z A-Z`, `-d`, `-s`, `-c`. */
export function tr(made: Made): Tool {
  const { on, operands } = options(made, '', 'dscC')
  const [first, second] = operands
  if (first === undefined)
    throw new ToolProblem("tr: missing operand\nTry 'tr --help' for more information.")
  if (second === undefined && !on('d') && !on('s'))
    throw new ToolProblem(
      `tr: missing operand after ‘${first}’\nTwo strings must be given when translating.`,
    )
  const from = letters(first)
  const to = letters(second ?? first)
  const hit = (letter: string): boolean => from.includes(letter) !== (on('c') || on('C'))
  return {
    initial: '',
    take(state, text, out) {
      let last = String(state)
      let printed = ''
      for (const letter of text) {
        if (on('d') && hit(letter)) continue
        const index = from.indexOf(letter)
        const put =
          on('d') || !hit(letter)
            ? letter
            : (to[Math.min(Math.max(index, 0), to.length - 1)] ?? letter)
        if (on('s') && put === last && hit(letter)) continue
        printed += put
        last = put
      }
      if (printed !== '') out(printed)
      return { state: last }
    },
    end: () => 0,
  }
}
