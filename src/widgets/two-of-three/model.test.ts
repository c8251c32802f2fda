import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { MOMENTS, parameters, trio, type TrioValues } from './model.ts'
import { scenes } from './scenes.ts'
import { widget } from './widget.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (id: string, over: Partial<TrioValues> = {}) =>
  trio({
    ...complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}),
    ...over,
  } as TrioValues)

describe('two of three', () => {
  // By hand: 3 · 0.01² · 0.99 + 0.01³ = 0.000298; 0.01² = 0.0001.
  it('are down 2.98 times as often as two that were named', () => {
    const { quoted, anyTwo, withShared } = at('any-two')
    expect(quoted).toBeCloseTo(0.0001, 15)
    expect(anyTwo).toBeCloseTo(0.000_298, 15)
    expect(withShared).toBeCloseTo(anyTwo, 15)
  })

  // By hand, β = 0.1: own p = 0.009, 3p²(1 - p) + p³ = 0.000241542; 0.001 + 0.999 · that = 0.001241300458.
  it('are down four times as often as that once a tenth is shared', () => {
    expect(at('a-tenth-shared').withShared).toBeCloseTo(0.001_241_300_458, 14)
  })

  it('are down as often as one server where everything is shared', () => {
    expect(at('all-shared').withShared).toBeCloseTo(0.01, 15)
  })

  // A binomial count of 10,000 with mean m lies within 5 standard deviations of it, but for one draw
  // in some millions.
  it.each(['any-two', 'a-tenth-shared', 'half-shared', 'all-shared', 'worse-servers'])(
    'come in scene %s about as often in the draw as in the sum, whatever the luck',
    (id) => {
      for (let luck = 1; luck <= 20; luck++) {
        const { drawn, withShared, moments } = at(id, { luck })
        const mean = MOMENTS * withShared
        expect(Math.abs(drawn.out - mean)).toBeLessThan(5 * Math.sqrt(mean) + 1)
        expect(drawn.out + drawn.oneDown).toBe(moments.length)
        expect(drawn.namedPair).toBeLessThanOrEqual(drawn.out)
      }
    },
  )

  // By hand: 3 · 0.1² = 3%; 3 · 0.1² · 0.9 + 0.1³ = 2.8%, 2.8 times one pair. All three: 0.1³, ten moments of 10,000.
  it('come to less than three pairs added up, by what those share', () => {
    expect(verdict(at('worse-servers')).text).toMatch(/ 2\.8 times .* Not 3 times: /)
    const alls = Array.from({ length: 20 }, (_, before) =>
      at('worse-servers', { luck: before + 1 }),
    )
    const mean = alls.reduce((sum, { drawn }) => sum + drawn.all, 0) / alls.length
    expect(mean).toBeGreaterThan(6)
    expect(mean).toBeLessThan(14)
  })

  it('say nothing of the difference where the digits do not show it', () => {
    expect(verdict(at('any-two', { down: 0.001 })).text).not.toMatch(/counts once/)
    expect(verdict(at('any-two')).text).toMatch(/2\.98 times .* Not 3 times: .* counts once\.$/)
  })

  it('has one right answer to its question, and it says yes', () => {
    const right = widget.prediction?.options.filter(({ answer }) => answer().startsWith('Yes'))
    expect(right?.map(({ mark }) => Number(mark))).toEqual([expect.closeTo(0.000_298, 12)])
  })

  // By hand: one pair 0.01², any pair 3 × 0.01² - 2 × 0.01³, any server 1 - 0.99³ = 0.029701.
  it('does not give it away by being the only exact one', () => {
    expect(widget.prediction?.options.map(({ label }) => label())).toEqual([
      'about 1 in 10,000',
      'about 1 in 3,400',
      'about 1 in 34',
    ])
  })
})
