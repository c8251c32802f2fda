// Time of a call and accuracy of what it answers.
import { median } from '../quantile.mjs'

const BATCHES = 11
/** Shorter batches drown in the clock. */
const BATCH_MS = 4
const SLOW_MS = 100

let sink = 0

function batch(call, calls) {
  const start = performance.now()
  for (let index = 0; index < calls; index += 1) sink += call() === undefined ? 1 : 0
  return performance.now() - start
}

/** How many calls make a batch, found while the engine warms up. */
function batchSize(call) {
  let calls = 1
  for (let took = batch(call, 2); took < BATCH_MS * 4; took = batch(call, calls)) calls *= 2
  return Math.max(1, Math.ceil(calls / 4))
}

/**
 * Milliseconds of one call of each: the median over batches. They take turns, so that a busy moment
 * of the machine strikes all alike.
 */
export function timesOf(calls) {
  const sizes = calls.map(batchSize)
  const found = calls.map(() => [])
  for (let round = 0; round < BATCHES; round += 1) {
    for (const [index, call] of calls.entries()) {
      // Who takes long needs no more than three.
      const slow = round >= 3 && found[index][0] * sizes[index] > SLOW_MS
      if (!slow) found[index].push(batch(call, sizes[index]) / sizes[index])
    }
  }
  return found.map(median)
}

export const timeOf = (call) => timesOf([call])[0]

/** The largest relative error of numbers beside the exact ones; Infinity where one is no number. */
export function worstError(numbers, exact) {
  const errors = exact.map((value, index) => Math.abs(numbers[index] - value) / Math.abs(value))
  return errors.some(Number.isNaN) ? Infinity : Math.max(...errors)
}

export const written = (ms) =>
  ms < 1e-3
    ? `${(ms * 1e6).toPrecision(3)} ns`
    : ms < 1
      ? `${(ms * 1e3).toPrecision(3)} µs`
      : `${ms.toPrecision(3)} ms`
