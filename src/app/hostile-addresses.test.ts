import * as fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LONGEST_ADDRESS } from '../frame/address.ts'
import type { Widget } from '../frame/contract.ts'
import { MOST_DEEDS, MOST_SEED } from '../frame/course.ts'
import { readState, shareQuery, writeState } from '../frame/state.ts'
import { faults, unsoundKeys } from './figure-faults.ts'
import { loadWidget, widgetIds } from './registry.ts'

const widgets = await Promise.all(
  widgetIds.map(async (id) => [id, await loadWidget(id)] satisfies [string, Widget]),
)

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

/** What a deed might be done to: what there is, and what there is not. */
const target = fc.oneof(
  fc.constantFrom(
    '1',
    '12',
    'a',
    'b',
    's1',
    's2-s3',
    's9',
    '__proto__',
    'constructor',
    'a--b',
    '-',
  ),
  fc.stringMatching(/^[a-z0-9-]{1,14}$/),
)

/** Addresses that nobody should send, each with few pairs: damage is seldom everywhere at once. */
function hostileAddress({
  parameters,
  scenes,
  actions = [],
  targeted,
}: Widget): fc.Arbitrary<string> {
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(parameters), 'scene', 'v') },
    { weight: 2, arbitrary: fc.constantFrom('seed', 'at', 'do') },
    { weight: 1, arbitrary: hostileText },
  )
  const deed = fc
    .tuple(
      fc.constantFrom(0, 1, 5000, 1e9, 1e12),
      fc.oneof(
        fc.constantFrom(...actions.map(({ id }) => id), 'x'),
        ...targeted.map(({ id }) => target.map((one) => `${id}-${one}`)),
      ),
    )
    .map(([at, action]) => `${at}-${action}`)
  const text = fc.oneof(
    { weight: 6, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constantFrom(...scenes.map(({ id }) => id), '0', '1', '2', '0.5') },
    { weight: 1, arbitrary: fc.array(deed, { maxLength: 3 }).map((deeds) => deeds.join('_')) },
  )
  const pairs = fc.array(fc.tuple(key, text), { maxLength: 6 })
  return fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 4,
      arbitrary: pairs.map((all) => all.map(([name, value]) => `${name}=${value}`).join('&')),
    },
    {
      weight: 6,
      arbitrary: pairs.map(
        (all) => `?${new URLSearchParams(all.map(([...pair]) => pair)).toString()}`,
      ),
    },
    { weight: 1, arbitrary: fc.nat(2000).map((length) => 'a=1&'.repeat(length)) },
  )
}

const ADDRESSES = 10_000
/** So many different states are drawn, of a figure that runs fewer; of those that come later the values are checked. */
const MOST_DRAWN = { running: 120, still: 400 }

describe.each(widgets)('%s', (_, widget) => {
  it(
    `makes something sound of ${ADDRESSES} addresses, and never throws`,
    { timeout: 300_000 },
    () => {
      // A state that comes again, as most hostile addresses mean the first one, is not drawn again.
      const drawn = new Map<string, readonly string[]>()
      const most = widget.running ? MOST_DRAWN.running : MOST_DRAWN.still
      const property = fc.property(hostileAddress(widget), (search) => {
        const { values, course, problems } = readState(widget, search)
        const state = JSON.stringify([values, course.seed, course.deeds])
        if (!drawn.has(state) && drawn.size >= most)
          drawn.set(state, unsoundKeys(widget.parameters, values))
        if (!drawn.has(state)) {
          const view = widget.view(values, course)
          const markup = renderToStaticMarkup(view.figure(undefined))
          drawn.set(state, [
            ...unsoundKeys(widget.parameters, values),
            ...faults(view),
            ...(/<script|<img|onerror|javascript:/i.test(markup + view.description)
              ? ['markup']
              : []),
          ])
        }
        const keys = problems.map((problem) => ('key' in problem ? problem.key : ''))
        return (
          drawn.get(state)?.length === 0 &&
          Object.getPrototypeOf(values) === Object.prototype &&
          course.seed <= MOST_SEED &&
          course.deeds.length <= MOST_DEEDS &&
          keys.every((key) => key.length <= 46)
        )
      })
      fc.assert(property, { seed: 20_090_115, numRuns: ADDRESSES })
    },
  )

  it('has addresses of at most 2,000 characters, with room for where it is published', () => {
    const longest = Object.fromEntries(
      Object.entries(widget.parameters).map(([key, parameter]) => [
        key,
        parameter.kind === 'flag'
          ? !parameter.default
          : parameter.kind === 'choice'
            ? (Object.keys(parameter.options).toSorted((a, b) => b.length - a.length)[0] ?? '')
            : parameter.unit === 'count'
              ? parameter.maximum
              : // Seventeen digits, as long as a number gets.
                parameter.minimum + (parameter.maximum - parameter.minimum) / 3,
      ]),
    )
    const action = [
      ...(widget.actions ?? []).map(({ id }) => id),
      ...widget.targeted.map(({ id }) => `${id}-${'9'.repeat(12)}`),
    ].toSorted((a, b) => b.length - a.length)[0]
    const deeds =
      action === undefined
        ? []
        : Array.from({ length: MOST_DEEDS }, (_unused, index) => ({
            atMs: 900_000_000 + index,
            action,
          }))
    const state = {
      values: longest,
      course: { seed: MOST_SEED, deeds, ...(widget.running ? { atMs: 999_999_999 } : {}) },
    }
    const query = shareQuery(widget, state)
    expect(query.length).toBeLessThanOrEqual(LONGEST_ADDRESS - 200)
    expect(writeState(widget, readState(widget, query))).toBe(writeState(widget, state))
    expect(readState(widget, query).problems).toEqual([])
  })

  it('opens what a later version wrote as far as it can, and says so', () => {
    expect(readState(widget, 'v=1').problems).toEqual([])
    expect(readState(widget, 'v=2').problems).toEqual([{ kind: 'newer' }])
    expect(readState(widget, 'v=<b>').problems).toEqual([{ kind: 'unknown', key: 'v' }])
  })
})
