import * as fc from 'fast-check'
import { format } from 'prettier'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LONGEST_ADDRESS, readAddress, writeAddress } from '../frame/address.ts'
import type { Widget } from '../frame/contract.ts'
import type { Expression } from '../frame/expression.ts'
import { Formula } from '../frame/Formula.tsx'
import type { Parameter, Schema, Value, Values } from '../frame/parameters.ts'
import { loadWidget, widgetIds } from './registry.ts'

// A figure whose run is long to draw is tried as often as there is time for, and that is hundreds of
// times; all others a thousand.
const RUNS = {
  seed: 20_090_115,
  numRuns: 1000,
  interruptAfterTimeLimit: 20_000,
  markInterruptAsFailure: false,
}

const widgets = await Promise.all(
  widgetIds.map(async (id) => [id, await loadWidget(id)] satisfies [string, Widget]),
)

// --- Values that the schema allows, and addresses that nobody should send. ---

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

const NASTY: readonly string[] = [
  ['NaN', '-NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '1e-999', '-0', '0x10', '1_0'],
  ['', ' ', '1,5', '٣', '½', '１', 'true', 'null', 'undefined', '[object Object]', '{}', '[]'],
  ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%', '%00', '%E0%A4%A', '\u202e'],
  ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&amp;', "'", '0.5\u0000'],
  ['9'.repeat(400), `0.${'1'.repeat(60)}`, '\ud800'],
].flat()

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(...NASTY),
)

const hostileAddress = (schema: Schema): fc.Arbitrary<string> => {
  const key = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(schema), 'scene') },
    { weight: 1, arbitrary: hostileText },
  )
  const pairs = fc.array(fc.tuple(key, hostileText), { maxLength: 12 })
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    pairs.map((all) => all.map(([name, text]) => `${name}=${text}`).join('&')),
    pairs.map((all) => new URLSearchParams(all.map(([name, text]) => [name, text])).toString()),
    pairs.map((all) => `?${all.map(([name, text]) => `${name}=${text}`).join(';')}`),
    fc.integer({ min: 1, max: 100_000 }).map((length) => 'a=1&'.repeat(length)),
  )
}

const isSound = (parameter: Parameter, value: Value | undefined): boolean => {
  switch (parameter.kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(parameter.options, value)
    case 'number':
      return (
        typeof value === 'number' &&
        value >= parameter.minimum &&
        value <= parameter.maximum &&
        (parameter.unit === 'share' || Number.isInteger(value))
      )
  }
}

const unsoundKeys = (schema: Schema, values: Values) => [
  ...Object.keys(schema).filter((key) => {
    const parameter = schema[key]
    return !parameter || !isSound(parameter, values[key])
  }),
  ...Object.keys(values).filter((key) => !Object.hasOwn(schema, key)),
]

// --- What is drawn: everything on it must lie on the picture. ---

interface Extent {
  readonly what: string
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** Every point that a path names, control points among them: the curve lies between them. */
function pointsOf(d: string): [x: number[], y: number[]] {
  const tokens = d.match(/[a-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []
  const [xs, ys]: [number[], number[]] = [[], []]
  let [command, at, x, y, startX, startY] = ['', 0, 0, 0, 0, 0]
  const take = () => {
    const value = Number(tokens[at++])
    if (!Number.isFinite(value)) throw new Error(`no number where ${command} wants one in ${d}`)
    return value
  }
  while (at < tokens.length) {
    const token = tokens[at] ?? ''
    if (/[a-z]/i.test(token)) [command, at] = [token, at + 1]
    const [fromX, fromY] = command === command.toLowerCase() ? [x, y] : [0, 0]
    const kind = command.toLowerCase()
    if (kind === 'z') [x, y] = [startX, startY]
    else if (kind === 'h') x = fromX + take()
    else if (kind === 'v') y = fromY + take()
    else {
      const skipped = { m: 0, l: 0, c: 0, a: 5 }[kind]
      if (skipped === undefined) throw new Error(`a path command not foreseen: ${command}`)
      if (kind === 'c')
        for (let control = 0; control < 2; control++) {
          xs.push(fromX + take())
          ys.push(fromY + take())
        }
      for (let skip = 0; skip < skipped; skip++) take()
      x = fromX + take()
      y = fromY + take()
      if (kind === 'm') [startX, startY] = [x, y]
    }
    xs.push(x)
    ys.push(y)
  }
  return [xs, ys]
}

/** The least width of a letter, in em: exact for the mono face, modest for the sans. */
const LETTER = { mono: 0.57, sans: 0.46 }

function extentsOf(svg: string): readonly Extent[] {
  const shapes = svg.replace(/<defs>.*?<\/defs>/gs, '').matchAll(/<([a-z]+)([^>]*)>([^<]*)/g)
  return [...shapes].flatMap(([what, name = '', attributes = '', content = '']): Extent[] => {
    const found = new Map<string, string>()
    for (const [, key = '', value = ''] of attributes.matchAll(/\s([\w-]+)="([^"]*)"/g))
      found.set(key, value)
    const text = (key: string) => found.get(key)
    const at = (key: string) => Number(text(key) ?? 0)
    switch (name) {
      case 'rect':
        return [
          {
            what,
            x: [at('x'), at('x') + Math.max(0, at('width'))],
            y: [at('y'), at('y') + Math.max(0, at('height'))],
          },
        ]
      case 'circle':
        return [
          {
            what,
            x: [at('cx') - at('r'), at('cx') + at('r')],
            y: [at('cy') - at('r'), at('cy') + at('r')],
          },
        ]
      case 'line':
        return [{ what, x: [at('x1'), at('x2')], y: [at('y1'), at('y2')] }]
      case 'path': {
        const [x, y] = pointsOf(text('d') ?? '')
        return [{ what, x, y }]
      }
      case 'text': {
        const letters = [...content.replace(/&[a-z]+;/g, '&')].length
        const em = Number(text('font-size') ?? 14.5)
        const own = letters * em * (text('class')?.includes('value') ? LETTER.mono : LETTER.sans)
        const width = text('textLength') === undefined ? own : at('textLength')
        const anchor = text('text-anchor')
        const left = at('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
        return [{ what, x: [left, left + width], y: [at('y')] }]
      }
      case 'svg':
      case 'g':
        return []
      default:
        throw new Error(`an element not foreseen: ${what}`)
    }
  })
}

/** How far a mark may stand over the edge of its picture: half of the width of a thin line. */
const EDGE = 1.5

/** What of a figure lies outside the picture that it is drawn in, or has no place at all. */
function outside(markup: string): readonly string[] {
  const pictures = [...markup.matchAll(/<svg viewBox="([^"]*)"[^>]*>.*?<\/svg>/gs)]
  if (pictures.length === 0) return ['no picture']
  return pictures.flatMap(([svg, viewBox = '']) => {
    const [left = NaN, top = NaN, width = NaN, height = NaN] = viewBox.split(' ').map(Number)
    const within = (value: number, from: number, size: number) =>
      value >= from - EDGE && value <= from + size + EDGE
    return extentsOf(svg)
      .filter(
        ({ x, y }) =>
          !x.every((value) => within(value, left, width)) ||
          !y.every((value) => within(value, top, height)),
      )
      .map(({ what }) => `${viewBox}: ${what}`)
  })
}

const wordsOf = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'row':
      return expression.terms.flatMap(wordsOf)
    case 'fraction':
      return [...wordsOf(expression.over), ...wordsOf(expression.under)]
    case 'variable':
      return [expression.symbol, expression.value]
    case 'constant':
      return [expression.text]
    case 'operator':
      return [expression.sign]
  }
}

const UNFIT = /NaN|undefined|Infinity|∞|\[object/

/** Everything wrong with what a widget shows at these values; nothing, one hopes. */
function faults(widget: Widget, values: Values, guess: string | undefined): readonly string[] {
  const view = widget.view(values)
  const markup = renderToStaticMarkup(view.figure(guess))
  const said = [
    view.description,
    view.verdict.text,
    ...view.readings.flatMap(({ label, value, unit, formula }) => [
      label,
      value,
      unit ?? 'none',
      ...(formula ? wordsOf(formula) : []),
    ]),
    ...wordsOf(view.formula),
    markup,
  ]
  return [
    ...said.filter((text) => UNFIT.test(text)),
    ...said.filter((text) => text.trim() === '').map(() => 'an empty text'),
    ...outside(markup),
  ]
}

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
    const known = drawn.get(state) ?? faults(widget, values, guess)
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
    expect(repeated(scenes.map((scene) => scene.label()))).toEqual([])
    expect(repeated(scenes.map(({ values }) => writeAddress(parameters, first, values)))).toEqual(
      [],
    )
    expect(scenes.find((scene) => scene.id === widget.firstScene)?.values).toEqual(first)
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
      const corners = ends.reduce<Values[]>(
        (all, [key, values]) =>
          all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
        [{}],
      )
      const single = scenes.flatMap((scene) =>
        ends.flatMap(([key, values]) => values.map((value) => ({ ...scene.values, [key]: value }))),
      )
      for (const values of [...corners.slice(0, 256), ...single])
        expect(faultsOnce(values, guesses.at(-1)), JSON.stringify(values)).toEqual([])
    },
  )

  it('makes something sound of any address, and never throws', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileAddress(parameters), (search) => {
        const { values, problems } = inScenes(search)
        expect(unsoundKeys(parameters, values)).toEqual([])
        expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
        expect(problems.every((problem) => !('key' in problem) || problem.key.length <= 46)).toBe(
          true,
        )
        expect(faultsOnce(values, undefined)).toEqual([])
      }),
      RUNS,
    )
  })

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
