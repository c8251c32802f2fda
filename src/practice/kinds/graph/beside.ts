import type { Curve } from '../../question.ts'
import type { Frame } from './frame-of.ts'

/** The height of a line through these points, and of its ends beyond them. */
export function heightAt(points: Curve, x: number): number {
  const after = points.findIndex(([one]) => one >= x)
  const [first, last] = [
    points[after < 0 ? points.length - 1 : Math.max(0, after - 1)],
    points[after],
  ]
  if (!first) return 0
  if (!last || last[0] === first[0]) return first[1]
  return first[1] + ((x - first[0]) / (last[0] - first[0])) * (last[1] - first[1])
}

const ABOVE = 10
const BELOW = 20

interface Label {
  readonly x: number
  /** Half of what its words need. */
  readonly half: number
  readonly above: boolean
}

/** Where words stand that touch a line nowhere along their width. */
export function beside(points: Curve, { across, up, top, floor }: Frame, label: Label): number {
  const { x, half, above } = label
  const inner = points.map(([one]) => across(one)).filter((one) => Math.abs(one - x) < half)
  const heights = [x - half, x, x + half, ...inner].map((place) => {
    const pixels = points.map(([one, other]) => [across(one), up(other)] as const)
    return heightAt(pixels, place)
  })
  const y = above ? Math.min(...heights) - ABOVE : Math.max(...heights) + BELOW
  return Math.min(floor - 6, Math.max(top + 12, y))
}
