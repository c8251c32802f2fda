import { partsOf } from './describe.ts'
import type { PriceModel, SparesCost } from './model.ts'

// A bar longer than this many times the least is torn: the others could no longer be told apart.
const TORN = 2

/** Dollars that a full bar stands for. */
export const fullBar = ({ costs, least }: PriceModel) =>
  Math.min(Math.max(...costs.map(({ total }) => total)), TORN * least.total)

export interface Segment {
  readonly part: ReturnType<typeof partsOf>[number]['part']
  readonly x: number
  readonly width: number
}

/** The parts of a cost, end to end; what reaches beyond the full bar is cut off. */
export function segments(cost: SparesCost, full: number, length: number): Segment[] {
  const place = (dollars: number) => Math.min(1, dollars / full) * length
  let before = 0
  return partsOf(cost).map(({ part, dollars }) => {
    const x = place(before)
    before += dollars
    return { part, x, width: place(before) - x }
  })
}

/** Less downtime than this in a year, about three seconds, lies on the floor of the plot. */
const LEAST_HOURS = 1e-3

/** Decades of downtime that hold every number of spares. */
export function decades({ costs }: PriceModel): [low: number, high: number] {
  const exponents = costs.map(({ downHours }) => Math.log10(Math.max(downHours, LEAST_HOURS)))
  const high = Math.max(Math.ceil(Math.max(...exponents) + 1e-9), -1)
  const low = Math.min(Math.floor(Math.min(...exponents) - 0.45), high - 2)
  return [10 ** low, 10 ** high]
}

/** Powers of ten from low to high. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))]
  return Array.from({ length: to - from + 1 }, (_, index) => Number(`1e${from + index}`))
}

/** Round values that lie between two amounts, about four of them. */
export function roundTicks([from, to]: readonly [number, number]): number[] {
  const rough = (to - from) / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(6)),
  )
}
