import * as v from 'valibot'
import { MOST_CODE } from './limits.ts'
import { whole } from './trials/schemas.ts'

/** Why the trial of some code came to no end of its own. */
export const FAULTS = [
  /** It is no JavaScript. */
  'syntax',
  /** A function is not there. */
  'missing',
  /** A function threw something. */
  'threw',
  /** A function gave back what it may not. */
  'answer',
  /** A loop went round too often in one call. */
  'steps',
  /** Too much was made in one call. */
  'memory',
  /** It reached for what is not there: a network, a clock, chance. */
  'forbidden',
  /** Nothing was heard of it for too long: it was ended. */
  'silent',
  /** It went on for too long altogether. */
  'long',
  /** What came out of the sandbox cannot be. */
  'garbled',
  /** The sandbox itself could not be had. */
  'unavailable',
] as const

export const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

export const fault = v.strictObject({
  kind: v.literal('fault'),
  why: v.picklist(FAULTS),
  /** The function that was called. */
  name: v.optional(text(40)),
  /** A line of the reader's code, from 1 on. */
  line: v.optional(whole(1, MOST_CODE)),
  /** What the browser says, or what the function gave back. */
  message: v.optional(text(300)),
  /** What the function was asked about, as JSON. */
  facts: v.optional(text(600)),
})
export type Fault = v.InferOutput<typeof fault>

const count = whole(0, Number.MAX_SAFE_INTEGER)
export const passed = v.strictObject({ kind: v.literal('passed'), seeds: count, calls: count })

/** What the page asks of the sandbox. */
export const asked = v.strictObject({
  task: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  /** The functions that the code is to define. */
  functions: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/))), v.maxLength(5)),
  /** The reader's code, with a step in each loop. */
  code: text(2 * MOST_CODE),
})
export type Asked = v.InferOutput<typeof asked>

/** What the sandbox says: how far it is, or what came of it, which the task's own form parses. */
export const told = v.variant('kind', [
  v.strictObject({ kind: v.literal('alive'), done: count }),
  v.strictObject({ kind: v.literal('verdict'), verdict: v.unknown() }),
])
export type Told = v.InferOutput<typeof told>
