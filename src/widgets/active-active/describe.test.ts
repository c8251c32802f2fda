import { describe, expect, it } from 'vitest'
import { FIRST_COURSE } from '../../frame/course.ts'
import { complete } from '../../frame/parameters.ts'
import { readings, verdict } from './describe.ts'
import { timeline } from './events.ts'
import { loadLabels } from './load-labels.ts'
import { activeActive, type PairValues, parameters } from './model.ts'

const modelOf = (change: Partial<PairValues> = {}) =>
  // The edge between the schema and its type, as in the frame.
  activeActive(complete(parameters, change) as PairValues, FIRST_COURSE)
const said = (change: Partial<PairValues>) => verdict(modelOf(change))

// The numbers are those that model.test.ts has by hand.
describe('the verdict', () => {
  it('grants active-active nothing for free: both notice after 2.5 s', () => {
    expect(said({})).toEqual({
      tone: 'neutral',
      text: expect.stringMatching(/2\.5 s.*2 requests.*12 requests/),
    })
  })

  it('praises a drain only where there was room for it', () => {
    expect(said({ happening: 'drained' })).toMatchObject({
      tone: 'works',
      text: expect.stringContaining('5 s'),
    })
    expect(said({ happening: 'drained', promoteMs: 0 }).text).not.toContain(' s ')
    expect(said({ happening: 'drained', load: 160 }).tone).toBe('fails')
  })

  it('says how much too much the survivors get, and that one server never carried it', () => {
    const { tone, text } = said({ happening: 'crash', load: 160 })
    expect(tone).toBe('fails')
    expect(text).toMatch(/160%.*0\.6 requests.*single working server/)
    // Three at two thirds each: exactly full, not too full.
    expect(said({ happening: 'crash', load: 200, active: 3 }).text).not.toContain('too many')
    expect(said({ happening: 'crash', load: 100 }).text).not.toContain('single working server')
  })

  it('names lost answers, and the balancer that neither has a spare for', () => {
    expect(said({ happening: 'crash', lagMs: 3000 }).text).toContain('3 requests')
    expect(said({ happening: 'balancer' })).toMatchObject({
      tone: 'fails',
      text: expect.stringContaining('5 s'),
    })
  })
})

describe('the readings', () => {
  it('count what is usable and what is idle, and hold the run against the arithmetic', () => {
    const shown = Object.fromEntries(
      readings(modelOf({ active: 4, load: 150 })).map(({ id, value, unit }) => [
        id,
        `${value} ${unit ?? ''}`,
      ]),
    )
    expect(shown).toMatchObject({ usable: '3 of 4', idle: '1 of 2' })
    // 150% over three.
    expect(shown['survivor']).toMatch(/^50% run: (49|50|51)%$/)
  })

  it('show no load of survivors where no server was missing', () => {
    const survivor = readings(modelOf({ happening: 'balancer' })).find(
      ({ id }) => id === 'survivor',
    )
    expect(survivor).not.toHaveProperty('unit')
  })
})

describe('what is written on the rows', () => {
  it('is the load before, with one gone, and after', () => {
    const { active } = modelOf({ happening: 'drained' })
    const [a, b] = active.lives
    const words = (life: typeof a) =>
      life ? loadLabels(life, a?.spells ?? [], 25_000, (ms) => ms).map((label) => label.words) : []
    expect(words(a)).toEqual(['50%'])
    expect(words(b)).toEqual(['50%', '100%', '50%'])
  })
})

describe('the event table', () => {
  it('is in the order of time, says whose event it is, and ends with the picture', () => {
    const { entries, lengthMs } = timeline(modelOf())
    const times = entries.map(({ atMs }) => atMs)
    expect(times).toEqual(times.toSorted((first, second) => first - second))
    expect(Math.max(...times)).toBeLessThanOrEqual(lengthMs)
    expect(entries.at(0)).toEqual({ atMs: 5001, text: 'One waits: A stops answering.' })
    expect(entries.map(({ text }) => text)).toContain(
      'All work: A gets nothing more: it is taken for dead.',
    )
  })
})
