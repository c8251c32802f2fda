import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullPath, pathOf, placeOf, rootFrom, type Place, type Route } from './routes.ts'

const locales = ['en', 'uk', 'en-XA']
const RUNS = { seed: 20_090_115, numRuns: 1000 }

const routes: readonly Route[] = [
  { kind: 'overview' },
  { kind: 'lesson', lesson: 'independence' },
  { kind: 'widgets' },
  { kind: 'widget', widget: 'redundancy-paradox' },
  { kind: 'present', widget: 'redundancy-paradox' },
  { kind: 'present', widget: 'redundancy-paradox', scene: 'a-alone' },
  { kind: 'talk', lesson: 'independence' },
  { kind: 'console', of: { kind: 'present', widget: 'redundancy-paradox' } },
  { kind: 'console', of: { kind: 'talk', lesson: 'independence' } },
  { kind: 'embed', widget: 'redundancy-paradox' },
]
const places: readonly Place[] = [
  ...locales.flatMap((locale) => routes.map((route) => ({ locale, neutral: false, route }))),
  ...routes.map((route) => ({ locale: 'en', neutral: true, route })),
]

describe('a path', () => {
  it.each([
    ['', { locale: 'en', neutral: true, route: { kind: 'overview' } }],
    ['uk/', { locale: 'uk', neutral: false, route: { kind: 'overview' } }],
    ['uk', { locale: 'uk', neutral: false, route: { kind: 'overview' } }],
    ['en/lessons/a-1/', { locale: 'en', neutral: false, route: { kind: 'lesson', lesson: 'a-1' } }],
    ['w/pair', { locale: 'en', neutral: true, route: { kind: 'widget', widget: 'pair' } }],
    ['en/widgets/index.html', { locale: 'en', neutral: false, route: { kind: 'widgets' } }],
    ['index.html', { locale: 'en', neutral: true, route: { kind: 'overview' } }],
    ['de/', { locale: 'en', neutral: true, route: { kind: 'missing' } }],
  ] satisfies [string, Place][])('%j leads where it says', (path, place) => {
    expect(placeOf(path, locales)).toEqual(place)
  })

  it('of every page leads back to that page', () => {
    for (const place of places) expect(placeOf(fullPath(place), locales)).toEqual(place)
  })

  it('is another for every page', () => {
    const paths = places.map(fullPath)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it.each([
    'lessons',
    'en/lessons/',
    'en/lessons/a/b/',
    'en/widgets/more/',
    'en/uk/',
    'w/..%2f..',
    'w/__proto__/',
    'lessons/UPPER/',
    'present/',
    'present/pair/a/b/',
    'present/pair/__proto__/',
    'console/',
    'console/pair/',
    'console/present/pair/a/',
    'console/lessons/a/',
    'talks/a/b/',
    'embed/a/b/',
    `w/${'x'.repeat(65)}/`,
    'en/lessons/<script>/',
    '404.html',
  ])('%j is no page', (path) => {
    expect(placeOf(path, locales).route).toEqual({ kind: 'missing' })
  })

  it('names a folder by its index.html, and nothing else by a name that only ends so', () => {
    expect(placeOf('lessons/pairindex.html', locales).route).toEqual({ kind: 'missing' })
  })

  it('may be anything at all: what comes out is a page in a language that there is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'en',
        'w',
        'present',
        'console',
        'talks',
        'embed',
        'lessons',
        '..',
        '',
        '%2e%2e',
        'widgets',
        '__proto__',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const place = placeOf(pieces.join('/'), locales)
        expect(locales).toContain(place.locale)
        const path = fullPath(place)
        expect(path).toMatch(/^[a-zA-Z0-9/.-]*$/)
        expect(path).not.toMatch(/\.\.|\/\/|^\//)
        // What was no page has the address of the page that says so.
        if (place.route.kind !== 'missing') expect(placeOf(path, locales)).toEqual(place)
      }),
      RUNS,
    )
  })

  it('falls back on English when no language is known at all', () => {
    expect(placeOf('', []).locale).toBe('en')
  })
})

describe('the way back to the folder of the course', () => {
  it.each([
    ['', './'],
    ['404.html', './'],
    ['widgets/', '../'],
    ['en/widgets/', '../../'],
    ['en/lessons/independence/', '../../../'],
  ])('from %j is %s', (path, root) => {
    expect(rootFrom(path)).toBe(root)
  })

  it('is right wherever the course is published, from every page', () => {
    for (const base of ['https://example.org/', 'https://example.org/a/sub/folder/'])
      for (const path of places.map(fullPath))
        expect(new URL(rootFrom(path), base + path).href).toBe(base)
  })

  it('needs no language for an address that is shared', () => {
    expect(pathOf({ kind: 'widget', widget: 'pair' })).toBe('w/pair/')
    expect(pathOf({ kind: 'overview' })).toBe('')
  })
})
