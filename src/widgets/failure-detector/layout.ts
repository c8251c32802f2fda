import { logScale } from '../../figures/scale.ts'
import { RAREST } from './describe.ts'
import type { DetectorModel, ThresholdCost } from './model.ts'

/** So many decades still have a tick each. */
const FEW = 6

/** Decades of false failovers a year that hold every threshold, down to the rarest worth a number. */
export function decades({ costs }: DetectorModel): [low: number, high: number] {
  const exponent = (value: number) => Math.log10(Math.max(value, RAREST))
  const exponents = costs.map(({ falsePerYear }) => exponent(falsePerYear))
  const highest = Math.max(
    Math.ceil(Math.max(...exponents) + 1e-9),
    Math.round(Math.log10(RAREST)) + 4,
  )
  const low = Math.min(Math.floor(Math.min(...exponents) + 1e-9), highest - 3)
  // The top of the plot has a tick, even where only every other power of ten has one.
  const high = highest - low > FEW && (highest - low) % 2 === 1 ? highest + 1 : highest
  return [Number(`1e${low}`), Number(`1e${high}`)]
}

/** Powers of ten from low to high, at most about six of them. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))]
  const step = to - from > FEW ? 2 : 1
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) =>
    Number(`1e${from + index * step}`),
  )
}

/** Round values from 0 that reach up to `most`, at most six of them. */
export function roundTicks(most: number): number[] {
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10) * power
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(6)),
  )
}

export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The line through the thresholds, as corners: it ends where it falls below what the plot shows,
 * on its way to the first threshold down there.
 */
export function corners(
  costs: readonly ThresholdCost[],
  x: (seconds: number) => number,
  [low, high]: readonly [number, number],
  [bottom, top]: readonly [number, number],
): Point[] {
  const y = logScale([low, high], [bottom, top])
  const points: Point[] = []
  for (const [index, { detectionSeconds, falsePerYear }] of costs.entries()) {
    const before = costs[index - 1]
    if (falsePerYear >= low) points.push({ x: x(detectionSeconds), y: y(falsePerYear) })
    else if (before && before.falsePerYear >= low) {
      const part =
        falsePerYear === 0
          ? 0
          : Math.log(before.falsePerYear / low) / Math.log(before.falsePerYear / falsePerYear)
      const from = before.detectionSeconds
      points.push({ x: x(from + part * (detectionSeconds - from)), y: bottom })
    }
  }
  return points
}

// A bar longer than this many times the least is torn: the others could no longer be told apart.
const TORN = 3

/** Hours that a full bar stands for. */
export const fullBar = ({ costs, least }: DetectorModel) =>
  Math.min(Math.max(...costs.map(({ totalHours }) => totalHours)), TORN * least.totalHours)

export interface Segment {
  readonly part: 'unnoticed' | 'needed' | 'false'
  readonly x: number
  readonly width: number
}

/** The three parts of a cost, end to end; what reaches beyond the full bar is cut off. */
export function segments(cost: ThresholdCost, full: number, length: number): Segment[] {
  const place = (hours: number) => Math.min(1, hours / full) * length
  const waited = cost.unnoticedHours
  const needed = waited + cost.neededHours
  const [first, second, end] = [place(waited), place(needed), place(cost.totalHours)]
  return [
    { part: 'unnoticed', x: 0, width: first },
    { part: 'needed', x: first, width: second - first },
    { part: 'false', x: second, width: end - second },
  ]
}
