/** A place in the picture. */
export type Point = readonly [x: number, y: number]

/** A broken line, with how far each of its points is from its first. */
export interface Way {
  readonly points: readonly Point[]
  readonly reach: readonly number[]
}

/** The way through these points. */
export function wayOf(points: readonly Point[]): Way {
  const reach = [0]
  points.slice(1).forEach(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y]
    reach.push((reach[index] ?? 0) + Math.hypot(x - fromX, y - fromY))
  })
  return { points, reach }
}

/** Somewhere on it, by the share of the way that is done. */
export function along({ points, reach }: Way, share: number): Point {
  const done = Math.min(1, share) * (reach.at(-1) ?? 0)
  const next = Math.max(
    1,
    reach.findIndex((far) => far >= done),
  )
  const [from, to] = [points[next - 1], points[next]]
  if (!from || !to) return points[0] ?? [0, 0]
  const [before, after] = [reach[next - 1] ?? 0, reach[next] ?? 0]
  const part = after === before ? 0 : (done - before) / (after - before)
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
}
