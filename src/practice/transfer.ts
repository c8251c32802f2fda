import * as v from 'valibot'
import { type Attempt, inOrder, readAttempt, union } from './attempt.ts'

const FORMAT = 'still-flying'
const FILE_VERSION = 1
/** A reader of ten years has a tenth of this. */
export const MOST_BYTES = 5_000_000

/** Texts that other parts of the course keep in this browser, by the keys of its storage. */
export type Others = Readonly<Record<string, string>>

/** What a file holds. */
export interface Backup {
  /** When it was written, in milliseconds since 1970. */
  readonly exported: number
  readonly attempts: readonly Attempt[]
  readonly others: Others
}

/** Whether a key of the browser's storage belongs to the course. */
export const isOurs = (key: string): boolean => /^still-flying(:[a-z0-9:-]{1,80})?$/.test(key)

/** The file, as text; nothing in it is secret, and a person can read it. */
export const fileText = ({ exported, attempts, others }: Backup): string =>
  JSON.stringify(
    {
      format: FORMAT,
      version: FILE_VERSION,
      exported: new Date(exported).toISOString(),
      attempts,
      others,
    },
    null,
    1,
  )

/** still-flying-2026-01-05.json, by the calendar of the reader. */
export function fileName(nowMs: number): string {
  const now = new Date(nowMs)
  const two = (value: number) => String(value).padStart(2, '0')
  return `still-flying-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`
}

/** Why a file cannot be used at all. */
export type FileProblem =
  'too-large' | 'unreadable' | 'not-json' | 'other-format' | 'newer' | 'damaged'

export type ReadFile =
  | { readonly problem: FileProblem; readonly backup?: undefined }
  | {
      readonly problem?: undefined
      readonly backup: Backup
      /** Records and keys in it that cannot be used; the rest can. */
      readonly unreadable: number
    }

const Marked = v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer()) })
const Filled = v.object({
  exported: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.transform(Date.parse),
    // Some forms of a date are known to the standard and not to browsers.
    v.finite(),
  ),
  attempts: v.array(v.unknown()),
  others: v.optional(v.record(v.string(), v.unknown()), {}),
})

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/**
 * Reads a file that may have been damaged, or made by somebody who means harm. Nothing of it is used
 * that does not pass a schema, so that no name in it can reach the prototype of anything.
 */
export function readFile(text: string): ReadFile {
  if (text.length > MOST_BYTES) return { problem: 'too-large' }
  const value = parsed(text)
  if (value === undefined) return { problem: 'not-json' }
  const marked = v.safeParse(Marked, value)
  if (!marked.success) return { problem: 'other-format' }
  if (marked.output.version > FILE_VERSION) return { problem: 'newer' }
  const filled = v.safeParse(Filled, value)
  if (!filled.success || marked.output.version < 1) return { problem: 'damaged' }
  const { exported, attempts: found, others: keys } = filled.output
  const read = found.map(readAttempt)
  const attempts = read.filter((attempt) => attempt !== undefined)
  const others = Object.entries(keys).flatMap(([key, kept]) =>
    isOurs(key) && typeof kept === 'string' ? [[key, kept] as const] : [],
  )
  return {
    backup: {
      exported,
      attempts: union(attempts, []),
      others: Object.fromEntries(others),
    },
    unreadable: found.length - attempts.length + Object.keys(keys).length - others.length,
  }
}

/** What merging a file would do. */
export interface Preview {
  /** Answers in the file, and those of them that are not here. */
  readonly answers: number
  readonly fresh: number
  /** Answers that are only here; replacing would delete these. */
  readonly onlyHere: number
  /** Keys that the file has and this browser has not. */
  readonly freshOthers: number
}

export function previewOf(backup: Backup, here: readonly Attempt[], others: Others): Preview {
  const ids = new Set(here.map(({ id }) => id))
  const theirs = new Set(backup.attempts.map(({ id }) => id))
  return {
    answers: backup.attempts.length,
    fresh: backup.attempts.filter(({ id }) => !ids.has(id)).length,
    onlyHere: here.filter(({ id }) => !theirs.has(id)).length,
    freshOthers: Object.keys(backup.others).filter((key) => !Object.hasOwn(others, key)).length,
  }
}

/** Where a reader's state is kept, as far as a file carries it. */
export interface Place {
  readonly attempts: {
    readonly merge: (more: readonly Attempt[]) => Promise<boolean>
    readonly replace: (all: readonly Attempt[]) => Promise<boolean>
    readonly clear: () => Promise<boolean>
  }
  readonly others: OthersPort
}

export interface OthersPort {
  readonly read: () => Others
  /** Puts these in the place of all that `read` gives. It may throw; then it is called with what was there. */
  readonly write: (all: Others) => void
  /** Makes one text of two that are kept under one key; without it, and where it gives nothing, the one here wins. */
  readonly combine?: (key: string, here: string, there: string) => string | undefined
}

/** Changes the texts first, then the attempts; where either fails, everything is as it was. */
async function change(
  { read, write }: OthersPort,
  next: (before: Others) => Others,
  attempts: () => Promise<boolean>,
): Promise<boolean> {
  let before: Others
  try {
    before = read()
  } catch {
    // A storage that is blocked has nothing to lose and takes nothing.
    return attempts()
  }
  const back = () => {
    try {
      write(before)
    } catch {
      // There was room for these a moment ago; if there is none now, no more can be done.
    }
    return false
  }
  try {
    write(next(before))
  } catch {
    return back()
  }
  return (await attempts()) || back()
}

/** The texts of both; of two under one key what they make together. */
const together = (here: Others, there: Others, { combine }: OthersPort): Others => ({
  ...there,
  ...Object.fromEntries(
    Object.entries(here).map(([key, text]) => {
      const other = there[key]
      return [key, (other !== undefined && combine?.(key, text, other)) || text]
    }),
  ),
})

/** Adds what is not here. */
export const mergeInto = ({ attempts, others }: Place, backup: Backup): Promise<boolean> =>
  change(
    others,
    (before) => together(before, backup.others, others),
    () => attempts.merge(backup.attempts),
  )

/** Puts the file in the place of all that is here. */
export const replaceWith = ({ attempts, others }: Place, backup: Backup): Promise<boolean> =>
  change(
    others,
    () => backup.others,
    () => attempts.replace(inOrder(backup.attempts)),
  )

/** Deletes all that is here. */
export const reset = ({ attempts, others }: Place): Promise<boolean> =>
  change(
    others,
    () => ({}),
    () => attempts.clear(),
  )

/** The texts of the course in a storage of the browser, all its keys and no others. */
export function othersIn(storage: () => Storage): OthersPort {
  const read = (): Others => {
    const from = storage()
    const keys = Array.from({ length: from.length }, (_, index) => from.key(index) ?? '')
    return Object.fromEntries(keys.filter(isOurs).map((key) => [key, from.getItem(key) ?? '']))
  }
  return {
    read,
    write(all) {
      const into = storage()
      for (const key of Object.keys(read())) if (!Object.hasOwn(all, key)) into.removeItem(key)
      for (const [key, text] of Object.entries(all)) into.setItem(key, text)
    },
  }
}
