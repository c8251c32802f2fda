import { type Course, type Deed, FIRST_COURSE, MOST_DEEDS, MOST_SEED } from './course.ts'

const LONGEST_MS = 1e9

const wholeNumber = (text: string, most: number): number | undefined => {
  if (!/^\d{1,10}$/.test(text)) return undefined
  return Number(text) <= most ? Number(text) : undefined
}

/** `1200-kill-a_3400-heal` as deeds, or nothing where any of it cannot be read. */
function deedsIn(text: string, can: (action: string) => boolean): readonly Deed[] | undefined {
  const deeds: Deed[] = []
  for (const part of text.split('_')) {
    const [, at = '', action = ''] = /^(\d{1,10})-(.+)$/.exec(part) ?? []
    const atMs = wholeNumber(at, LONGEST_MS)
    if (atMs === undefined || !can(action)) return undefined
    if (atMs < (deeds.at(-1)?.atMs ?? 0) || deeds.length === MOST_DEEDS) return undefined
    deeds.push({ atMs, action })
  }
  return deeds
}

/**
 * The course that an address names over another one. What cannot be read is left as it was, and its
 * key is reported.
 *
 * @param can whether something can be done in this figure
 */
export function readCourse(
  first: Course,
  search: string,
  can: (action: string) => boolean,
): { readonly course: Course; readonly unreadable: readonly string[] } {
  const query = new URLSearchParams(search)
  const unreadable: string[] = []
  const read = <T>(key: string, parse: (text: string) => T | undefined): T | undefined => {
    const text = query.get(key)
    if (text === null) return undefined
    const found = parse(text)
    if (found === undefined) unreadable.push(key)
    return found
  }
  const seed = read('seed', (text) => wholeNumber(text, MOST_SEED))
  const deeds = read('do', (text) => deedsIn(text, can))
  const atMs = read('at', (text) => wholeNumber(text, LONGEST_MS))
  return {
    course: {
      seed: seed ?? first.seed,
      deeds: deeds ?? first.deeds,
      ...(atMs === undefined ? {} : { atMs }),
    },
    unreadable,
  }
}

/** The part of a query that brings a course back; empty for the first one. */
export function writeCourse({ seed, deeds, atMs }: Course): string {
  const query = new URLSearchParams()
  if (seed !== FIRST_COURSE.seed) query.set('seed', String(seed))
  if (deeds.length > 0) {
    query.set('do', deeds.map((deed) => `${deed.atMs}-${deed.action}`).join('_'))
  }
  if (atMs !== undefined) query.set('at', String(Math.round(atMs)))
  return query.toString()
}
