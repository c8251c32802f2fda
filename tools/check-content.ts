// The checks of the content that no build makes by itself.
//   node tools/run-ts.mjs tools/check-content.ts
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { bareNumbers } from './content/bare-numbers.mjs'
import { readGlossary, readMisconceptions, readModule, readSources } from './content/read.mjs'
import { misconceptionComplaints } from './content/misconceptions.mjs'
import { readQuestions } from './questions/read-questions.mjs'
import { readOutline } from './content/outline.mjs'
import { isTask } from '../src/implement/task-ids.ts'
import { isMission } from '../src/laboratory/missions/mission-ids.ts'
import { localesOf } from './messages.mjs'

const root = process.cwd()
const content = path.join(root, 'content')
const complaints: string[] = []
const DEPTHS = ['recall', 'apply', 'design']
const LEAST_QUESTIONS = { all: 60, outcome: 6 }
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const sources = readSources(content)

for (const locale of localesOf(root)) {
  const course = readModule(content, locale)
  const lessons = existsSync(path.join(content, locale, 'lessons'))
    ? readdirSync(path.join(content, locale, 'lessons')).map((name) => name.replace('.mdx', ''))
    : []
  if (locale === 'en') readGlossary(content, locale)
  const questions = readQuestions(content, locale)
  for (const complaint of outcomeComplaints(locale, course)) complaints.push(complaint)
  for (const part of course.parts) {
    const written = lessons.includes(part.id)
    if ((part.page === 'lesson') !== written && locale === 'en')
      complaints.push(`${locale}/module.yaml: part ${part.id} says page: ${part.page}`)
  }
  for (const lesson of lessons) {
    const text = readFileSync(path.join(content, locale, 'lessons', `${lesson}.mdx`), 'utf8')
    if (!course.parts.some(({ id }: { id: string }) => id === lesson))
      complaints.push(`${locale}/lessons/${lesson}.mdx is no part of module.yaml`)
    complaints.push(...typedNumbers(`${locale}/lessons/${lesson}.mdx`, text))
    for (const piece of ['<Widget', '<Correction', '<Check'])
      if (!text.includes(piece)) complaints.push(`${locale}/lessons/${lesson}.mdx has no ${piece}>`)
    for (const [, widget, scene] of text.matchAll(/<SceneLink widget="([^"]+)" scene="([^"]+)"/g))
      if (!hasScene(widget ?? '', scene ?? ''))
        complaints.push(
          `${locale}/lessons/${lesson}.mdx links to ${widget}/${scene}: no such scene`,
        )
  }
  const talks = existsSync(path.join(content, locale, 'talks'))
    ? readdirSync(path.join(content, locale, 'talks')).map((name) => name.replace('.mdx', ''))
    : []
  for (const talk of talks) {
    const text = readFileSync(path.join(content, locale, 'talks', `${talk}.mdx`), 'utf8')
    if (!lessons.includes(talk))
      complaints.push(`${locale}/talks/${talk}.mdx is the talk of no lesson`)
    complaints.push(...typedNumbers(`${locale}/talks/${talk}.mdx`, text))
    for (const [, widget, scene] of text.matchAll(/<Slide widget="([^"]+)" scene="([^"]+)"/g))
      if (!hasScene(widget ?? '', scene ?? ''))
        complaints.push(`${locale}/talks/${talk}.mdx shows ${widget}/${scene}: no such scene`)
    for (const [, widget = ''] of text.matchAll(/<Slide ask="([^"]+)"/g))
      if (!read(`src/widgets/${widget}/widget.ts`).includes('prediction'))
        complaints.push(`${locale}/talks/${talk}.mdx asks ${widget}, which has no question`)
    const minutes = [...text.matchAll(/<Slide [^>]*minutes="(\d+)"/g)].reduce(
      (sum, [, each]) => sum + Number(each),
      0,
    )
    if (minutes < 5 || minutes > 12)
      complaints.push(`${locale}/talks/${talk}.mdx takes ${minutes} minutes; about ten are wanted`)
  }
  if (locale === 'en')
    for (const lesson of lessons)
      if (!talks.includes(lesson)) complaints.push(`${locale}/lessons/${lesson}.mdx has no talk`)
  for (const complaint of questionComplaints(locale, course, Object.values(questions)))
    complaints.push(complaint)
  const beliefs = misconceptionComplaints(readMisconceptions(content, locale), questions, {
    scene: hasScene,
    lesson: (id: string) => lessons.includes(id),
  })
  for (const complaint of [...beliefs.wrong, ...beliefs.unasked])
    complaints.push(`${locale}: ${complaint}`)
}

function typedNumbers(file: string, text: string): string[] {
  return bareNumbers(text).map(
    ({ line, number, sentence }) =>
      `${file}:${line}: "${number.trim()}" is typed in (${sentence.slice(0, 80)}…): ` +
      'compute it with <Value>, cite it with <Source> or a note, spell it out, or, if it is wrong, quote it in <Claimed>',
  )
}

interface Course {
  readonly parts: readonly { readonly id: string; readonly page: string }[]
  readonly outcomes: readonly {
    readonly id: string
    readonly text: string
    readonly sections: readonly string[]
    readonly tasks: readonly string[]
  }[]
}

interface Outline {
  readonly sections: readonly string[]
  readonly questions: readonly string[]
}

/** Where an outcome is taught must be a heading, and what there is to do for it must be there. */
function outcomeComplaints(locale: string, course: Course): string[] {
  const outlines = new Map<string, Outline | undefined>(
    course.parts.map((part) => [part.id, readOutline(content, locale, part)]),
  )
  const asked = new Set([...outlines.values()].flatMap((outline) => outline?.questions ?? []))
  const there = {
    check: (id: string) => asked.has(id),
    figure: (id: string) => existsSync(path.join(root, 'src/widgets', id, 'widget.ts')),
    task: isTask,
    mission: isMission,
  }
  return course.outcomes.flatMap(({ text, sections, tasks }) => [
    ...sections
      .filter((address) => {
        const [lesson = '', section = ''] = address.split('#')
        return !outlines.get(lesson)?.sections.includes(section)
      })
      .map(
        (address) => `${locale}/module.yaml: "${text}" is taught in ${address}: no such section`,
      ),
    ...tasks
      .filter((task) => {
        const [kind, id = ''] = task.split(':')
        return !there[kind as keyof typeof there](id)
      })
      .map((task) => `${locale}/module.yaml: "${text}" is tried in ${task}: there is none`),
  ])
}

interface Asked {
  readonly id: string
  readonly outcome: string
  readonly lesson: string
  readonly depth: string
}

/** Every question is about something that the course promises, and every promise is asked about enough. */
function questionComplaints(locale: string, course: Course, questions: readonly Asked[]): string[] {
  const stray = questions.flatMap(({ id, outcome, lesson }) => [
    ...(course.outcomes.some((one) => one.id === outcome)
      ? []
      : [`${locale}: question "${id}" is about "${outcome}": no such outcome in module.yaml`]),
    ...(course.parts.some((part) => part.id === lesson)
      ? []
      : [`${locale}/questions/${lesson}.yaml belongs to no part of module.yaml`]),
  ])
  const thin = course.outcomes.flatMap(({ id }) => {
    const own = questions.filter(({ outcome }) => outcome === id)
    const missing = DEPTHS.filter((depth) => !own.some((one) => one.depth === depth))
    return [
      ...(own.length < LEAST_QUESTIONS.outcome
        ? [`${locale}: outcome "${id}" has ${own.length} questions, not ${LEAST_QUESTIONS.outcome}`]
        : []),
      ...missing.map((depth) => `${locale}: outcome "${id}" has no question of depth ${depth}`),
    ]
  })
  const few =
    questions.length < LEAST_QUESTIONS.all
      ? [`${locale}: ${questions.length} questions, not ${LEAST_QUESTIONS.all}`]
      : []
  return [...stray, ...thin, ...few]
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

function hasScene(widget: string, scene: string): boolean {
  const file = path.join(root, 'src/widgets', widget, 'scenes.ts')
  return existsSync(file) && readFileSync(file, 'utf8').includes(`id: '${scene}'`)
}

// Every `@source` in the code names a reference that exists, and every reference is used.
const everywhere = [...filesBelow(path.join(root, 'src')), ...filesBelow(content)]
  .filter((file) => /\.(ts|tsx|mdx|yaml)$/.test(file) && !file.endsWith('content/sources.yaml'))
  .map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }))
for (const { file, text } of everywhere)
  for (const [, id = ''] of text.matchAll(/^\s*\*\s*@source\s+(\S+)/gm))
    if (!(id in sources)) complaints.push(`${file}: @source ${id} is not in content/sources.yaml`)
for (const id of Object.keys(sources))
  if (!everywhere.some(({ text }) => text.includes(id)))
    complaints.push(`content/sources.yaml: nothing uses "${id}"`)

// The catalogues of one folder have the same messages in every language.
const catalogues =
  everywhere.length > 0
    ? filesBelow(path.join(root, 'src')).filter((file) => /\/messages\/[^/]+\.json$/.test(file))
    : []
for (const file of catalogues.filter((name) => !name.endsWith('/en.json'))) {
  const base: object = JSON.parse(readFileSync(path.join(path.dirname(file), 'en.json'), 'utf8'))
  const own: object = JSON.parse(readFileSync(file, 'utf8'))
  const missing = Object.keys(base).filter((key) => !(key in own))
  const unknown = Object.keys(own).filter((key) => !(key in base))
  for (const key of missing) complaints.push(`${path.relative(root, file)}: no message ${key}`)
  for (const key of unknown) complaints.push(`${path.relative(root, file)}: unknown message ${key}`)
}
// Every message is shown somewhere.
for (const file of catalogues.filter((name) => name.endsWith('/en.json'))) {
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8'))).filter(
    (key) => key !== '$schema',
  )
  for (const key of keys)
    if (!everywhere.some(({ text }) => text.includes(`m.${key}`)))
      complaints.push(`${path.relative(root, file)}: nothing shows ${key}`)
}

for (const complaint of complaints) console.error(complaint)
console.log(complaints.length === 0 ? 'content is sound' : `${complaints.length} complaints`)
process.exitCode = complaints.length === 0 ? 0 : 1
