import * as v from 'valibot'
import { Answer } from './answer.ts'
import { CONFIDENCES } from './confidences.ts'
import { slug } from './slug.ts'

/** The years in which a clock may be believed. */
const FROM_MS = Date.UTC(2020, 0)
const TO_MS = Date.UTC(2100, 0)

/** The believable time that is nearest, in milliseconds since 1970: an attempt by a wrong clock can be read again. */
export const believable = (at: number): number => Math.min(TO_MS, Math.max(FROM_MS, at))
const MOST_SEED = 2 ** 32 - 1

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/**
 * One answer to one variant of one question. Attempts are only ever added, never changed; whatever
 * else is said of a reader is computed from them. A field that is not known here makes a record
 * unreadable: better kept as it is than read without what it meant.
 */
export const Attempt = v.strictObject({
  v: v.literal(1),
  /** Unlike any other, in whatever tab or browser it was made. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/)),
  question: slug,
  /** Of the variant. */
  seed: whole(0, MOST_SEED),
  /** When it was judged, in milliseconds since 1970. */
  at: whole(FROM_MS, TO_MS),
  answer: Answer,
  right: v.boolean(),
  credit: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.exactOptional(v.picklist(CONFIDENCES)),
  misconceptions: v.pipe(v.array(slug), v.maxLength(40)),
  where: v.picklist(['lesson', 'practice', 'review']),
})
export type Attempt = Readonly<v.InferOutput<typeof Attempt>>

/** What is known of an attempt before it is kept. */
export type NewAttempt = Omit<Attempt, 'v' | 'id'>

type Found = Readonly<Record<string, unknown>>
export type Migration = (record: Found) => Found

/** Each brings a record from one version to the next, the first from version 1 to 2. */
export const migrations: readonly Migration[] = []

/** The version in which attempts are written. */
export const VERSION = 1

const Versioned = v.looseObject({ v: whole(1, Number.MAX_SAFE_INTEGER) })

/** Brings a record of any known version to the last. @returns nothing for a record of a later version */
export function upgraded(found: unknown, steps: readonly Migration[]): Found | undefined {
  const versioned = v.safeParse(Versioned, found)
  if (!versioned.success || versioned.output.v > steps.length + 1) return undefined
  let record: Found = versioned.output
  for (let version = versioned.output.v; version <= steps.length; version++)
    record = { ...steps[version - 1]?.(record), v: version + 1 }
  return record
}

/** Reads what was kept or imported. @returns nothing where it is no attempt, or one of a later version */
export function readAttempt(found: unknown): Attempt | undefined {
  const record = upgraded(found, migrations)
  if (!record) return undefined
  const parsed = v.safeParse(Attempt, record)
  return parsed.success ? parsed.output : undefined
}

/** Sorts attempts by when they were made, and those of one moment by their ids. */
export const inOrder = (attempts: Iterable<Attempt>): readonly Attempt[] =>
  [...attempts].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/**
 * All attempts of both, each once, in order. Two that differ under one id can only come from a file
 * that somebody changed; then the same one wins whatever the order, so that any two merges agree.
 */
export function union(a: Iterable<Attempt>, b: Iterable<Attempt>): readonly Attempt[] {
  const byId = new Map<string, Attempt>()
  for (const attempt of [...a, ...b]) {
    const there = byId.get(attempt.id)
    if (there === attempt) continue
    if (!there || JSON.stringify(attempt) < JSON.stringify(there)) byId.set(attempt.id, attempt)
  }
  return inOrder(byId.values())
}

/** The attempts of each question, in order. */
export function byQuestion(
  attempts: readonly Attempt[],
): ReadonlyMap<string, readonly [Attempt, ...Attempt[]]> {
  const groups = new Map<string, [Attempt, ...Attempt[]]>()
  for (const attempt of union(attempts, [])) {
    const group = groups.get(attempt.question)
    if (group) group.push(attempt)
    else groups.set(attempt.question, [attempt])
  }
  return groups
}
