import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readCited, readGlossary, readModule, readSources } from './read.mjs'

const content = mkdtempSync(path.join(tmpdir(), 'still-flying-content-'))
afterAll(() => rmSync(content, { recursive: true }))

function write(name: string, value: unknown) {
  const file = path.join(content, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof value === 'string' ? value : stringify(value))
  return file
}

const course = {
  title: 'T',
  tagline: 'A tagline',
  description: 'Short.',
  outcomes: [{ id: 'know', text: 'Know', sections: ['one#how'], tasks: ['check:q', 'task:t'] }],
  prerequisites: [],
  parts: [{ id: 'one', title: 'One', summary: 'S', page: 'lesson' }],
}
const book = { title: 'A Book', authors: ['Doe, J.'], year: 1999, where: 'A Press' }

describe('a module', () => {
  it('is read as it is when it is sound', () => {
    write('en/module.yaml', course)
    expect(readModule(content, 'en')).toEqual({
      ...course,
      parts: [{ ...course.parts[0], words: 0, figures: 0, questions: [] }],
    })
  })

  it('counts what there is to read and to do in each of its lessons', () => {
    write('en/module.yaml', course)
    const lesson = write(
      'en/lessons/one.mdx',
      '---\ntitle: T\n---\n\n## How?\n\nFour words of text.\n\n<Widget id="pair" />\n\n<Check id="q" />\n',
    )
    expect(readModule(content, 'en').parts).toEqual([
      { ...course.parts[0], words: 5, figures: 1, questions: ['q'] },
    ])
    rmSync(lesson)
  })

  it.each([
    ['a missing title', { ...course, title: undefined }, /title/],
    ['an empty tagline', { ...course, tagline: '  ' }, /tagline/],
    ['a long description', { ...course, description: 'x'.repeat(156) }, /description/],
    ['no outcome', { ...course, outcomes: [] }, /outcomes/],
    [
      'an outcome with one task',
      {
        ...course,
        outcomes: [{ id: 'know', text: 'Know', sections: ['one#how'], tasks: ['check:q'] }],
      },
      /outcomes\[0\]\.tasks/,
    ],
    [
      'an outcome that is taught nowhere',
      {
        ...course,
        outcomes: [{ id: 'know', text: 'Know', sections: [], tasks: ['check:q', 'task:t'] }],
      },
      /outcomes\[0\]\.sections/,
    ],
    ['no part', { ...course, parts: [] }, /parts/],
    [
      'a part called in capitals',
      { ...course, parts: [{ ...course.parts[0], id: 'One' }] },
      /parts\[0\]\.id/,
    ],
    ['a field that nobody knows', { ...course, colour: 'red' }, /colour/],
  ])('with %s is refused by file and field', (_, value, field) => {
    write('en/module.yaml', value)
    expect(() => readModule(content, 'en')).toThrow(field)
    expect(() => readModule(content, 'en')).toThrow(/en\/module\.yaml/)
  })
})

describe('sources', () => {
  it.each([
    ['no author', { ...book, authors: [] }, /authors/],
    ['a year in words', { ...book, year: 'last year' }, /year/],
    ['half a year', { ...book, year: 1999.5 }, /year/],
    ['an address that is not secure', { ...book, url: 'http://example.org/' }, /url/],
    ['a script for an address', { ...book, url: 'javascript:alert(1)' }, /url/],
    ['a field that nobody knows', { ...book, isbn: '1' }, /isbn/],
  ])('with %s are refused by file, id and field', (_, value, field) => {
    write('sources.yaml', { 'a-book': value })
    expect(() => readSources(content)).toThrow(field)
    expect(() => readSources(content)).toThrow(/sources\.yaml/)
    expect(() => readSources(content)).toThrow(/a-book/)
  })

  it('are found for a widget in the order in which it lists them', () => {
    write('sources.yaml', { one: book, two: { ...book, year: 2001 } })
    const file = write('widget/sources.yaml', ['two', 'one'])
    expect(readCited(content, file).map(({ year }: { year: number }) => year)).toEqual([2001, 1999])
  })

  it.each(['three', 'to-string'])('that a widget lists and nobody has are refused: %s', (id) => {
    write('sources.yaml', { one: book })
    const file = write('widget/sources.yaml', [id])
    expect(() => readCited(content, file)).toThrow(
      new RegExp(`widget/sources\\.yaml: no source "${id}"`),
    )
  })

  it('are not what every object has: "constructor" is no source', () => {
    write('sources.yaml', { one: book })
    const file = write('widget/sources.yaml', ['constructor'])
    expect(() => readCited(content, file)).toThrow(/no source "constructor"/)
  })
})

describe('a glossary', () => {
  it('has a text for every word', () => {
    write('en/glossary.yaml', { coverage: 'How often a handover works.' })
    expect(readGlossary(content, 'en')).toEqual({ coverage: 'How often a handover works.' })
    write('en/glossary.yaml', { coverage: '' })
    expect(() => readGlossary(content, 'en')).toThrow(/en\/glossary\.yaml.*coverage/s)
  })
})
