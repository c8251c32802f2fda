import { renderToStaticMarkup } from 'react-dom/server'
import type { DataTable, View } from '../frame/contract.ts'
import type { Expression } from '../frame/expression.ts'
import type { Parameter, Schema, Value, Values } from '../frame/parameters.ts'

/** Whether a schema allows a value. */
export const isSound = (parameter: Parameter, value: Value | undefined): boolean => {
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

export const unsoundKeys = (schema: Schema, values: Values) => [
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
export function outside(markup: string): readonly string[] {
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

/** Everything wrong with a table that a reader takes along. */
export function tableFaults({ columns, rows }: DataTable): readonly string[] {
  const unfit = (cell: string | number) =>
    typeof cell === 'number' ? !Number.isFinite(cell) : UNFIT.test(cell)
  return [
    ...columns.filter((name, index) => name.trim() === '' || columns.indexOf(name) !== index),
    ...(rows.length === 0 ? ['no row'] : []),
    ...rows.filter((row) => row.length !== columns.length).map((row) => `${row.length} cells`),
    ...rows.flatMap((row) => row.filter(unfit).map(String)),
  ]
}

/** Everything wrong with what a widget shows in a state; nothing, one hopes. */
export function faults(view: View, guess?: string): readonly string[] {
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
