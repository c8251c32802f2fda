import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { drawCode, type QrPath } from './draw-code.ts'

/** The drawing as a camera would see it: even-odd filled, four points a square, with its border. */
function photograph({ path, size }: QrPath) {
  const outlines = [...path.matchAll(/M[^Z]+Z/g)].map(([outline]) =>
    [...outline.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
  )
  const isDark = (x: number, y: number) =>
    outlines.reduce((dark, corners) => {
      let inside = false
      for (const [index, [x1, y1]] of corners.entries()) {
        const [x2, y2] = corners.at(index - 1) ?? [x1, y1]
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside
      }
      return dark !== inside
    }, false)
  const [scale, quiet] = [4, 4]
  const side = (size + 2 * quiet) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (isDark(column + 0.5, row + 0.5))
        for (let point = 0; point < scale * scale; point++) {
          const x = (column + quiet) * scale + (point % scale)
          const y = (row + quiet) * scale + Math.floor(point / scale)
          data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
        }
  return { data, side }
}

describe('a code', () => {
  // Read by jsQR, a program that shares nothing with the one that draws.
  it.each([
    'https://course.example/w/redundancy-paradox/?v=1&failover=0.9',
    `https://course.example/w/single-point/?v=1&do=${'12000-kill-balancer_'.repeat(20)}`,
  ])('can be read back: %s', (text) => {
    const { data, side } = photograph(drawCode(text))
    expect(jsQR(data, side, side)?.data).toBe(text)
  })

  // ISO/IEC 18004: 21 squares a side for version 1, four more for each version, 177 for version 40.
  it('is as large as its text needs, and holds the longest address', () => {
    expect(drawCode('HTTPS://X.EXAMPLE').size).toBe(21)
    expect(drawCode('x'.repeat(2000)).size).toBeLessThanOrEqual(177)
  })
})
