import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { ARCHITECTURES, ARCHITECTURE_IDS } from '../../systems/hidden-causes/architectures.ts'
import { linesOf } from '../../systems/hidden-causes/architecture.ts'
import { reportOn, systemOf } from '../../systems/hidden-causes/system.ts'
import { data } from './data.ts'
import { describe as told, now, readings, verdict } from './describe.ts'
import { type HiddenValues, hiddenCauses, parameters } from './model.ts'
import { scenes } from './scenes.ts'
import { TEXTS, lineName, thingName } from './words.ts'

const modelOf = (change: Partial<HiddenValues>) =>
  // The edge between the schema and its type, as in the frame.
  hiddenCauses(complete(parameters, change) as HiddenValues)
const said = (change: Partial<HiddenValues>) => verdict(modelOf(change)).text

const causesOf = (id: (typeof ARCHITECTURE_IDS)[number]) =>
  reportOn(systemOf(ARCHITECTURES[id])).singles

describe.each(ARCHITECTURE_IDS)('%s', (id) => {
  const texts = TEXTS[id]
  const lines = linesOf(ARCHITECTURES[id])

  it('has a name for everything in it, and nothing has two or shares one', () => {
    const names = [...systemOf(ARCHITECTURES[id]).things.keys()].map((one) => thingName(id, one))
    expect(new Set(names).size).toBe(names.length)
    for (const line of lines) expect(lineName(id, line)).toBeDefined()
    expect(Object.keys(texts.lines)).toEqual(lines)
    expect(texts.mends).toHaveLength(ARCHITECTURES[id].mends.length)
    for (const name of Object.keys(ARCHITECTURES[id].things))
      expect(texts.things[name]).toBeDefined()
  })

  it('gives nothing away before its reader commits, in words, picture or table', () => {
    const model = modelOf({ architecture: id })
    const shown = [
      texts.name(),
      texts.story(),
      told(model),
      now(model),
      verdict(model).text,
      ...readings(model).flatMap(({ label, value, unit = '' }) => [label, value, unit]),
    ].join(' ')
    for (const cause of causesOf(id)) expect(shown).not.toContain(thingName(id, cause))
    expect(model.opened).toBeUndefined()
    expect(data(model).columns).toHaveLength(3)
    expect(data(model).rows).toHaveLength(lines.length)
    // Nor may one column of the table hold the same words twice where that is the cause.
    const words = causesOf(id).length > 0 ? lines.map((line) => texts.lines[line]?.()) : []
    const { lines: needs } = systemOf(ARCHITECTURES[id])
    const giveaways = lines.filter(
      (line, index) =>
        words.indexOf(words[index]) < index &&
        causesOf(id).some((cause) => JSON.stringify(needs.get(line) ?? '').includes(`"${cause}"`)),
    )
    expect(giveaways).toEqual([])
  })

  it('stays sealed where its reader committed to another', () => {
    for (const committed of ARCHITECTURE_IDS) {
      const { opened } = modelOf({ architecture: id, first: 'a1', second: 'b2', committed })
      expect(opened !== undefined).toBe(committed === id)
    }
  })

  it('offers only its own lines and mends', () => {
    const values = complete(parameters, { architecture: id })
    const offered = Object.entries(parameters.first.options).filter(([, label]) => label(values))
    expect(offered.map(([line]) => line)).toEqual(['none', ...lines])
    expect(
      Object.values(parameters.committed.options).filter((label) => label(values)),
    ).toHaveLength(2)
  })
})

describe('what a reader is told', () => {
  it('opens with everything dark, though there are two of everything', () => {
    const model = modelOf(scenes[0]?.values as Partial<HiddenValues>)
    expect(model.opened?.pulled).toMatchObject({
      thing: 'mill-lane',
      falls: ['a', 'b'],
      serves: false,
    })
    expect(now(model)).toBe('Pulled down: the duct under Mill Lane. The service is dark.')
  })

  it('sees the same duct pulled down again with the mend, and the service stand', () => {
    const model = modelOf(scenes[1]?.values as Partial<HiddenValues>)
    expect(model.opened?.drawn).toMatchObject({
      stays: ['c', 'd', 'e', 'f', 'added'],
      serves: true,
    })
    expect(verdict(model).tone).toBe('works')
  })

  it('learns of a shared thing that ends nothing what falls and what stays', () => {
    const text = said({ architecture: 'names', first: 'a1', second: 'c1', committed: 'names' })
    expect(text).toContain('Both hang on Zone 1')
    expect(text).toContain('API 1, Search 1, and Store 1')
    expect(text).toContain('the service stands')
  })

  it('learns that the same words can be two things', () => {
    const text = said({
      architecture: 'namesakes',
      first: 'a2',
      second: 'b2',
      committed: 'namesakes',
    })
    expect(text).toContain('These two hang on different things')
  })

  it('learns that lines with a spare each share nothing that is lost', () => {
    const text = said({
      architecture: 'namesakes',
      first: 'a3',
      second: 'b3',
      committed: 'namesakes',
    })
    expect(text).toContain('Neither of these hangs on anything that can be lost alone')
  })

  // The picture says by `serves` whether the service stands.
  it.each(ARCHITECTURE_IDS)('is never told otherwise than the picture shows: %s', (id) => {
    const lines = linesOf(ARCHITECTURES[id])
    for (const first of lines)
      for (const second of lines.filter((line) => line !== first)) {
        const model = modelOf({ architecture: id, first, second, committed: id })
        const { text } = verdict(model)
        if (text.includes('the service stands')) expect(model.opened?.pulled?.serves).toBe(true)
        if (text.includes('the service is dark')) expect(model.opened?.pulled?.serves).toBe(false)
      }
  })

  it('is right to leave alone what has no fault, and pays for a mend in vain', () => {
    expect(verdict(modelOf({ architecture: 'namesakes', committed: 'namesakes' }))).toMatchObject({
      tone: 'works',
      text: expect.stringContaining('nothing to find') as string,
    })
    expect(said({ architecture: 'namesakes', committed: 'namesakes', mend: 'one' })).toContain(
      'buys nothing',
    )
  })

  it('is shown what was missed', () => {
    const model = modelOf({ architecture: 'copies', committed: 'copies' })
    expect(verdict(model)).toMatchObject({
      tone: 'fails',
      text: expect.stringContaining('account 4411') as string,
    })
    expect(model.opened?.pulled?.stays).toEqual([])
  })

  it('is told of the second cause, and that half a mend is half', () => {
    const text = said({
      architecture: 'clouds',
      first: 'a3',
      second: 'b3',
      mend: 'two',
      committed: 'clouds',
    })
    expect(text).toContain('not the only one. Enough as well: vault V')
    expect(text).toContain('half of one')
  })

  it.each([
    ['names', 'one', 'changes nothing'],
    ['names', 'four', 'only moves it. Now enough to end the service: the larger forwarder'],
    ['voters', 'one', 'makes it worse'],
    ['voters', 'three', 'another does the same for €3k a year'],
    ['voters', 'four', 'Your mend is sound'],
    ['voters', 'keep', 'it can happen tomorrow'],
  ] as const)('of a mend for %s, %s: it %s', (id, mend, words) => {
    expect(said({ architecture: id, mend, committed: id })).toContain(words)
  })

  it('may pull down any line alone, which is no claim', () => {
    const text = said({ architecture: 'voters', first: 'c3', committed: 'voters' })
    expect(text).toContain('The service is dark')
    expect(text).toContain('A claim needs a second line')
    const note = said({ architecture: 'voters', first: 'd2', committed: 'voters' })
    expect(note).toContain('no single loss takes that away')
    const twice = said({ architecture: 'voters', first: 'c1', second: 'c3', committed: 'voters' })
    expect(twice).toContain('Both lines are of one part')
  })
})
