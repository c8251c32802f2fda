import { awk } from './tools/awk.ts'
import { grep } from './tools/grep.ts'
import { cut, head, sort, tail, tr, uniq, wc } from './tools/lines.ts'
import { sed } from './tools/sed.ts'
import {
  byLines,
  linesOf,
  type Made,
  options,
  type Tool,
  ToolProblem,
  wholeText,
} from './tools/tool.ts'
import { fileText, writeFile } from './redirect.ts'
import type { Place } from './task.ts'

export { ToolProblem }

function cat(made: Made): Tool {
  const { on, operands } = options(made, '', 'nAeu')
  const source = made.read(operands)
  if (!on('n'))
    return {
      initial: '',
      ...(source === undefined ? {} : { source }),
      take(state, text, out) {
        if (text !== '') out(text)
        return { state }
      },
      end: () => 0,
    }
  return numbered(source)
}

const numbered = (source: string | undefined): Tool =>
  byLines<{ readonly number: number }>({
    initial: { number: 1 },
    source,
    line({ number }, line, out) {
      out(`${String(number).padStart(6)}\t${line}\n`)
      return { number: number + 1 }
    },
    end: () => 0,
  })

function seq({ args }: Made): Tool {
  const numbers = args.map(Number)
  if (numbers.length === 0 || numbers.some(Number.isNaN))
    throw new ToolProblem('seq: missing operand')
  const [first = 1, step = 1, last = 1] =
    numbers.length === 1
      ? [1, 1, numbers[0]]
      : numbers.length === 2
        ? [numbers[0], 1, numbers[1]]
        : numbers
  const count = step === 0 ? 0 : Math.min(1000, Math.max(0, Math.floor((last - first) / step) + 1))
  const text = Array.from({ length: count }, (_, at) => `${first + at * step}\n`).join('')
  return wholeText(text, (all, out) => {
    out(all)
    return 0
  })
}

function tee(made: Made, place: Place): Tool {
  const { on, operands } = options(made, '', 'a')
  return {
    initial: false,
    take(begun, text, out) {
      for (const name of operands) writeFile(place, name, text, begun === true || on('a'))
      if (text !== '') out(text)
      return { state: true }
    },
    end: () => 0,
  }
}

const reversed = (made: Made): Tool =>
  wholeText(made.read(made.args), (text, out) => {
    out(
      linesOf(text)
        .toReversed()
        .map((line) => `${line}\n`)
        .join(''),
    )
    return 0
  })

const TOOLS: Readonly<Record<string, (made: Made, place: Place) => Tool>> = {
  awk,
  cat,
  cut,
  grep,
  egrep: (made) => grep({ ...made, name: 'grep', args: ['-E', ...made.args] }),
  head,
  less: cat,
  more: cat,
  nl: (made) => numbered(made.read(made.args)),
  sed,
  seq,
  sort,
  tac: reversed,
  tail,
  tee,
  tr,
  uniq,
  wc,
}

/** Whether there is a text program of this name. */
export const isTool = (name: string): boolean => Object.hasOwn(TOOLS, name)

/** The names of the programs that read text and print text. */
export const toolNames: readonly string[] = Object.keys(TOOLS)

/**
 * A text program with its arguments, ready to be given text.
 *
 * @throws ToolProblem where it does not take them, or a file is not there
 */
export function toolNamed(name: string, args: readonly string[], place: Place): Tool {
  const make = TOOLS[name]
  if (!make) throw new RangeError(`toolNamed: no tool ${name}`)
  const read = (names: readonly string[]): string | undefined => {
    const files = names.filter((file) => file !== '-')
    if (files.length === 0) return undefined
    return files
      .map((file) => {
        const text = fileText(place, file)
        if (text === undefined)
          throw new ToolProblem(
            `${name}: ${file}: No such file or directory`,
            name === 'grep' ? 2 : 1,
          )
        return text
      })
      .join('')
  }
  return make({ name, args, read }, place)
}
