type Out = (text: string) => void

/** A program that reads text and prints text, a piece at a time. */
export interface Tool {
  /** What it remembers between two pieces; plain data. */
  readonly initial: unknown
  /** The text of the files it was given, where it does not read what comes through the pipe. */
  readonly source?: string
  readonly take: (
    state: unknown,
    text: string,
    out: Out,
  ) => { readonly state: unknown } | { readonly exit: number }
  /** After the last piece; gives the exit code. */
  readonly end: (state: unknown, out: Out) => number
}

/** Arguments that a tool does not take. */
export class ToolProblem extends Error {
  override readonly name = 'ToolProblem'
  readonly exit: number

  constructor(message: string, exit = 1) {
    super(message)
    this.exit = exit
  }
}

/** What a tool is made from: its arguments, and how it reads a file. */
export interface Made {
  readonly name: string
  readonly args: readonly string[]
  /** The text of some files one after the other; undefined where there are none to read. */
  readonly read: (names: readonly string[]) => string | undefined
}

interface Lines<State> {
  readonly initial: State
  readonly source: string | undefined
  /** Takes a line without its end; an exit code ends the tool before its input does. */
  readonly line: (state: State, line: string, out: Out) => State | { readonly exit: number }
  readonly end: (state: State, out: Out) => number
}

interface Kept<State> {
  /** The beginning of a line whose end has not come yet. */
  readonly rest: string
  readonly inner: State
}

/** A tool that works line by line. */
export function byLines<State extends object>({ initial, source, line, end }: Lines<State>): Tool {
  const take = (state: Kept<State>, text: string, out: Out) => {
    const lines = (state.rest + text).split('\n')
    const rest = lines.pop() ?? ''
    let inner = state.inner
    for (const one of lines) {
      const next = line(inner, one, out)
      if ('exit' in next) return { exit: Number(next.exit) }
      inner = next
    }
    return { state: { rest, inner } }
  }
  return {
    initial: { rest: '', inner: initial },
    ...(source === undefined ? {} : { source }),
    // A tool gets back what it gave, so these two are no guesses.
    take: (state, text, out) => take(state as Kept<State>, text, out),
    end(state, out) {
      const { rest, inner } = state as Kept<State>
      if (rest === '') return end(inner, out)
      const next = line(inner, rest, out)
      return 'exit' in next ? Number(next.exit) : end(next, out)
    },
  }
}

/** A tool that needs the whole text before it says anything. */
export function wholeText(
  source: string | undefined,
  work: (text: string, out: Out) => number,
): Tool {
  return {
    initial: '',
    ...(source === undefined ? {} : { source }),
    take: (state, text) => ({ state: String(state) + text }),
    end: (state, out) => work(String(state), out),
  }
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/**
 * Parts letters from operands as the small programs do: `-nr`, `-k 2`, `-k2`, `-n5`.
 *
 * @param valued the letters that take a value
 * @param known all others
 * @throws ToolProblem for a letter that is not known
 */
export function options(
  { name, args }: Made,
  valued: string,
  known: string,
): {
  readonly on: (letter: string) => boolean
  readonly value: (letter: string) => string | undefined
  readonly operands: readonly string[]
} {
  const found = new Map<string, string>()
  const operands: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      operands.push(...args.slice(at + 1))
      break
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg)
      continue
    }
    if (arg.startsWith('--'))
      throw new ToolProblem(`${name}: ${arg}: long options are left out of this terminal`, 2)
    for (let index = 1; index < arg.length; index += 1) {
      const letter = arg[index] ?? ''
      if (valued.includes(letter)) {
        const attached = arg.slice(index + 1)
        const value = attached === '' ? args[(at += 1)] : attached
        if (value === undefined)
          throw new ToolProblem(`${name}: option requires an argument -- '${letter}'`, 2)
        found.set(letter, value)
        break
      }
      if (!known.includes(letter))
        throw new ToolProblem(
          `${name}: option -- '${letter}' is unknown, or left out of this terminal`,
          2,
        )
      found.set(letter, '')
    }
  }
  return { on: (letter) => found.has(letter), value: (letter) => found.get(letter), operands }
}
