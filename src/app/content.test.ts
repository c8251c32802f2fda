import { describe, expect, it } from 'vitest'
import { lessonIds, loadModule, loadText, locales, translated } from './content.ts'

const load = (name: string) => () => Promise.resolve(name)
const files = {
  '../../content/en/overview.mdx': load('english'),
  '../../content/uk/overview.mdx': load('ukrainian'),
  '../../content/en/lessons/a.mdx': load('english a'),
}

describe('translated', () => {
  it('takes the page in the language of the reader', async () => {
    const found = translated(files, 'uk', 'overview.mdx')
    expect(await found.load?.()).toBe('ukrainian')
    expect([found.source, found.fallback]).toEqual(['../../content/uk/overview.mdx', false])
  })

  it('falls back on the base language page by page, and says so', async () => {
    const found = translated(files, 'uk', 'lessons/a.mdx')
    expect(await found.load?.()).toBe('english a')
    expect([found.source, found.fallback]).toEqual(['../../content/en/lessons/a.mdx', true])
  })

  it('does not call the base language a fallback', () => {
    expect(translated(files, 'en', 'overview.mdx').fallback).toBe(false)
  })

  it('finds nothing, and no fallback, where no language has the page', () => {
    expect(translated(files, 'uk', 'lessons/b.mdx')).toMatchObject({
      load: undefined,
      fallback: false,
    })
  })

  it('finds no page called as something that every object has', () => {
    expect(translated({}, 'en', 'toString').load).toBeUndefined()
  })
})

describe('the course as it stands', () => {
  it('begins with the base language, and names each language once', () => {
    expect(locales[0]).toBe('en')
    expect(new Set(locales).size).toBe(locales.length)
  })

  it('has a part in its module for every lesson', async () => {
    const course = await loadModule('en')
    expect(lessonIds).toContain('independence')
    const written = course.parts.filter((part) => part.page === 'lesson').map((part) => part.id)
    expect([...lessonIds].sort()).toEqual([...written].sort())
  })

  it(
    'loads a lesson with its question, its outline and its source',
    { timeout: 30_000 },
    async () => {
      const found = await loadText('uk', { kind: 'lesson', lesson: 'independence' })
      expect(found?.source).toBe('content/en/lessons/independence.mdx')
      expect(found?.fallback).toBe(true)
      expect(found?.text.frontmatter.title).toBe('Independence')
      expect(found?.text.outline.widgets).toContain('redundancy-paradox')
    },
  )

  it('has no text for a figure or for a lesson that is not there', async () => {
    expect(await loadText('en', { kind: 'widgets' })).toBeUndefined()
    expect(await loadText('en', { kind: 'lesson', lesson: 'nowhere' })).toBeUndefined()
  })
})
