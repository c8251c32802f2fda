import { expect, it } from 'vitest'
import { labelsUnder } from './PlotAxes.tsx'

const x = { label: 'Days between tests', unit: 'number', from: 0, to: 100 } as const
const places = (...values: readonly number[]) => values.map((value) => ({ x: value, y: 0 }))

it('names each place that is asked for, where it is', () => {
  expect(
    labelsUnder({ x, at: places(10, 40, 80) }, { across: (value) => 3 * value, width: 300 }),
  ).toEqual([
    { text: '10', middle: 30 },
    { text: '40', middle: 120 },
    { text: '80', middle: 240 },
  ])
})

// By hand: a digit is 8.4 wide. "20" ends at 16.8 / 2 beyond its middle, and wants a gap of 7.
it('leaves out what would touch another, and keeps within the picture', () => {
  const across = (value: number) => value
  expect(
    labelsUnder({ x, at: places(20, 43, 44, 100) }, { across, width: 104 }).map(({ text }) => text),
  ).toEqual(['20', '44', '100'])
  expect(labelsUnder({ x, at: places(100) }, { across, width: 104 })[0]?.middle).toBeCloseTo(91.4)
})
