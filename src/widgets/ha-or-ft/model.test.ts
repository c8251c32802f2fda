import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { DESIGN_NAMES, readings, verdict } from './describe.ts'
import { FEEDBACK } from './feedback.ts'
import {
  DESIGNS,
  designOf,
  either,
  type EitherValues,
  FACTS,
  parameters,
  SYSTEMS,
  WORKED,
} from './model.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (over: Partial<EitherValues>) =>
  either({ ...complete(parameters, {}), ...over } as EitherValues)

describe('the design that a system needs', () => {
  // As the certification rules, the makers of payment interfaces and of pacemakers have it.
  it.each([
    ['blog', 'recover'],
    ['bank', 'fast'],
    ['flight', 'mask'],
    ['checkout', 'fast'],
    ['pacemaker', 'safe'],
  ] as const)('%s: %s', (system, design) => {
    expect(designOf(FACTS[system])).toBe(design)
    expect(at({ system }).design).toBe(design)
  })

  it('is found from the reader’s own answers where the system is theirs alone', () => {
    const own = { pause: 'expensive', repeat: 'no', safeState: true } as const
    expect(at({ system: 'yours', ...own }).design).toBe('mask')
    expect(at({ system: 'blog', ...own }).design).toBe('recover')
  })

  it('is cheaper once a request can be made again under a key', () => {
    expect(designOf({ pause: 'expensive', repeat: 'no', safeState: false })).toBe('mask')
    expect(designOf({ pause: 'expensive', repeat: 'key', safeState: false })).toBe('fast')
  })
})

describe('what is said of an answer', () => {
  it.each(SYSTEMS)('about %s says yes to the right one alone, and differs for each', (system) => {
    const texts = DESIGNS.map((said) => FEEDBACK[system][said]())
    expect(new Set(texts).size).toBe(DESIGNS.length)
    for (const said of DESIGNS) {
      const right = said === designOf(FACTS[system])
      expect(FEEDBACK[system][said]().startsWith('Yes.')).toBe(right)
      expect(verdict(at({ system, [system]: said })).tone).toBe(right ? 'works' : 'fails')
    }
  })

  it('is nothing before there is an answer, and the picture does not give it away', () => {
    for (const system of SYSTEMS.filter((id) => id !== WORKED)) {
      const model = at({ system })
      expect(model.asked).toBe(true)
      const shown = [verdict(model).text, ...readings(model).map(({ value }) => value)].join(' ')
      expect(shown).not.toContain(DESIGN_NAMES[model.design]())
    }
    expect(at({ system: WORKED }).asked).toBe(false)
    expect(verdict(at({ system: 'bank' })).tone).toBe('neutral')
    expect(verdict(at({ system: 'yours', blog: 'mask' })).tone).toBe('neutral')
  })

  it('puts a system into its place once there is an answer, and leaves it there', () => {
    expect(at({ system: 'blog' }).classified).toEqual([WORKED])
    expect(at({ system: 'blog', bank: 'mask' }).classified).toEqual(['bank', WORKED])
    expect(at({ system: 'blog', bank: 'mask' }).asked).toBe(true)
  })

  it('stays with the system that it was given about, and out of the way of the others', () => {
    for (const about of SYSTEMS)
      for (const system of SYSTEMS) {
        const model = at({ system, [about]: 'mask' })
        expect(model.said).toBe(system === about ? 'mask' : undefined)
        expect(parameters[about].only).toEqual({ choice: 'system', is: [about], hides: true })
      }
  })
})
