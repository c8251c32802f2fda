import type { Box } from '../../../figures/ComponentBox.tsx'
import type { Placed } from './layout.ts'

export interface Link {
  readonly from: string
  readonly to: string
  /** Whether another supplier would do as well. */
  readonly any: boolean
  /** The line, and the head of its arrow. */
  readonly line: string
  readonly head: string
}

interface Spot {
  readonly x: number
  readonly y: number
}

const centre = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 })

/** Where a line from the middle of a box towards a spot leaves the box, and a little further. */
function leaving(box: Box, to: Spot, further: number): Spot {
  const from = centre(box)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  )
  const reach = share + further / length
  return { x: from.x + dx * reach, y: from.y + dy * reach }
}

const isIn = ({ x, y, width, height }: Box, spot: Spot, margin: number) =>
  spot.x > x - margin &&
  spot.x < x + width + margin &&
  spot.y > y - margin &&
  spot.y < y + height + margin

/** A point of the bow from one spot to another by way of a third. */
const along = (from: Spot, via: Spot, to: Spot, share: number): Spot => {
  const rest = 1 - share
  const of = (key: 'x' | 'y') =>
    rest * rest * from[key] + 2 * rest * share * via[key] + share * share * to[key]
  return { x: of('x'), y: of('y') }
}

const STEPS = Array.from({ length: 23 }, (_, step) => (step + 1) / 24)
/** How far a line bows aside, as shares of its length, the straightest first. */
const BOWS = [0, 0.25, -0.25, 0.45, -0.45, 0.7, -0.7, 1, -1]
const HEAD = 9

/** The third spot of the straightest bow that meets no other box. */
function bowAround(from: Spot, to: Spot, others: readonly Box[]): Spot {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const viaOf = (bow: number): Spot => ({
    x: (from.x + to.x) / 2 - dy * bow,
    y: (from.y + to.y) / 2 + dx * bow,
  })
  const free = BOWS.find((bow) =>
    STEPS.every((step) => {
      const spot = along(from, viaOf(bow), to, step)
      return others.every((box) => !isIn(box, spot, 5))
    }),
  )
  return viaOf(free ?? 0)
}

const at = ({ x, y }: Spot) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The lines from each part to what it needs, past all that stands between. */
export function linksOf(placed: readonly Placed[]): readonly Link[] {
  const byId = new Map(placed.map((one) => [one.part.id, one]))
  const linkOf = (from: Placed, id: string, any: boolean): readonly Link[] => {
    const to = byId.get(id)
    if (!to) return []
    const others = placed.filter((one) => one !== from && one !== to).map(({ box }) => box)
    const via = bowAround(centre(from.box), centre(to.box), others)
    const start = leaving(from.box, via, 0)
    const tip = leaving(to.box, via, 2)
    const angle = Math.atan2(tip.y - via.y, tip.x - via.x)
    const barb = (turn: number): Spot => ({
      x: tip.x - HEAD * Math.cos(angle + turn),
      y: tip.y - HEAD * Math.sin(angle + turn),
    })
    return [
      {
        from: from.part.id,
        to: id,
        any,
        line: `M${at(start)}Q${at(via)} ${at(tip)}`,
        head: `M${at(barb(0.45))}L${at(tip)}L${at(barb(-0.45))}`,
      },
    ]
  }
  return placed.flatMap((one) => [
    ...one.part.needs.flatMap((id) => linkOf(one, id, false)),
    ...one.part.anyOf.flatMap((id) => linkOf(one, id, true)),
  ])
}
