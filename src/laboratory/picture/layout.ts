import type { Box } from '../../figures/ComponentBox.tsx'
import type { NodeMark, PodMark, Survey } from './survey.ts'

/** How pods are drawn: with their names, or as cells where there are many. */
export type PodSize = 'named' | 'cell'

export interface PlacedPod {
  readonly at: Box
  readonly pod: PodMark
}

export interface PlacedNode {
  readonly at: Box
  readonly node: NodeMark
  readonly pods: readonly PlacedPod[]
}

export interface PlacedZone {
  readonly at: Box
  readonly name: string
  readonly nodes: readonly PlacedNode[]
}

/** Where everything stands, in the units of the drawing. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly podSize: PodSize
  /** Whether nodes have room for words. */
  readonly roomy: boolean
  readonly zones: readonly PlacedZone[]
  /** Pods without a node, and the tray that they wait in. */
  readonly tray: Box
  readonly unplaced: readonly PlacedPod[]
}

const GAP = 16
/** Inside a zone: its tab above, and room around its nodes. */
const ZONE_TOP = 24
const INSET = 14
/** The head of a node with two lines of words, or one short name. */
const HEAD = 54
const SHORT_HEAD = 24
const SIZES: Readonly<
  Record<PodSize, { readonly w: number; readonly h: number; readonly gap: number }>
> = { named: { w: 78, h: 27, gap: 6 }, cell: { w: 13, h: 13, gap: 3 } }
/** More pods on a node than this are drawn as cells. */
const MOST_NAMED = 12
/** More nodes in a zone than this are drawn small. */
const MOST_ROOMY = 4
const SMALL_NODE = 96
/** A node does not change its height with every pod that comes and goes. */
const FEWEST_ROWS: Readonly<Record<PodSize, number>> = { named: 2, cell: 2 }

const columnsIn = (width: number, { w, gap }: { readonly w: number; readonly gap: number }) =>
  Math.max(1, Math.floor((width + gap) / (w + gap)))

/** Boxes of one size in rows, from a corner on. */
function grid(
  count: number,
  left: number,
  top: number,
  columns: number,
  { w, h, gap }: { readonly w: number; readonly h: number; readonly gap: number },
): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({
    x: left + (index % columns) * (w + gap),
    y: top + Math.floor(index / columns) * (h + gap),
    width: w,
    height: h,
  }))
}

const placed = (pods: readonly PodMark[], boxes: readonly Box[]): readonly PlacedPod[] =>
  pods.flatMap((pod, index) => {
    const at = boxes[index]
    return at ? [{ at, pod }] : []
  })

/**
 * Puts zones side by side, or below one another where the drawing is narrow.
 *
 * @param width of the drawing
 * @param across how many zones stand side by side at most
 */
export function layOut(survey: Survey, width: number, across: number): Layout {
  const { zones, unplaced } = survey
  const nodes = zones.flatMap((zone) => zone.nodes)
  const mostPods = Math.max(0, ...nodes.map(({ pods }) => pods.length))
  const roomy = zones.every((zone) => zone.nodes.length <= MOST_ROOMY)
  const podSize: PodSize = roomy && mostPods <= MOST_NAMED ? 'named' : 'cell'
  const size = SIZES[podSize]
  const zoneColumns = Math.max(1, Math.min(across, zones.length))
  const zoneWidth = (width - GAP * (zoneColumns - 1)) / zoneColumns
  const inside = zoneWidth - 2 * INSET
  const nodeColumns = roomy ? 1 : Math.max(1, Math.floor((inside + 8) / (SMALL_NODE + 8)))
  const nodeWidth = (inside - 8 * (nodeColumns - 1)) / nodeColumns
  const padding = roomy ? 12 : 6
  const head = roomy ? HEAD : SHORT_HEAD
  const podColumns = columnsIn(nodeWidth - 2 * padding, size)
  const rows = Math.max(FEWEST_ROWS[podSize], Math.ceil(mostPods / podColumns))
  const nodeHeight = head + rows * (size.h + size.gap) + padding - size.gap / 2
  const nodeGap = roomy ? 12 : 8
  const zoneRows = Math.max(1, ...zones.map((zone) => Math.ceil(zone.nodes.length / nodeColumns)))
  const zoneHeight = ZONE_TOP + zoneRows * (nodeHeight + nodeGap) - nodeGap + INSET

  const placedZones = zones.map((zone, index): PlacedZone => {
    const x = (index % zoneColumns) * (zoneWidth + GAP)
    const y = 12 + Math.floor(index / zoneColumns) * (zoneHeight + GAP + 12)
    const boxes = grid(zone.nodes.length, x + INSET, y + ZONE_TOP, nodeColumns, {
      w: nodeWidth,
      h: nodeHeight,
      gap: nodeGap,
    })
    return {
      at: { x, y, width: zoneWidth, height: zoneHeight },
      name: zone.name,
      nodes: zone.nodes.flatMap((node, place) => {
        const at = boxes[place]
        if (!at) return []
        const own = grid(node.pods.length, at.x + padding, at.y + head, podColumns, size)
        return [{ at, node, pods: placed(node.pods, own) }]
      }),
    }
  })
  const bottom = Math.max(0, ...placedZones.map(({ at }) => at.y + at.height))
  const trayColumns = columnsIn(width - 2 * INSET, size)
  const trayRows = Math.max(1, Math.ceil(unplaced.length / trayColumns))
  const tray = {
    x: 0,
    y: bottom + 30,
    width,
    height: 22 + trayRows * (size.h + size.gap) + INSET - size.gap,
  }
  return {
    width,
    height: tray.y + tray.height + 2,
    podSize,
    roomy,
    zones: placedZones,
    tray,
    unplaced: placed(unplaced, grid(unplaced.length, INSET, tray.y + 20, trayColumns, size)),
  }
}
