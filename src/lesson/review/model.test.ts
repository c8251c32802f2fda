// @vitest-environment node
import * as fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { readOutline, slug } from '../../../tools/content/outline.mjs'
import { keepReview, loadReview, REVIEW_KEY } from './kept.ts'
import {
  EMPTY,
  markdownOf,
  parseReview,
  type ReviewAnswers,
  summaryOf,
  withEntry,
} from './model.ts'
import { questions } from './questions.ts'
import { sentencesOf, summaryNow } from './Summary.tsx'

/** A storage as a browser has it, with room for so many keys. */
function storageWith(raw?: string, room = Infinity): Storage {
  const held = new Map<string, string>(raw === undefined ? [] : [[REVIEW_KEY, raw]])
  return {
    get length() {
      return held.size
    },
    clear: () => held.clear(),
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (!held.has(key) && held.size >= room) throw new Error('full')
      held.set(key, value)
    },
  }
}

const some = withEntry(withEntry({ ...EMPTY, service: 'shop' }, 'drill', { answer: 'no' }), 'lag', {
  answer: 'yes',
  note: '2 s, alert at 10 s',
})

describe('what is kept of a review', () => {
  it('comes back as it was', () => {
    const storage = storageWith()
    expect(keepReview(storage, some)).toBe(true)
    expect(loadReview(storage)).toEqual({ answers: some, keeps: true })
  })

  it('keeps entries of questions that are asked no more', () => {
    const old = withEntry(some, 'asked-once', { note: 'dear to me' })
    expect(parseReview(JSON.stringify(old))).toEqual({ answers: old, whole: true })
  })

  it('loses nothing to damage: what can be read is, and the text is set aside', () => {
    const damaged = JSON.stringify({
      service: 7,
      entries: { drill: { answer: 'perhaps', note: 'in May' }, lag: { answer: 'yes', note: '' } },
    })
    const storage = storageWith(damaged)
    const { answers, aside = '', keeps } = loadReview(storage)
    expect(answers.entries['drill']?.note).toBe('in May')
    expect(answers.entries['lag']?.answer).toBe('yes')
    expect(keeps).toBe(true)
    expect(storage.getItem(aside)).toBe(damaged)
  })

  it('is not written over where damage cannot be set aside', () => {
    const storage = storageWith('{"service":', 1)
    expect(loadReview(storage)).toEqual({ answers: EMPTY, keeps: false })
    expect(storage.getItem(REVIEW_KEY)).toBe('{"service":')
  })

  it('is read without a throw, and whole or set aside, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        const storage = storageWith(raw)
        const { aside } = loadReview(storage)
        expect(aside === undefined || storage.getItem(aside) === raw).toBe(true)
        expect(aside !== undefined || parseReview(raw).whole).toBe(true)
      }),
    )
  })
})

describe('what a review comes to', () => {
  it('puts what is to be mended before what is to be found out, each in the order of the questions', () => {
    const answers = withEntry(
      withEntry(withEntry(EMPTY, 'c', { answer: 'no' }), 'a', { answer: 'unknown' }),
      'b',
      { answer: 'no' },
    )
    expect(summaryOf(answers, ['a', 'b', 'c', 'd']).open).toEqual([
      { id: 'b', answer: 'no' },
      { id: 'c', answer: 'no' },
      { id: 'a', answer: 'unknown' },
    ])
  })

  it('counts a yes with a blank note as one without evidence', () => {
    const answers = withEntry(withEntry(EMPTY, 'a', { answer: 'yes', note: ' \n' }), 'b', {
      answer: 'yes',
      note: 'seen in May',
    })
    expect(summaryOf(answers, ['a', 'b', 'c'])).toMatchObject({ yes: 2, answered: 2, bare: 1 })
  })

  it('asks each question under a name of its own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  })
})

describe('the text to take along', () => {
  const words = { title: 'Review', summary: 'Open', said: ['One.'] }
  const lines = [{ id: 'a', question: 'Does it?', answer: 'No' }]

  it('quotes notes line by line, and their signs mean nothing', () => {
    const answers = withEntry({ ...EMPTY, service: 'shop\n# 2' }, 'a', {
      note: '# big\n- <b>x</b>',
    })
    // By hand, after CommonMark's rules of backslash escapes.
    expect(markdownOf(answers, lines, words)).toBe(
      [
        String.raw`# Review: shop \# 2`,
        '## Open',
        'One.',
        '## Does it?',
        '**No**',
        `${String.raw`> \# big`}\n${String.raw`> \- \<b\>x\</b\>`}\n`,
      ].join('\n\n'),
    )
  })

  const noteOf = (note: string) => markdownOf(withEntry(EMPTY, 'a', { note }), lines, words)

  // By hand, after CommonMark: a list, an entity, two underlines of headings, code.
  it.each([
    ['1. first', String.raw`> 1\. first`],
    ['12) twelfth', String.raw`> 12\) twelfth`],
    ['R&amp;D', String.raw`> R\&amp;D`],
    ['big\n===', `> big\n${String.raw`> \===`}`],
    ['big\n---', `> big\n${String.raw`> \---`}`],
    ['one\n    two', '> one\n> two'],
  ])('leaves %j as it was written', (note, expected) => {
    expect(noteOf(note)).toContain(`\n\n${expected}\n`)
  })

  it('is read by a parser of Markdown as the words that were written, whatever they are', () => {
    const parser = unified().use(remarkParse).use(remarkGfm)
    const signs = [...'#=-+*_`~[]()<>|&;!:\\$1.)a \n\t'].concat(['    ', '\n\n', '&amp;', '[^1]'])
    const note = fc
      .array(fc.constantFrom(...signs), { maxLength: 24 })
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() !== '')
    const squeezed = (text: string) => text.replaceAll(/\s+/g, '')
    fc.assert(
      fc.property(note, (text) => {
        const quoted = parser
          .parse(noteOf(text))
          .children.filter(({ type }) => type === 'blockquote')
        expect(quoted).toHaveLength(1)
        expect(squeezed(toString(quoted[0]))).toBe(squeezed(text))
      }),
    )
  })
})

describe('what the review says in the end', () => {
  const allYes = (note: string) =>
    questions.reduce((before, { id }) => withEntry(before, id, { answer: 'yes', note }), EMPTY)
  const last = (answers: ReviewAnswers) => sentencesOf(summaryNow(answers)).at(-1)

  it('calls a yes without a note a belief', () => {
    expect(last(allYes(' '))).toContain('a belief so far')
    expect(last(withEntry(allYes('seen in May'), 'lag', { note: '' }))).toContain('a belief so far')
  })

  it('does not say that nothing is open, since a note may say what is', () => {
    expect(last(allYes('works, but the alert is new'))).toContain('yours to judge')
  })
})

describe('a question of the review', () => {
  const outlineAt = (href: string) => {
    const [lesson = '', section = ''] = href.replace('../', '').split('/#')
    return { outline: readOutline('content', 'en', { id: lesson, page: 'lesson' }), section }
  }

  it.each(questions.map((question) => [question.id, question] as const))(
    'about %s links to a section that exists, by its name',
    (_, { href, section }) => {
      const { outline, section: address } = outlineAt(href)
      expect(outline?.sections).toContain(address)
      expect(slug(section())).toBe(address)
    },
  )
})
