import { complete } from '../../systems/kubernetes/kubectl/complete.ts'
import type { World } from '../../systems/kubernetes/world.ts'

/** What becomes of a line by the Tab key. */
export interface Completed {
  /** The line up to the caret, completed as far as there is no choice. */
  readonly line: string
  /** What there is to choose from; none where one word alone fits, or nothing does. */
  readonly choices: readonly string[]
}

function commonStart(words: readonly string[]): string {
  const [first = '', ...others] = words
  let length = first.length
  for (const word of others) while (!word.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}

/** Completes the word at the end of a line. */
export function completed(world: World, shell: string, line: string): Completed {
  const { from, candidates } = complete(world, shell, line)
  const [only] = candidates
  if (only === undefined) return { line, choices: [] }
  const start = line.slice(0, from)
  if (candidates.length === 1)
    return { line: `${start}${only}${/[=/]$/.test(only) ? '' : ' '}`, choices: [] }
  const common = commonStart(candidates)
  const further = common.length > line.length - from ? start + common : line
  return { line: further, choices: candidates }
}
