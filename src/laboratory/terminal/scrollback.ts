import type { ClusterEntry } from '../session.ts'

/** A line that a terminal shows. */
export interface Line {
  readonly stream: 'typed' | 'stdout' | 'stderr'
  readonly text: string
}

/** A terminal remembers so many lines. */
export const MOST_LINES = 2000

/** Lines are drawn in blocks, so that a new line draws one block anew. */
export const BLOCK = 50

/** What a terminal shows, and how far the entries were read for it. */
export interface Scrollback {
  /** The entries that it was read from, so that another course is noticed. */
  readonly last: ClusterEntry | undefined
  readonly read: number
  /** The first entry that is shown; those before were cleared away. */
  readonly from: number
  readonly blocks: readonly (readonly Line[])[]
  /** Numbers the first block: blocks that are forgotten do not move the others. */
  readonly firstBlock: number
}

const blank: Scrollback = { last: undefined, read: 0, from: 0, blocks: [], firstBlock: 0 }

function linesOf({ note }: ClusterEntry, shell: string): readonly Line[] {
  if (note.note !== 'output' || note.shell !== shell) return []
  const { stream, text } = note
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => ({ stream, text: line }))
}

function withLines(
  blocks: readonly (readonly Line[])[],
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const next = [...blocks]
  for (let done = 0; done < lines.length;) {
    const last = next.at(-1)
    const room = last ? BLOCK - last.length : 0
    if (last && room > 0) next[next.length - 1] = [...last, ...lines.slice(done, done + room)]
    else next.push(lines.slice(done, done + BLOCK))
    done += room > 0 ? room : BLOCK
  }
  return next
}

/** A terminal that was cleared now. */
export const cleared = (entries: readonly ClusterEntry[]): Scrollback => ({
  ...blank,
  last: entries.at(-1),
  read: entries.length,
  from: entries.length,
})

/**
 * What a terminal shows after these entries.
 *
 * @param known what it showed before; gone on with where that led here
 */
export function scrollback(
  entries: readonly ClusterEntry[],
  shell: string,
  known: Scrollback = blank,
): Scrollback {
  const goesOn = entries[known.read - 1] === known.last
  if (goesOn && known.read === entries.length) return known
  // Back in time: what was cleared stays so, as far as it has happened by then.
  const from = Math.min(known.from, entries.length)
  const base = goesOn ? known : { ...blank, read: from, from }
  const lines: Line[] = []
  for (let index = base.read; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry) lines.push(...linesOf(entry, shell))
  }
  const read = { last: entries.at(-1), read: entries.length, from: base.from }
  if (lines.length === 0) return { ...base, ...read }
  const blocks = withLines(base.blocks, lines)
  const forgotten = Math.max(0, blocks.length - MOST_LINES / BLOCK)
  return {
    ...read,
    blocks: blocks.slice(forgotten),
    firstBlock: base.firstBlock + forgotten,
  }
}
