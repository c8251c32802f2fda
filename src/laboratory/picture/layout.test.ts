// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Box } from '../../figures/ComponentBox.tsx'
import { type Layout, layOut } from './layout.ts'
import type { PodMark, Survey } from './survey.ts'

const pod = (name: string): PodMark => ({
  key: `shop/${name}`,
  name,
  end: name.slice(-5),
  state: 'ready',
  revision: '1',
})

/** So many zones of so many nodes with so many pods each. */
const surveyOf = (zones: number, nodes: number, pods: number, waiting = 0): Survey => ({
  zones: Array.from({ length: zones }, (_, zone) => ({
    name: `zone-${zone}`,
    nodes: Array.from({ length: nodes }, (_, node) => ({
      name: `node-${zone}-${node}`,
      zone: `zone-${zone}`,
      on: true,
      linked: true,
      ready: true,
      cordoned: false,
      lamp: 'healthy',
      cpuAsked: 1,
      cpuAll: 2,
      pods: Array.from({ length: pods }, (_, index) => pod(`web-${zone}-${node}-${index}`)),
    })),
  })),
  unplaced: Array.from({ length: waiting }, (_, index) => pod(`waits-${index}`)),
})

const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whatever does not stand in what it belongs to, or stands on something else. */
function faultsOf({ zones, tray, unplaced, width, height }: Layout): readonly string[] {
  const faults: string[] = []
  const check = (name: string, outer: Box, inner: readonly Box[]) => {
    inner.forEach((one, index) => {
      if (!isInside(one, outer)) faults.push(`${name}: ${index} sticks out`)
      if (inner.slice(index + 1).some((other) => overlap(one, other)))
        faults.push(`${name}: ${index} overlaps`)
    })
  }
  check('drawing', { x: 0, y: 0, width, height }, [...zones.map(({ at }) => at), tray])
  for (const { name, at, nodes } of zones) {
    check(
      name,
      at,
      nodes.map((node) => node.at),
    )
    for (const node of nodes)
      check(
        node.node.name,
        node.at,
        node.pods.map((one) => one.at),
      )
  }
  check(
    'tray',
    tray,
    unplaced.map(({ at }) => at),
  )
  return faults
}

describe('the layout', () => {
  it.each([
    ['three nodes without pods', surveyOf(3, 1, 0)],
    ['three nodes, and pods that wait', surveyOf(3, 1, 5, 30)],
    ['three crowded nodes', surveyOf(3, 1, 40)],
    ['one zone of four nodes', surveyOf(1, 4, 6)],
    ['fifty nodes with five hundred pods', surveyOf(5, 10, 10, 20)],
  ])('keeps everything in its place, apart from all else: %s', (_, survey) => {
    expect(faultsOf(layOut(survey, 900, 3))).toEqual([])
    expect(faultsOf(layOut(survey, 340, 1))).toEqual([])
  })

  it('does not move for one pod more or less', () => {
    const heights = [0, 1, 2, 3].map((pods) => layOut(surveyOf(3, 1, pods), 900, 3).height)
    expect(new Set(heights).size).toBe(1)
  })

  it('names pods where there is room, and shows cells where there is not', () => {
    expect(layOut(surveyOf(3, 1, 5), 900, 3).podSize).toBe('named')
    expect(layOut(surveyOf(5, 10, 10), 900, 3).podSize).toBe('cell')
  })
})
