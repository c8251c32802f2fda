import * as v from 'valibot'
import { CHECK_LENGTH } from './check-length.ts'
import type { Selection } from './compose.ts'
import { slug } from './slug.ts'
import { LARGEST_SEED } from './variant.ts'

const whole = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}$/),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  )

const Asked = v.object({
  seed: whole(0, LARGEST_SEED),
  outcome: v.optional(slug),
  lesson: v.optional(slug),
  count: v.optional(whole(1, 999), String(CHECK_LENGTH)),
})

/** What an address asks of the page of practice. */
export type Request =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'check'; readonly selection: Selection }
  /** A part of the course to practise, without a seed: anything of it, anew each time. */
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'unreadable' }

/**
 * Reads the query of an address.
 *
 * @param query with or without its question mark; anybody may have written it
 */
export function requestOf(query: string): Request {
  const fields = Object.fromEntries(new URLSearchParams(query.slice(0, 2000)))
  const { seed, outcome, lesson, count } = fields
  if (seed === undefined) {
    if (outcome === undefined && count === undefined && lesson === undefined)
      return { kind: 'nothing' }
    const part = v.safeParse(slug, lesson)
    return part.success ? { kind: 'lesson', lesson: part.output } : { kind: 'unreadable' }
  }
  const parsed = v.safeParse(Asked, fields)
  if (!parsed.success) return { kind: 'unreadable' }
  const { outcome: about, lesson: part, ...rest } = parsed.output
  return {
    kind: 'check',
    selection: {
      ...rest,
      ...(about === undefined ? {} : { outcome: about }),
      ...(part === undefined ? {} : { lesson: part }),
    },
  }
}

/** The query under which everybody gets this check. */
export function queryOf({ seed, outcome, lesson, count }: Selection): string {
  const query = new URLSearchParams({ seed: String(seed) })
  if (outcome !== undefined) query.set('outcome', outcome)
  if (lesson !== undefined) query.set('lesson', lesson)
  if (count !== CHECK_LENGTH) query.set('count', String(count))
  return `?${query}`
}
