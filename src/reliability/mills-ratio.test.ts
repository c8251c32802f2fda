import { expect, it } from 'vitest'
import { millsRatio } from './mills-ratio.ts'

it.each([
  // Computed apart with 50 digits; 2 lies where the series gives way to the fraction.
  [0, 1.2533141373155003],
  [0.5, 0.87636445645369235],
  [1.9999, 0.4213849559764444],
  [2, 0.42136922928805447],
  [5, 0.19280810471531576],
  [37.5, 0.02664774401489855],
])('is the tail over the density at %d', (z, ratio) => {
  expect(Math.abs(millsRatio(z) / ratio - 1)).toBeLessThan(1e-14)
})
