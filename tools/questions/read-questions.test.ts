import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { questionModule, readQuestions } from './read-questions.mjs'

const content = mkdtempSync(path.join(tmpdir(), 'still-flying-questions-'))
afterAll(() => rmSync(content, { recursive: true }))

function write(name: string, value: unknown) {
  const file = path.join(content, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof value === 'string' ? value : stringify(value))
  return file
}

const right = { id: 'a', text: 'A', why: 'Because.', correct: true }
const wrong = { id: 'b', text: 'B', why: 'Not so.', misconception: 'not-so' }
const head = { id: 'q', outcome: 'know', aim: 'Know', depth: 'recall', prompt: 'What?' }
const question = { ...head, kind: 'choice', options: [right, wrong] }
const numeric = {
  ...head,
  kind: 'numeric',
  parameters: { n: { of: [3, 5] } },
  prompt: 'Of {n} servers',
  answer: 'n + 1',
  unit: 'number',
  tolerance: { absolute: 0 },
  traps: [],
  otherwise: { why: 'No.', misconception: 'not-so' },
  why: 'It is {n + 1}.',
}

describe('the questions of a language', () => {
  it('are found by id, from all files, each with its part', () => {
    write('uk/questions/one.yaml', [question])
    write('uk/questions/two.yaml', [{ ...question, id: 'r' }])
    expect(readQuestions(content, 'uk')).toEqual({
      q: { ...question, lesson: 'one' },
      r: { ...question, id: 'r', lesson: 'two' },
    })
  })

  it('are none where a language has none', () => {
    expect(readQuestions(content, 'de')).toEqual({})
  })

  it('keep the spaces around the gaps of a text', () => {
    const file = write('it/questions/one.yaml', [
      {
        ...head,
        kind: 'fill',
        text: 'Take [[one]] [[two]], or more.',
        blanks: { one: { options: [right, wrong] }, two: { options: [right, wrong] } },
      },
    ])
    expect(questionModule(file)).toMatch(/\["Take ", \{.*\}, " ", \{.*\}, ", or more\."\]/s)
  })

  it('may not stand twice, even in two files', () => {
    write('fr/questions/one.yaml', [question])
    write('fr/questions/two.yaml', [question])
    expect(() => readQuestions(content, 'fr')).toThrow(/two\.yaml:1.*"q" stands twice/)
  })
})

describe('what an author gets wrong', () => {
  const complaint = (value: unknown): string => {
    const file = write('es/questions/one.yaml', value)
    try {
      questionModule(file)
    } catch (error) {
      if (error instanceof Error) return error.message
    }
    return ''
  }

  it.each([
    ['two right answers', [right, { ...right, id: 'b' }], /exactly one option is correct/],
    ['no right answer', [wrong, { ...wrong, id: 'c' }], /exactly one option is correct/],
    ['one option', [right], /options/],
    ['an option without its own explanation', [right, { ...wrong, why: '' }], /options\.1/],
    [
      'a wrong option that names no misconception',
      [right, { id: 'b', text: 'B', why: 'No.' }],
      /options\.1.*misconception/,
    ],
    ['a right option that names one', [{ ...right, misconception: 'x' }, wrong], /options\.0/],
    // Two options of one id would be one radio button and one stored answer.
    ['two options of one id', [right, { ...wrong, id: 'a' }], /every id here stands once/],
  ])('in the options is refused: %s', (_, options, says) => {
    const text = complaint([{ ...question, options }])
    expect(text).toMatch(says)
    expect(text).toMatch(/es\/questions\/one\.yaml:\d+: question "q"/)
  })

  it('is named with the line on which it stands', () => {
    // By hand: the comment is line 1, the question begins in line 2, the kind stands in line 3.
    expect(complaint('# one\n- id: q\n  kind: essay\n')).toMatch(/one\.yaml:3: .*kind is one of/)
  })

  it('is named with its line also where the file is no YAML', () => {
    expect(complaint('- id: q\n  kind: "choice\n')).toMatch(/one\.yaml:\d+: /)
  })

  it.each([
    ['a name that nobody gave', { answer: 'n + m' }, /"m" in "n \+ m" is neither a parameter/],
    ['a function that is not of the library', { answer: 'fetch(n)' }, /"fetch" is no function/],
    ['a way out of the arithmetic', { answer: 'n.constructor.constructor' }, /constructor/],
    ['a computed way out', { answer: 'n["constructor"]' }, /constructor/],
    ['a function of its own', { answer: '(() => 1)()' }, /may not stand|no function/],
    ['an assignment', { answer: 'n = 4' }, /may not stand/],
    ['a comparison that converts', { answer: 'n == 4' }, /compare with ===/],
    ['two expressions', { answer: 'n + 1; n' }, /goes on after its end/],
    ['half an expression', { answer: 'n +' }, /is no expression/],
    ['a format that there is not', { prompt: '{n|percents}' }, /"percents" is no format/],
    ['a brace that stays open', { prompt: 'Of {n servers' }, /never closed/],
    ['a list with a hole', { answer: '[n, , n][0]' }, /leaves something out/],
    ['a number that is none', { answer: '1e999' }, /"1e999" may not stand/],
    ['a name that is given twice', { given: { n: 3 } }, /n is given twice/],
    ['a word of the language', { given: { class: 3 } }, /class means something else/],
    ['a word of every question', { given: { format: 3 } }, /format means something else/],
    ['the name of a function', { given: { kOfN: 3 } }, /kOfN means something else/],
    ['a range that goes back', { parameters: { n: { from: 5, to: 3, step: 1 } } }, /less to more/],
  ])('in an expression is refused: %s', (_, change, says) => {
    expect(complaint([{ ...numeric, ...change }])).toMatch(says)
  })

  it('is said plainly where there is no list of questions', () => {
    expect(complaint('a: b\n')).toMatch(/^[^"]*one\.yaml:1: [^"]*expected array/)
  })

  it('in a graph is refused: a place beside the axis, an axis without a length, an x of its own', () => {
    const axis = { label: 'L', unit: 'number', from: 0, to: 5 }
    const { traps, otherwise } = numeric
    const graph = {
      ...head,
      kind: 'graph',
      x: axis,
      y: axis,
      at: [1, 5],
      curve: 'x',
      tolerance: 0.1,
    }
    const whole = { ...graph, traps, otherwise, why: 'W' }
    expect(complaint([whole])).toBe('')
    expect(complaint([{ ...whole, at: [1, 6] }])).toMatch(/at: every place .* on the x axis/)
    expect(complaint([{ ...whole, y: { ...axis, to: 0 } }])).toMatch(
      /an axis goes from less to more/,
    )
    expect(complaint([{ ...whole, parameters: { x: { of: [1] } } }])).toMatch(/x is given twice/)
  })

  it('in a grid is refused: a column of which nothing is said', () => {
    const items = [
      { id: 'i', text: 'I', in: 'a', why: 'W', mistakes: { b: { why: 'W', misconception: 'm' } } },
      { id: 'j', text: 'J', in: 'd', why: 'W', mistake: { why: 'W', misconception: 'm' } },
    ]
    const columns = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
    const text = complaint([{ ...head, kind: 'classify', columns, items }])
    expect(text).toMatch(/nothing is said of the column c/)
    expect(text).toMatch(/"d" is no column; there are: a, b, c/)
  })

  it('in an order is refused: steps that break its own rule', () => {
    const steps = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
    const rules = [{ earlier: 'c', later: 'a', why: 'W', misconception: 'm' }]
    expect(complaint([{ ...head, kind: 'order', steps, rules, why: 'W' }])).toMatch(
      /the steps themselves break the rule/,
    )
  })
})
