import type { Box } from '../../figures/ComponentBox.tsx'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Label extends Point {
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A band runs from one point to another, leaving and arriving along the flow. */
export interface Run {
  readonly from: Point
  readonly to: Point
  /** How far aside it travels in between, to pass what stands in the way. */
  readonly aside?: number
}

export type Branch =
  'byA' | 'failed' | 'alarms' | 'handedOver' | 'onB' | 'never' | 'shared' | 'router'

/** Where everything stands. The branches are the same in both layouts; only their places differ. */
export interface FlowLayout {
  readonly direction: 'across' | 'down'
  readonly width: number
  readonly height: number
  readonly source: Label
  readonly entry: Run
  readonly router: Box
  readonly a: Box
  readonly failover: Box
  readonly b: Box
  readonly hull: Box
  readonly served: Label
  readonly lost: Label
  readonly runs: Readonly<Record<Branch, Run>>
  readonly labels: Readonly<Record<Branch, Label>>
}

const at = (x: number, y: number): Point => ({ x, y })
const label = (x: number, y: number, anchor: Label['anchor'] = 'start'): Label => ({ x, y, anchor })

/** Left to right, for a figure with room. A router in the path moves the rest to the right. */
export function across(inPath: boolean): FlowLayout {
  const start = 96
  const x = start + (inPath ? 96 : 0)
  const end = x + 560
  return {
    direction: 'across',
    width: end + 98,
    height: 386,
    source: label(4, 118),
    entry: { from: at(start, 118), to: at(x + 20, 118) },
    router: { x: start + 4, y: 88, width: 112, height: 62 },
    a: { x: x + 38, y: 88, width: 112, height: 62 },
    failover: { x: x + 180, y: 226, width: 124, height: 62 },
    b: { x: x + 338, y: 132, width: 108, height: 62 },
    hull: { x: x + 24, y: 70, width: 436, height: 138 },
    served: label(end + 16, 82),
    lost: label(end + 16, 290),
    runs: {
      byA: { from: at(x, 108), to: at(end, 72) },
      failed: { from: at(x, 144), to: at(x + 184, 260) },
      alarms: { from: at(x + 142, 126), to: at(x + 242, 230) },
      handedOver: { from: at(x + 284, 246), to: at(end, 114) },
      onB: { from: at(x + 430, 186), to: at(end, 266) },
      never: { from: at(x + 284, 268), to: at(end, 282) },
      shared: { from: at(x, 150), to: at(end, 298), aside: 320 },
      router: { from: at(start + 50, 146), to: at(end, 312), aside: 354 },
    },
    labels: {
      byA: label(x + 190, 56),
      failed: label(x + 152, 222, 'end'),
      alarms: label(x + 214, 184),
      handedOver: label(x + 450, 184),
      onB: label(x + 486, 250, 'end'),
      never: label(x + 312, 302),
      shared: label(x + 120, 342),
      router: label(start + 160, 382),
    },
  }
}

/** Top to bottom, for a phone. */
export function down(inPath: boolean): FlowLayout {
  const start = 44
  const y = start + (inPath ? 82 : 0)
  const end = y + 428
  return {
    direction: 'down',
    width: 360,
    height: end + 72,
    source: label(92, 18, 'middle'),
    entry: { from: at(92, start), to: at(92, y + 20) },
    router: { x: 34, y: start + 4, width: 116, height: 62 },
    a: { x: 30, y: y + 16, width: 116, height: 62 },
    failover: { x: 196, y: y + 130, width: 124, height: 62 },
    b: { x: 88, y: y + 268, width: 112, height: 62 },
    hull: { x: 14, y: y + 2, width: 200, height: 342 },
    served: label(66, end + 30, 'middle'),
    lost: label(268, end + 30, 'middle'),
    runs: {
      byA: { from: at(80, y), to: at(52, end) },
      failed: { from: at(118, y), to: at(250, y + 138) },
      alarms: { from: at(126, y + 70), to: at(210, y + 150) },
      handedOver: { from: at(218, y + 186), to: at(96, end) },
      onB: { from: at(188, y + 324), to: at(248, end) },
      never: { from: at(266, y + 186), to: at(268, end) },
      shared: { from: at(124, y), to: at(286, end), aside: 334 },
      router: { from: at(140, start + 40), to: at(300, end), aside: 350 },
    },
    labels: {
      byA: label(16, y + 110),
      failed: label(158, y + 34),
      alarms: label(188, y + 168, 'end'),
      handedOver: label(206, y + 240, 'end'),
      onB: label(224, y + 372),
      never: label(354, y + 304, 'end'),
      shared: label(326, y + 96, 'end'),
      router: label(344, start + 24, 'end'),
    },
  }
}
