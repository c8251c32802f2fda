// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { misconceptionComplaints } from './misconceptions.mjs'
import { readMisconceptions } from './read.mjs'

const content = mkdtempSync(path.join(tmpdir(), 'still-flying-misconceptions-'))
afterAll(() => rmSync(content, { recursive: true }))

const entry = { belief: 'B.', truth: 'T.', widget: 'w', scene: 's', lesson: 'one' }
const there = {
  scene: (widget: string, scene: string) => widget === 'w' && scene === 's',
  lesson: (id: string) => id === 'one',
}
const questions = {
  q: {
    id: 'q',
    options: [{ misconception: 'geese-take-turns' }],
    otherwise: { misconception: 'a' },
  },
}

describe('the list of misconceptions', () => {
  it('is read by id, and is empty where there is none', () => {
    expect(readMisconceptions(content, 'uk')).toEqual({})
    mkdirSync(path.join(content, 'en'))
    writeFileSync(path.join(content, 'en/misconceptions.yaml'), stringify({ a: entry }))
    expect(readMisconceptions(content, 'en')).toEqual({ a: entry })
  })

  it('is refused where a truth is missing', () => {
    writeFileSync(
      path.join(content, 'en/misconceptions.yaml'),
      stringify({ a: { ...entry, truth: ' ' } }),
    )
    expect(() => readMisconceptions(content, 'en')).toThrow(/truth/)
  })

  it('is sound when every one is shown, taught, and asked about', () => {
    expect(
      misconceptionComplaints({ a: entry, 'geese-take-turns': entry }, questions, there),
    ).toEqual({ wrong: [], unasked: [] })
  })

  it('has what a question rests on, wherever in the question that stands', () => {
    expect(misconceptionComplaints({ a: entry }, questions, there).wrong).toEqual([
      'question "q" rests on "geese-take-turns": no such misconception',
    ])
    expect(misconceptionComplaints({ 'geese-take-turns': entry }, questions, there).wrong).toEqual([
      'question "q" rests on "a": no such misconception',
    ])
  })

  it('has what a diagram rests on, which names two for all of its parts', () => {
    const diagram = { q: { id: 'q', kind: 'diagram', overlooked: 'a', imagined: 'lost' } }
    expect(misconceptionComplaints({ a: entry }, diagram, there)).toEqual({
      wrong: ['question "q" rests on "lost": no such misconception'],
      unasked: [],
    })
  })

  it('names scenes and lessons that exist', () => {
    const lost = { ...entry, scene: 'x', lesson: 'two' }
    expect(misconceptionComplaints({ a: lost }, {}, there).wrong).toEqual([
      'misconception "a" is shown in w/x: no such scene',
      'misconception "a" is taught in "two": no such lesson',
    ])
  })

  it('is in the order of the alphabet, and says what nobody asks about', () => {
    const { wrong, unasked } = misconceptionComplaints({ b: entry, a: entry }, questions, there)
    expect(wrong).toContain('misconception "a" is not in the order of the alphabet')
    expect(unasked).toEqual(['no question asks about the misconception "b"'])
  })
})
