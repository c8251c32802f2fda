import { csvParseRows } from 'd3-dsv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ankiText, type CardOf, htmlOf } from './anki.ts'
import { SAMPLES } from './sample-questions.ts'

const about = { locale: 'en', deck: 'Still Flying', solution: 'Solution:' }
const question = { id: 'quorums', outcome: 'implement', lesson: 'quorums' }
const cards: readonly CardOf[] = Object.values(SAMPLES).map((laid, seed) => ({
  question: { ...question, id: `quorums-${laid.kind}` },
  seed,
  laid,
}))

/** As Anki reads it: lines above that begin with #, then rows. */
function read(text: string) {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => !line.startsWith('#'))
  return { above: lines.slice(0, first), rows: csvParseRows(lines.slice(first).join('\n')) }
}

describe('a file for Anki', () => {
  it('says what it is, line by line, as Anki’s manual names it', () => {
    expect(read(ankiText(cards, about)).above).toEqual([
      '#separator:Comma',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
    ])
  })

  it('has a row of five fields for each question', () => {
    const { rows } = read(ankiText(cards, about))
    expect(rows).toHaveLength(11)
    for (const row of rows) expect(row).toHaveLength(5)
    expect(rows[0]).toEqual([
      'still-flying-en-quorums-choice-0',
      'Still Flying',
      '<p>What comes first?</p><p>A. Pull the plug</p><p>B. Run <code>kubectl drain</code></p>',
      '<p>B. Run <code>kubectl drain</code>. It moves the pods.</p><hr><p>Solution:</p><p>Two of three is a majority.</p>',
      'still-flying lesson::quorums outcome::implement',
    ])
  })

  it('gives a card the same id each time, and each variant one of its own', () => {
    const guids = (seed: number) =>
      read(
        ankiText(
          cards.map((card) => ({ ...card, seed })),
          about,
        ),
      ).rows.map(([guid]) => guid)
    expect(guids(3)).toEqual(guids(3))
    expect(new Set([...guids(3), ...guids(4)]).size).toBe(22)
  })

  it('comes back whole, and begins no field as a formula, whatever the texts are', () => {
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@SUM(A1)',
        '\t=1',
        '#deck:x',
        '",\n"',
        '<script>',
        '{{c1::x}}',
        '\\(x\\)',
      ),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (prompt, solution, deck) => {
        const laid = { ...SAMPLES.free, prompt, solution: [solution], model: prompt }
        const { rows } = read(ankiText([{ question, seed: 1, laid }], { ...about, deck }))
        expect(rows).toHaveLength(1)
        for (const field of rows[0] ?? []) expect(field).not.toMatch(/^[=+\-@\t\r#]|^$/)
        const [, , front, back] = rows[0] ?? []
        for (const field of [front, back]) {
          expect(field).not.toMatch(/<(?!\/?(p|code|br|hr)>)/)
          expect(field).not.toMatch(/\{\{|\[|\\/)
        }
      }),
    )
  })

  it('writes code as code and nothing else as HTML', () => {
    expect(htmlOf('a < b & `x > y`\nnext')).toBe('a &lt; b &amp; <code>x &gt; y</code><br>next')
  })
})
