import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
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
})
