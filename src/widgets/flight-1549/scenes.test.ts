import { describe, expect, it } from 'vitest'
import { parameters } from './model.ts'
import { scenes } from './scenes.ts'

describe('the scenes', () => {
  it('show every cause once, under its own name, from a quiet day to a design fault', () => {
    expect(scenes.map(({ id }) => id)).toEqual(['nothing', 'one-engine', 'flock', 'one-design'])
    expect(scenes.map(({ values }) => values.cause)).toEqual(Object.keys(parameters.cause.options))
    expect(scenes.every(({ id, values }) => values.cause === id)).toBe(true)
  })
})
