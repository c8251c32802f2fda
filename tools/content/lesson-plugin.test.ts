import { compile, evaluate, type EvaluateOptions } from '@mdx-js/mdx'
import rehypeMathML from '@daiji256/rehype-mathml'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lessonPlugin } from './lesson-plugin.mjs'
import { slug } from './outline.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-lesson-'))
const lesson = path.join(folder, 'content/en/lessons/one.mdx')

beforeAll(() => {
  mkdirSync(path.join(folder, 'content/en/lessons'), { recursive: true })
  mkdirSync(path.join(folder, 'content/en/questions'), { recursive: true })
  writeFileSync(
    path.join(folder, 'content/sources.yaml'),
    "a-book:\n  title: 'A Book'\n  authors: ['Doe, J.']\n  year: 1999\n  where: 'A Press'\n" +
      "unused:\n  title: 'Unread'\n  authors: ['Roe, R.']\n  year: 2001\n  where: 'A Press'\n",
  )
  writeFileSync(
    path.join(folder, 'content/en/misconceptions.yaml'),
    'few:\n  belief: Few.\n  truth: Many.\n  widget: pair\n  scene: flock\n  lesson: one\n',
  )
  writeFileSync(path.join(folder, 'content/en/glossary.yaml'), 'flock: Many birds at once.\n')
  writeFileSync(
    path.join(folder, 'content/en/questions/one.yaml'),
    '- id: geese\n  outcome: count\n  aim: Count\n  depth: recall\n  kind: choice\n  prompt: How many?\n  options:\n' +
      '    - { id: one, text: One, why: Too few., misconception: few }\n' +
      '    - { id: many, text: Many, why: A flock., correct: true }\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const front = '---\ntitle: One\nquestion: One?\nlead: A lead.\ndescription: Short.\n---\n\n'

/** Every piece that a text may use, as an element that shows how it was used. */
const piece =
  (name: string) =>
  ({ children, ...rest }: { readonly children?: ReactNode }) =>
    createElement(name, rest, children)
const names = [
  [
    'Check',
    'Cite',
    'Claimed',
    'Correction',
    'CourseMap',
    'Noted',
    'NotedMargin',
    'NotedText',
    'NoteMark',
  ],
  ['DidYouKnow', 'Footnote', 'Footnotes', 'Notes', 'Say', 'Sidenote', 'SortButton', 'Source'],
  ['Static', 'Table', 'Term', 'Value', 'Widget'],
].flat()
const components = Object.fromEntries(names.map((name) => [name, piece(`x-${name.toLowerCase()}`)]))

const remarkPlugins = (filled: boolean): NonNullable<EvaluateOptions['remarkPlugins']> => [
  remarkFrontmatter,
  remarkMdxFrontmatter,
  remarkGfm,
  remarkMath,
  [lessonPlugin, { filled }],
]

async function built(text: string, { filled = true, file = lesson, head = front } = {}) {
  const module = await evaluate(
    { value: head + text, path: file },
    { ...runtime, remarkPlugins: remarkPlugins(filled) },
  )
  const html = renderToStaticMarkup(createElement(module.default, { components }))
  return {
    html: html.replaceAll('\n', ''),
    outline: module['outline'],
    slides: module['slides'],
  }
}

describe('headings', () => {
  it('get an address each, and sections are listed by theirs', async () => {
    const { html, outline } = await built('## What *now*?\n\nText.\n\n### Deeper\n\n## Et voilà!\n')
    expect(html).toContain('<h2 id="what-now">')
    expect(html).toContain('<h3 id="deeper">')
    expect(outline).toMatchObject({
      sections: [
        { id: 'what-now', title: 'What now?' },
        { id: 'et-voila', title: 'Et voilà!' },
      ],
    })
  })

  it('may not stand twice: two of one address stop the build', async () => {
    await expect(built('## Again\n\nText.\n\n## Again!\n')).rejects.toThrow(/two headings "Again!"/)
  })

  // Where a third-level heading comes first, an address would lead to it instead of the section.
  it('may not stand twice on different levels either', async () => {
    await expect(built('### Again\n\nText.\n\n## Again\n')).rejects.toThrow(/two headings/)
  })

  it.each([
    ['What did the geese leave working?', 'what-did-the-geese-leave-working'],
    ['N+M & capacity', 'n-m-capacity'],
    ['  Brière’s law ', 'briere-s-law'],
    ['Чому впав вузол?', 'чому-впав-вузол'],
  ])('%j has the address %s', (title, address) => {
    expect(slug(title)).toBe(address)
  })
})

describe('footnotes', () => {
  it('become notes in the margin beside their paragraph, numbered as they come', async () => {
    const { html } = await built(
      'First.[^b] More.[^a]\n\nSecond.\n\n[^a]: Note *A*.\n\n[^b]: Note B.\n',
    )
    expect(html).toMatch(
      /<x-noted><x-notedtext><p>First\.<x-notemark number="1"><\/x-notemark> More\.<x-notemark number="2">/,
    )
    expect(html).toMatch(
      /<x-notedmargin><x-sidenote number="1"><p>Note B\.<\/p><\/x-sidenote><x-sidenote number="2"><p>Note <em>A<\/em>\./,
    )
  })

  it('stand once more at the foot, in their order, for paper', async () => {
    const { html } = await built('One.[^b] Two.[^a]\n\n[^a]: A.\n\n[^b]: B.\n')
    expect(html).toMatch(
      /<x-footnotes><x-footnote number="1"><p>B\.<\/p><\/x-footnote><x-footnote number="2"><p>A\./,
    )
  })

  it('leave a paragraph without one as it is', async () => {
    const { html } = await built('Plain.\n\n## Then\n\nNoted.[^n]\n\n[^n]: A note.\n')
    expect(html).toMatch(/^<x-static n="0"><p>Plain\.<\/p><h2/)
    expect(html.match(/<x-noted>/g)).toHaveLength(1)
  })

  // How far a note reaches is for the browser to see: the next paragraph is no part of this one.
  it('stand beside their own paragraph alone, however long they are', async () => {
    const long = 'A long note. '.repeat(40)
    const { html } = await built(`One.[^a]\n\nTwo.\n\n[^a]: ${long}\n`)
    expect(html).toMatch(/<x-notedtext><p>One\.[^/]*<\/x-notemark><\/p><\/x-notedtext>/)
    expect(html).toMatch(/<\/x-noted><p>Two\.<\/p>/)
  })

  it('stop the build when one is called for that is not there, or stands there uncalled', async () => {
    await expect(built('Text.\n\n[^lost]: Nobody asks.\n')).rejects.toThrow(/never used: lost/)
    await expect(built('A.[^a] B.[^a]\n\n[^a]: Once only.\n')).rejects.toThrow(/no note for/)
  })

  // By hand: six lines of head and an empty one, then the text; the reference is in its fourth line.
  it.each(['Correction', 'DidYouKnow'])(
    'stop the build inside a %s, and the message says where',
    async (name) => {
      await expect(
        built(`Text.\n\n<${name}>\n  Wrong.[^a]\n</${name}>\n\n[^a]: A note.\n`),
      ).rejects.toThrow(new RegExp(`one\\.mdx:11: the note \\[\\^a\\] stands in a <${name}>`))
    },
  )

  it('may cite a source, which then belongs to the lesson', async () => {
    const { outline } = await built('Text.[^a]\n\n[^a]: See <Cite id="a-book" />.\n')
    expect(outline).toHaveProperty('sources.a-book.title', 'A Book')
  })
})

describe('a correction', () => {
  it('stands in the margin of the paragraph before it', async () => {
    const { html } = await built('Right.\n\n<Correction>\n  Wrong elsewhere.\n</Correction>\n')
    expect(html).toMatch(
      /<x-notedtext><p>Right\.<\/p><\/x-notedtext><x-notedmargin><x-correction>.*Wrong elsewhere/,
    )
  })
})

describe('ids', () => {
  it('bring along what they name, and nothing else', async () => {
    const { outline } = await built(
      '<Cite id="a-book" /> and <Cite id="a-book" />.\n\n<Check id="geese" />\n',
    )
    expect(outline).toMatchObject({ sources: { 'a-book': { year: 1999 } } })
    expect(JSON.stringify(outline)).not.toContain('Unread')
    expect(outline).toHaveProperty('questions.geese.prompt', 'How many?')
  })

  it('bring to a wrong answer alone the scene that shows its misconception', async () => {
    const { outline } = await built('<Check id="geese" />\n')
    expect(outline).toMatchObject({
      questions: { geese: { options: [{ shown: { widget: 'pair', scene: 'flock' } }, {}] } },
    })
    expect(outline).not.toHaveProperty('questions.geese.options.1.shown')
  })

  it.each([
    ['<Cite id="nobody" />', /no source "nobody"/],
    ['<Check id="ducks" />', /no question "ducks"/],
    ['<Cite id="toString" />', /no source "toString"/],
    ['<Widget />', /<Widget> needs an id/],
    ['<Cite id={"a-" + "book"} />', /<Cite> needs an id in quotes/],
  ])('that name nothing stop the build: %s', async (text, message) => {
    await expect(built(`${text}\n`)).rejects.toThrow(message)
  })
})

describe('figures', () => {
  it('are numbered as they come, and named in the outline once each', async () => {
    const { html, outline } = await built(
      '<Widget id="pair" scene="a" />\n\nText.\n\n<Widget id="flight" />\n\n<Widget id="pair" />\n',
    )
    expect(
      [...html.matchAll(/<x-widget id="(\w+)"[^>]*number="(\d)"/g)].map(([, ...all]) => all),
    ).toEqual([
      ['pair', '1'],
      ['flight', '2'],
      ['pair', '3'],
    ])
    expect(outline).toHaveProperty('widgets', ['pair', 'flight'])
  })
})

describe('runs of text that nobody operates', () => {
  const text =
    'Before.\n\n<Widget id="pair" />\n\nBetween.\n\nStill between.\n\n<Check id="geese" />\n\nAfter <Cite id="a-book" />.\n'

  it('are filled while prerendering, each under its number', async () => {
    const { html } = await built(text)
    expect(html).toMatch(/^<x-static n="0"><p>Before\.<\/p><\/x-static><x-widget/)
    expect(html).toContain('<x-static n="1"><p>Between.</p><p>Still between.</p></x-static>')
    expect(html).toMatch(
      /<x-static n="2"><p>After <x-cite id="a-book"><\/x-cite>\.<\/p><\/x-static>$/,
    )
  })

  it('are empty in a browser, with the same numbers, and what is operated stays', async () => {
    const { html, outline } = await built(text, { filled: false })
    expect(html).not.toMatch(/Before|Between|After/)
    expect(html.replaceAll(/ id="[^"]*"| number="\d"/g, '')).toBe(
      '<x-static n="0"></x-static><x-widget></x-widget><x-static n="1"></x-static><x-check></x-check><x-static n="2"></x-static>',
    )
    // Citations are in the prerendered text; the question is still asked.
    expect(outline).toMatchObject({ sources: {}, questions: { geese: {} }, widgets: ['pair'] })
  })

  it('compute nothing in a browser: what the text imports and exports stays out', async () => {
    const code = String(
      await compile(
        { value: `${front}export const heavy = 1 + 1\n\nIt is {heavy}.\n`, path: lesson },
        { remarkPlugins: remarkPlugins(false) },
      ),
    )
    expect(code).not.toContain('heavy')
    expect(code).toContain('export const outline')
    expect(code).toContain('export const frontmatter')
  })
})

describe('the length of a text', () => {
  it('is counted in words: five here, of which one is in a heading', async () => {
    const { outline } = await built('## Heading\n\nFour words of text.\n')
    expect(outline).toHaveProperty('words', 5)
  })
})

describe('the head of a lesson', () => {
  it.each([
    ['', /one\.mdx/],
    ['---\ntitle: One\n---\n\n', /one\.mdx.*question/s],
    [front.replace('Short.', 'x'.repeat(156)), /description/],
    [front.replace('title: One', 'title: One\nauthor: me'), /author/],
  ])('%j stops the build with the name of the file or the field', async (head, message) => {
    await expect(built('Text.\n', { head })).rejects.toThrow(message)
  })
})

describe('a text that is no lesson', () => {
  it('finds its sources from where it stands', async () => {
    const file = path.join(folder, 'content/en/overview.mdx')
    const { outline } = await built('<Cite id="a-book" />\n', { file })
    expect(outline).toHaveProperty('sources.a-book.year', 1999)
  })
})

describe('a table', () => {
  const table = (attributes: string) =>
    built(`<Table ${attributes}>\n\n| Kind | Cost |\n| --- | --- |\n| RAID | 2 |\n\n</Table>\n`)

  it('has headings of columns and of rows, and the name of its column on every cell', async () => {
    const { html } = await table('caption="Kinds"')
    expect(html).toContain('<th role="columnheader" scope="col">Cost</th>')
    expect(html).toContain('<th role="rowheader" data-column="Kind" scope="row">RAID</th>')
    expect(html).toContain('<td role="cell" data-column="Cost">2</td>')
  })

  it('has a button on each heading only where it can be sorted', async () => {
    const { html } = await table('caption="Kinds" sortable')
    expect(html).toContain('<x-sortbutton column="Cost">Cost</x-sortbutton>')
    expect((await table('caption="Kinds"')).html).not.toContain('x-sortbutton')
  })

  it('marks a column of which every cell is one amount, and no other', async () => {
    const { html } = await built(
      '<Table caption="Bills">\n\n| Item | Cost | Time | Note |\n| --- | --- | --- | --- |\n' +
        '| Help | <Value of={1} as="money" /> | <Value of={1} as="hours" /> | <Value of={1} as="money" /> a year |\n' +
        '| Fine | <Value of={2} as="money" /> | <Value of={2} as="hours" /> | none |\n\n</Table>\n',
    )
    // By hand: the head of Cost and its two cells.
    expect(html.match(/data-amount/g)).toHaveLength(3)
    expect(html).toMatch(/<th [^>]*data-amount=""[^>]*>Cost<\/th>/)
    expect(html).toMatch(/<td [^>]*data-column="Cost" data-amount=""><x-value/)
  })

  it('stops the build without a caption, and where there is none', async () => {
    await expect(table('sortable')).rejects.toThrow(/caption/)
    await expect(built('<Table caption="Kinds">\n\nWords.\n\n</Table>\n')).rejects.toThrow(
      /needs a table/,
    )
  })
})

describe('a term', () => {
  it('takes its definition from the glossary, and has a place of its own each time', async () => {
    const { html, outline } = await built(
      'A <Term id="flock">flock</Term> and <Term id="flock">flocks</Term>.\n',
    )
    expect(outline).toMatchObject({ terms: { flock: 'Many birds at once.' } })
    expect(html).toContain('place="term-1"')
    expect(html).toContain('place="term-2"')
  })

  it('holds on to the sign behind it, so that no line begins with a full stop', async () => {
    const { html } = await built(
      'A <Term id="flock">flock</Term>. No <Term id="flock">flock</Term> of.\n',
    )
    expect(html).toContain('</x-term>\u2060. No')
    expect(html).toContain('</x-term> of.')
  })

  it('stops the build where the glossary has no such term', async () => {
    await expect(built('A <Term id="herd">herd</Term>.\n')).rejects.toThrow(/no term .* "herd"/)
  })
})

describe('a number from elsewhere', () => {
  it('puts its source on the list of the lesson', async () => {
    const { outline } = await built('<Source id="a-book">155</Source> people.\n')
    expect(outline).toHaveProperty('sources.a-book.year', 1999)
  })
})

describe('the course as it stands', () => {
  const content = path.resolve('content/en')
  const texts = [
    'overview.mdx',
    ...readdirSync(path.join(content, 'lessons')).map((name) => `lessons/${name}`),
  ]
  it.each(texts)('compiles %s, filled and empty', { timeout: 60_000 }, async (name) => {
    const file = path.join(content, name)
    const lengths: number[] = []
    for (const filled of [true, false]) {
      const code = String(
        await compile(
          { value: readFileSync(file, 'utf8'), path: file },
          { remarkPlugins: remarkPlugins(filled), rehypePlugins: [rehypeMathML] },
        ),
      )
      expect(code).toContain('export const outline')
      expect(code).toMatch(/_jsxs?\(Static/)
      lengths.push(code.length)
    }
    // The text is the better part of a text.
    expect(lengths[1]).toBeLessThan((lengths[0] ?? 0) / 2)
  })
})

describe('a talk', () => {
  const head = '---\ntitle: Talk\ndescription: Short.\n---\n\n'
  const file = path.join(folder, 'content/en/talks/one.mdx')
  const talk = (text: string) => built(text, { file, head })
  const slide =
    '<Slide widget="pair" scene="both" minutes="2">\nSaid.\n\n<Notes>\nNoted.\n\n</Notes>\n</Slide>\n'

  it('becomes its slides, and for each what is said and what is noted', async () => {
    const { html, slides } = await talk(
      `<Slide ask="pair" minutes="1">\nAsked.\n</Slide>\n\n${slide}`,
    )
    expect(slides).toEqual([
      { minutes: 1, slide: { kind: 'ask', widget: 'pair' } },
      { minutes: 2, slide: { kind: 'scene', widget: 'pair', scene: 'both' } },
    ])
    expect(html).toContain(
      '<x-say n="1"><p>Said.</p></x-say><x-notes n="1"><p>Noted.</p></x-notes>',
    )
  })

  it.each([
    ['', /at least one/],
    ['Text.\n', /made of <Slide>s alone/],
    ['<Slide widget="pair" scene="both">\nSaid.\n</Slide>\n', /needs its minutes/],
    ['<Slide widget="pair" minutes="1">\nSaid.\n</Slide>\n', /a widget and a scene, or asks/],
    ['<Slide ask="pair" scene="both" minutes="1">\nSaid.\n</Slide>\n', /or asks/],
    ['<Slide ask="pair" minutes="1">\n<Notes>\nNoted.\n\n</Notes>\n</Slide>\n', /says nothing/],
  ])('stops the build where it is none: %j', async (text, message) => {
    await expect(talk(text)).rejects.toThrow(message)
  })
})
