/** A write of a client: its own number makes a repeated one known. */
export interface Write {
  readonly client: string
  /** Counts up from 1. */
  readonly number: number
}

/** One entry of a log; its index is its place, from 1 on. */
export interface LogEntry {
  readonly term: number
  /** Absent in the entry that a leader begins its term with. */
  readonly write?: Write
  /** A digest of this entry and all before it: two logs that agree here agree so far. */
  readonly chain: number
}

export type Log = readonly LogEntry[]

const mixed = (hash: number, text: string): number => {
  let next = hash
  for (let index = 0; index < text.length; index += 1)
    next = Math.imul(next ^ text.charCodeAt(index), 0x01000193)
  return next >>> 0
}

/** The term of an entry; 0 before the first one. */
export const termAt = (log: Log, index: number): number => log[index - 1]?.term ?? 0

export const chainAt = (log: Log, index: number): number => log[index - 1]?.chain ?? 0

export const lastTerm = (log: Log): number => termAt(log, log.length)

/** The log with one entry more. */
export const extended = (log: Log, term: number, write?: Write): Log => [
  ...log,
  {
    term,
    ...(write && { write }),
    chain: mixed(
      chainAt(log, log.length) ^ 0x811c9dc5,
      `${term} ${write ? `${write.client} ${write.number}` : ''}`,
    ),
  },
]

/** A log of entries without writes, by their terms. */
export const logOf = (terms: readonly number[]): Log =>
  terms.reduce<Log>((log, term) => extended(log, term), [])

/** Where a log ends: the term of its last entry, and its length. */
export interface LogEnd {
  readonly lastTerm: number
  readonly lastIndex: number
}

export const NO_LOG: LogEnd = { lastTerm: 0, lastIndex: 0 }

export const logEnd = (log: Log): LogEnd => ({ lastTerm: lastTerm(log), lastIndex: log.length })

/** Whether a log is at least as far as another: by the last entry's term, then by length. */
export const isAsFar = (one: LogEnd, other: LogEnd): boolean =>
  one.lastTerm > other.lastTerm ||
  (one.lastTerm === other.lastTerm && one.lastIndex >= other.lastIndex)

/** Where the entries of the term that stands at an index begin. */
export function firstOfTerm(log: Log, index: number): number {
  const term = termAt(log, index)
  let first = index
  while (first > 1 && termAt(log, first - 1) === term) first -= 1
  return first
}
