import MiniSearch from 'minisearch'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { searchIndex } from '../../tools/content/search-index.mjs'
import { searchOptions, type Found } from './search-index.ts'

const content = path.resolve(import.meta.dirname, '../../content')
const figures = [{ path: 'en/w/a-figure/', title: 'A figure of zeppelins', text: 'They float.' }]
const build = (locale: string) =>
  MiniSearch.loadJSON<Found>(
    searchIndex(content, locale, 'en', figures, searchOptions),
    searchOptions,
  )
const index = build('en')
const paths = (words: string) => index.search(words).map((found) => String(found['path']))

describe('the search over the course', () => {
  it('finds the section in which coverage is explained, first of all', () => {
    expect(paths('coverage')[0]).toBe(
      'en/lessons/independence/#can-a-second-server-make-things-worse',
    )
  })

  it('finds the geese where they flew', () => {
    expect(paths('geese')).toContain('en/lessons/independence/#what-did-the-geese-leave-working')
  })

  it('finds by the beginning of a word, and forgives a slip', () => {
    expect(paths('indepen').length).toBeGreaterThan(0)
    // Beside it a slip may find other words, and the right one other slips: the first must be the same.
    expect(paths('coverege')[0]).toBe(paths('coverage')[0])
  })

  it('wants every word that is asked for', () => {
    expect(paths('coverage xylophone')).toEqual([])
  })

  it('finds a figure by its title', () => {
    expect(paths('zeppelins')).toEqual(['en/w/a-figure/'])
  })

  it('finds no markup and no code: neither tags nor imports are words of the course', () => {
    for (const word of ['SceneLink', 'betaFactor', 'unreliability', 'falseAlarmsAtHalf'])
      expect(index.search(word, { fuzzy: false, prefix: false }), word).toEqual([])
  })

  it('tells page and heading of what it found', () => {
    expect(index.search('coverage')[0]).toMatchObject({
      page: 'Independence',
      heading: 'Can a second server make things worse?',
    })
  })

  it('leads to addresses in the language that asks, where the text is not translated', () => {
    const [found] = build('uk').search('geese')
    expect(String(found?.['path'])).toMatch(/^uk\//)
  })
})
