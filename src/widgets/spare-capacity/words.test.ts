import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { bestSpread } from './placement.ts'
import { parameters, spareModel, type SpareValues } from './model.ts'

// The edge between addresses and types, as in the frame: the schema allows every one of these values.
const inState = (values: Partial<SpareValues>) =>
  spareModel(complete(parameters, values) as SpareValues)

describe('the words', () => {
  it.each([
    [{ needed: 1, spare: 2, fill: 0.8, failed: 2 }],
    [{ needed: 1, spare: 2, fill: 0.9, failed: 2 }],
    [{ needed: 2, spare: 1, fill: 0.9, failed: 2 }],
    [{ needed: 1, spare: 0, fill: 0.8, failed: 0 }],
    [{ needed: 1, spare: 0, fill: 0.9, failed: 0 }],
  ])('speak of one server as one: %j', (values) => {
    const { text } = verdict(inState(values))
    expect(text).toMatch(/\bone\b/)
    expect(text).not.toMatch(/\b1 that are\b|\bAll 1\b|each each/)
  })

  it('speak of two as both, and count more', () => {
    expect(verdict(inState({ needed: 2, fill: 0.5, failed: 0 })).text).toMatch(/^Both work/)
    expect(verdict(inState({ needed: 2, fill: 0.9, failed: 0 })).text).toMatch(/^Both work.*allow/)
    expect(verdict(inState({ needed: 3, fill: 0.5, failed: 0 })).text).toMatch(/^All 3 work/)
  })

  // By hand: N servers that are full need one more, whose queue ends; a tenth of six is less than one.
  it('of servers that are all full ask for one more, and of idle ones for few', () => {
    expect(verdict(inState({ needed: 3, fill: 1, failed: 0 })).text).toMatch(
      /queue grows.*could not carry/,
    )
    expect(verdict(inState({ needed: 3, spare: 1, fill: 1, failed: 0 })).text).toMatch(
      /no server to spare.*really needs 4/,
    )
    expect(verdict(inState({ needed: 6, fill: 0.1, failed: 5 })).text).toMatch(
      /one that is left carries the load: 60%.*with 5 missing.*really needs 1/,
    )
  })

  it('say so where more servers are set to be out than there are', () => {
    expect(verdict(inState({ failed: 3 })).text).not.toMatch(/set to be/)
    expect(verdict(inState({ failed: 4 })).text).toMatch(/maintenance: 4; servers that can be: 3/)
  })

  it('are true of every fleet', () => {
    for (const needed of [1, 2, 3, 6])
      for (const spare of [0, 1, 2, 7])
        for (const fill of [0.1, 0.15, 0.5, 0.8, 0.95, 1])
          for (const target of [0.5, 0.8, 1])
            for (const failed of [0, 1, 2, 5, 13])
              for (const serviced of [0, 1, 13])
                for (const [zones, zoneLost] of [
                  [1, false],
                  [1, true],
                  [3, true],
                ] as const) {
                  const model = inState({
                    needed,
                    spare,
                    fill,
                    target,
                    failed,
                    serviced,
                    zones,
                    zoneLost,
                  })
                  const { text } = verdict(model)
                  const [all, left] = [needed + spare, needed + spare - model.out]
                  // Asked of each, by the reader's own rule: the load over those left.
                  const each = (needed * fill) / left
                  expect(text).not.toMatch(/All [012] |NaN|Infinity/)
                  expect(text.includes('Both')).toBe(all === 2 && left === 2 && each < 1 - 1e-9)
                  expect(text.includes('Every server is out')).toBe(left === 0)
                  if (/carr(y|ies) the load:/.test(text)) expect(each).toBeLessThan(target + 1e-9)
                  expect(/queue grows/.test(text)).toBe(left > 0 && each > 1 - 1e-9)
                  expect(/could not carry/.test(text)).toBe(needed * fill > all - 1e-9)
                }
  })
})

describe('the best spread over the zones', () => {
  // By hand for four, of which three are needed: in one zone 0.999 × (0.99⁴ + 4 × 0.99³ × 0.01) =
  // 0.998409; two, one and one 0.999³ × 0.999408 + 2 × 0.001 × 0.999² × 0.99³ = 0.998350.
  it.each([
    [{ needed: 4, spare: 2, fill: 0.9, zones: 3 }, [2, 2, 2]],
    [{ needed: 3, spare: 1, fill: 0.9, zones: 3 }, [4, 0, 0]],
    [{ needed: 3, spare: 3, fill: 0.75, zones: 2 }, [3, 3]],
  ])('of %j is %j', (values, spread) => {
    expect(bestSpread(inState(values))).toEqual(spread)
  })

  it('is none where all the servers are too few', () => {
    expect(bestSpread(inState({ needed: 3, fill: 1, zones: 3 }))).toBeUndefined()
  })
})
