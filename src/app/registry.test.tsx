import * as fc from 'fast-check'
import { format } from 'prettier'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LONGEST_ADDRESS, readAddress, writeAddress } from '../frame/address.ts'
import type { Widget } from '../frame/contract.ts'
import { faults, isSound, outside, tableFaults, unsoundKeys } from './figure-faults.ts'
import { Formula } from '../frame/Formula.tsx'
import type { Parameter, Schema, Value, Values } from '../frame/parameters.ts'
import { loadWidget, widgetIds } from './registry.ts'

// A figure whose run is long to draw is tried as often as there is time for, and that is hundreds of
// times; all others a thousand.
const RUNS = {
  seed: 20_090_115,
  numRuns: 1000,
  interruptAfterTimeLimit: 3000,
  markInterruptAsFailure: false,
}

const widgets = await Promise.all(
  widgetIds.map(async (id) => [id, await loadWidget(id)] satisfies [string, Widget]),
)

// --- Values that the schema allows. ---

const valueOf = (parameter: Parameter): fc.Arbitrary<Value> => {
  switch (parameter.kind) {
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(parameter.options))
    case 'number': {
      const { minimum, maximum, stops, unit } = parameter
      const near = (maximum - minimum) * 1e-12
      return fc.oneof(
        fc.constantFrom(minimum, maximum),
        fc.constantFrom(...stops),
        unit === 'count'
          ? fc.integer({ min: minimum, max: maximum })
          : fc.oneof(
              fc.double({ min: minimum, max: maximum, noNaN: true }),
              fc.constantFrom(minimum + near, maximum - near),
            ),
      )
    }
  }
}

const valuesOf = (schema: Schema): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, valueOf(each)])), {
    noNullPrototype: true,
  })

const repeated = (items: readonly string[]) =>
  items.filter((item, index) => items.indexOf(item) !== index)

// --- The check that finds what is planted, before it is believed. ---

describe('the check of a picture', () => {
  const picture = (inner: string) => `<svg viewBox="0 0 100 50">${inner}</svg>`

  it.each([
    '<rect x="60" y="0" width="50" height="10"/>',
    '<circle cx="50" cy="48" r="6"/>',
    '<line x1="0" x2="100" y1="0" y2="60"/>',
    '<path d="M10 10l50 0m45 0l1 1"/>',
    '<path d="M10,10C20,10,30,-30,40,10"/>',
    '<text x="90" y="20">far too long</text>',
    '<text x="10" y="20" text-anchor="end">too long</text>',
    '<text x="NaN" y="20">a</text>',
  ])('finds what lies outside: %s', (mark) => {
    expect(outside(picture(mark))).toHaveLength(1)
  })

  it.each([
    '<rect x="50" y="0" width="50" height="50"/>',
    '<path d="M95 45a4.6 4.6 0 0 0 0 4z"/>',
    '<path d="M10 10l80 0m-80 0l80 30"/>',
    '<text x="95" y="20" text-anchor="end">fits well</text>',
    '<defs><pattern id="a"><rect x="900" width="6" height="6"/></pattern></defs>',
  ])('lets what lies inside be: %s', (mark) => {
    expect(outside(picture(mark))).toEqual([])
  })

  it('notices a figure that draws nothing, and a path without numbers', () => {
    expect(outside('<div></div>')).toEqual(['no picture'])
    expect(() => outside(picture('<path d="MNaN,10L20,20"/>'))).toThrow(/not foreseen|no number/)
  })
})

describe('the check of a table', () => {
  it.each([
    [['a', 'a'], [[1, 2]]],
    [['a', ' '], [[1, 2]]],
    [['a', 'b'], [[1]]],
    [['a', 'b'], [[1, NaN]]],
    [['a', 'b'], [['x', 'undefined']]],
    [['a', 'b'], []],
  ])('finds what is wrong with %j over %j', (columns, rows) => {
    expect(tableFaults({ columns, rows })).toHaveLength(1)
  })

  it('lets a sound one be', () => {
    expect(tableFaults({ columns: ['a', 'b'], rows: [['', -1]] })).toEqual([])
  })
})

describe('the registry', () => {
  it('knows the widgets of the first lesson', () => {
    expect(widgetIds).toEqual(expect.arrayContaining(['flight-1549', 'redundancy-paradox']))
  })
  it('refuses an id that no folder has', async () => {
    await expect(loadWidget('no-such-widget')).rejects.toThrow(RangeError)
    await expect(loadWidget('../app')).rejects.toThrow(RangeError)
  })
})

describe.each(widgets)('widget %s', (id, widget) => {
  const { parameters, scenes, first } = widget
  const guesses = [undefined, ...(widget.prediction?.options.map((option) => option.id) ?? [])]
  // A state that comes again, as most hostile addresses mean the first one, is not drawn again.
  const drawn = new Map<string, readonly string[]>()
  const faultsOnce = (values: Values, guess: string | undefined) => {
    const state = JSON.stringify([values, guess])
    const known = drawn.get(state) ?? faults(widget.view(values), guess)
    drawn.set(state, known)
    return known
  }
  const inScenes = (search: string) => readAddress(parameters, scenes, first, search)

  it('is called as its folder is', () => {
    expect(widget.id).toBe(id)
  })

  it('says what it is, what it shows and what it leaves out', () => {
    const texts = [widget.title(), ...widget.caption(), ...widget.assumptions()]
    expect(widget.assumptions().length).toBeGreaterThan(0)
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(repeated(texts)).toEqual([])
    const labels = Object.values(parameters).map((parameter) => parameter.label())
    expect(labels.filter((text) => text.trim() === '')).toEqual([])
    expect(repeated(labels)).toEqual([])
  })

  it('has scenes that differ in name, words and state, and opens on one of them', () => {
    expect(scenes.length).toBeGreaterThan(1)
    expect(repeated(scenes.map((scene) => scene.id))).toEqual([])
    // In addresses of projected windows `ask` is the figure’s question.
    expect(scenes.map((scene) => scene.id)).not.toContain('ask')
    expect(repeated(scenes.map((scene) => scene.label()))).toEqual([])
    expect(repeated(scenes.map(({ values }) => writeAddress(parameters, first, values)))).toEqual(
      [],
    )
    expect(scenes.find((scene) => scene.id === widget.firstScene)?.values).toEqual(first)
  })

  it('hands out what it plots, in every state', { timeout: 60_000 }, () => {
    for (const { values } of scenes) expect(tableFaults(widget.view(values).data())).toEqual([])
    fc.assert(
      fc.property(valuesOf(parameters), (values) => {
        expect(tableFaults(widget.view(values).data())).toEqual([])
      }),
      { ...RUNS, numRuns: 50 },
    )
  })

  it('has sound scenes, defaults and stops', () => {
    for (const scene of scenes) expect(unsoundKeys(parameters, scene.values), scene.id).toEqual([])
    for (const [key, parameter] of Object.entries(parameters)) {
      expect(isSound(parameter, parameter.default), key).toBe(true)
      if (parameter.kind !== 'number') continue
      expect(parameter.stops.at(0), key).toBe(parameter.minimum)
      expect(parameter.stops.at(-1), key).toBe(parameter.maximum)
      const rising = parameter.stops.every(
        (stop, at, all) => at === 0 || stop > (all[at - 1] ?? stop),
      )
      expect(rising, key).toBe(true)
      if (parameter.needs !== undefined) expect(parameters[parameter.needs]?.kind).toBe('flag')
    }
  })

  it(
    'shows every sound state without a fault, inside its picture, and brings it back by address',
    { timeout: 300_000 },
    () => {
      fc.assert(
        fc.property(valuesOf(parameters), fc.constantFrom(...guesses), (values, guess) => {
          expect(faultsOnce(values, guess)).toEqual([])
          const address = writeAddress(parameters, first, values)
          expect(address.length).toBeLessThanOrEqual(LONGEST_ADDRESS)
          expect(inScenes(address)).toEqual({ values, problems: [] })
        }),
        RUNS,
      )
    },
  )

  it(
    'shows the ends of every parameter, one at a time and all together',
    { timeout: 300_000 },
    () => {
      const ends = Object.entries(parameters).map(([key, parameter]): [string, Value[]] => [
        key,
        parameter.kind === 'number'
          ? [parameter.minimum, parameter.maximum]
          : parameter.kind === 'flag'
            ? [false, true]
            : Object.keys(parameter.options),
      ])
      // A whole run takes as long as hundreds of sliders: from its first scene alone, and fewer corners.
      const [froms, most] = widget.running ? [[first], 32] : [scenes.map((one) => one.values), 256]
      const single = froms.flatMap((from) =>
        ends.flatMap(([key, values]) => values.map((value) => ({ ...from, [key]: value }))),
      )
      const corners = ends.reduce((count, [, values]) => count * values.length, 1)
      /** The digits of a number, each in a base of its own, choose an end of each parameter. */
      const corner = (number: number): Values => {
        let left = number
        return Object.fromEntries(
          ends.map(([key, values]) => {
            const value = values[left % values.length] ?? ''
            left = Math.floor(left / values.length)
            return [key, value]
          }),
        )
      }
      const some = Array.from({ length: Math.min(most, corners) }, (_, index) =>
        corner(Math.floor((index * corners) / Math.min(most, corners))),
      )
      for (const values of [...some, ...single])
        expect(faultsOnce(values, guesses.at(-1)), JSON.stringify(values)).toEqual([])
    },
  )

  it.each(scenes.map((scene) => scene.id))('draws scene %s as it was reviewed', async (name) => {
    const { values } = inScenes(`scene=${name}`)
    const view = widget.view(values)
    const rounded = renderToStaticMarkup(
      <figure>
        {view.figure(undefined)}
        <figcaption>
          <p>{view.description}</p>
          <dl>
            {view.readings.map((reading) => (
              <div key={reading.id}>
                <dt>{reading.label}</dt>
                <dd>
                  {reading.value} {reading.unit}
                </dd>
              </div>
            ))}
          </dl>
          <Formula expression={view.formula} />
        </figcaption>
      </figure>,
    )
      // Neither the third decimal nor the name that a style sheet gave a class is reviewed.
      .replaceAll(/\b_(\w+?)_[0-9a-f]{6}\b/g, '$1')
      .replaceAll(/-?\d+\.\d{2,}(?=[^<>]*>)/g, (long) => String(Number(Number(long).toFixed(1))))
    const page = await format(`<!doctype html><meta charset="utf-8" />${rounded}`, {
      parser: 'html',
      printWidth: 100,
    })
    await expect(page).toMatchFileSnapshot(`../widgets/${id}/snapshots/${name}.html`)
  })
})
