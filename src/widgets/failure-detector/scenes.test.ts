import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { detector, parameters, type DetectorValues } from './model.ts'
import { scenes } from './scenes.ts'

// The edge between scenes and types, as in the frame.
const at = (id: string) =>
  detector(
    complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}) as DetectorValues,
  )

describe('the scenes', () => {
  // Outages as computed exactly in model.test.ts.
  it.each([
    ['usual', 3, 4, 'fails'],
    ['jumpy', 1, 5, 'fails'],
    ['sluggish', 8, 3, 'fails'],
    ['best', 4, 4, 'works'],
    ['more-probes', 4, 4, 'works'],
  ])('%s has threshold %d where %d costs least: %s', (id, threshold, least, tone) => {
    const model = at(id)
    expect([model.current.threshold, model.least.threshold]).toEqual([threshold, least])
    expect(verdict(model).tone).toBe(tone)
  })

  it('show that twice the probes are both faster and calmer than the usual setting', () => {
    const [usual, more] = [at('usual').current, at('more-probes').current]
    expect(more.detectionSeconds).toBeLessThan(usual.detectionSeconds)
    expect(more.falsePerYear).toBeLessThan(usual.falsePerYear / 40)
  })
})
