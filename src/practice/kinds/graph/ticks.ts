import type { Axis } from '../../question.ts'

/** The smallest of 1, 2 and 5 times a power of ten that is at least so much. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return Number((factor * power).toPrecision(12))
}

/** How much one key moves a value: about a hundredth of the axis. */
export const stepOf = ({ from, to }: Axis): number => roundStep(Math.abs(to - from) / 100)

/** Round values along an axis, with at most so many spaces between them. */
export function ticksOf({ from, to }: Axis, spaces: number): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const step = roundStep((high - low) / spaces)
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.floor(high / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** The value on the axis that is nearest, in steps that a key would take. */
export function snapped(value: number, axis: Axis): number {
  const [low, high] = [Math.min(axis.from, axis.to), Math.max(axis.from, axis.to)]
  const step = stepOf(axis)
  const near = low + Math.round((value - low) / step) * step
  return Number(Math.min(high, Math.max(low, near)).toPrecision(12))
}
