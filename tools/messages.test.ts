import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BASE_LOCALE, localesOf } from './messages.mjs'

const root = mkdtempSync(path.join(tmpdir(), 'still-flying-messages-'))
const program = path.resolve(import.meta.dirname, 'messages.mjs')

function write(name: string, value: unknown) {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
}

const plural = (forms: Readonly<Record<string, string>>) => [
  {
    declarations: ['input count', 'local countPlural = count: plural'],
    selectors: ['countPlural'],
    match: Object.fromEntries(
      Object.entries(forms).map(([form, text]) => [`countPlural=${form}`, text]),
    ),
  },
]

const compile = () => execFileSync(process.execPath, [program], { cwd: root })
const compiledAt = () => statSync(path.join(root, '.build/messages/messages.js')).mtimeMs

/** What the compiled messages say, asked of a program of their own as a page would ask. */
function said(expression: string): unknown {
  const code = `import * as m from './.build/messages/messages.js'
    console.log(JSON.stringify(${expression}))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

beforeAll(() => {
  symlinkSync(path.resolve(import.meta.dirname, '../node_modules'), path.join(root, 'node_modules'))
  write('package.json', { type: 'module' })
  for (const locale of ['uk', 'en'])
    mkdirSync(path.join(root, 'content', locale), { recursive: true })
  write('content/sources.yaml', '{}')
  write('src/app/messages/en.json', {
    app_hello: 'Hello {name}',
    app_only_here: 'Not translated',
    app_found: plural({ one: '{count} place', other: '{count} places' }),
  })
  write('src/app/messages/uk.json', {
    app_hello: 'Вітаю, {name}',
    app_found: plural({
      one: '{count} місце',
      few: '{count} місця',
      many: '{count} місць',
      other: '{count} місця',
    }),
  })
  write('src/widgets/pair/messages/en.json', { pair_title: 'A pair' })
  write('src/widgets/pair/messages/uk.json', { pair_title: 'Пара' })
  compile()
}, 60_000)
afterAll(() => rmSync(root, { recursive: true }))

describe('the languages of the course', () => {
  it('are the folders of its content, the base language first, whatever the alphabet says', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'still-flying-locales-'))
    for (const locale of ['uk', 'de', 'en', 'en-XA'])
      mkdirSync(path.join(other, 'content', locale), { recursive: true })
    writeFileSync(path.join(other, 'content/sources.yaml'), '')
    expect(localesOf(other)).toEqual([BASE_LOCALE, 'de', 'en-XA', 'uk'])
    rmSync(other, { recursive: true })
  })
})

describe('the compiled messages', () => {
  it('come from every folder that has a catalogue, so that a widget brings its own words', () => {
    expect(said(`[m.app_hello({ name: 'you' }), m.pair_title()]`)).toEqual(['Hello you', 'A pair'])
  })

  it('speak each language', () => {
    expect(said(`m.pair_title({}, { locale: 'uk' })`)).toBe('Пара')
  })

  it('fall back on the base language, message by message', () => {
    expect(said(`m.app_only_here({}, { locale: 'uk' })`)).toBe('Not translated')
  })

  // Ukrainian: 1 and 21 are one, 2 and 22 are few, 5 and 11 are many (CLDR).
  it('count as the language does', () => {
    expect(said(`[1, 2].map((count) => m.app_found({ count }))`)).toEqual(['1 place', '2 places'])
    expect(
      said(`[1, 21, 2, 22, 5, 11].map((count) => m.app_found({ count }, { locale: 'uk' }))`),
    ).toEqual(['1 місце', '21 місце', '2 місця', '22 місця', '5 місць', '11 місць'])
  })

  it('are compiled again when a catalogue changes, and only then', { timeout: 60_000 }, () => {
    const before = compiledAt()
    compile()
    expect(compiledAt()).toBe(before)
    write('src/widgets/pair/messages/en.json', { pair_title: 'A couple' })
    compile()
    expect(said('m.pair_title()')).toBe('A couple')
  })

  it('are refused where two catalogues have the same key, with both named', () => {
    write('src/widgets/other/messages/en.json', { pair_title: 'Another' })
    const { status, stderr } = spawnSync(process.execPath, [program], {
      cwd: root,
      encoding: 'utf8',
    })
    rmSync(path.join(root, 'src/widgets/other'), { recursive: true })
    expect(status).not.toBe(0)
    expect(stderr).toContain('pair_title stands twice: in src/widgets/other')
  })
})
