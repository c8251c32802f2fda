import * as v from 'valibot'
import type { Reader } from './trial.ts'

export const within = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most))

export const whole = (least: number, most: number) => v.pipe(within(least, most), v.integer())

export const seeds = whole(0, 4_294_967_295)

/** More than any schedule has. */
const MOST_DEEDS = 200

/** Deeds in the order of their time. */
export const deedsOf = <Action>(action: Reader<Action>, lengthMs: number) =>
  v.pipe(
    v.array(v.strictObject({ atMs: whole(0, lengthMs), action })),
    v.maxLength(MOST_DEEDS),
    v.check((deeds) =>
      deeds.every(({ atMs }, at) => at === 0 || atMs >= (deeds[at - 1]?.atMs ?? 0)),
    ),
  )
