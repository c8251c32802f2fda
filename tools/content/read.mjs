// Reads what is taught, by schema. A wrong file stops the build with its name and the field.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readOutline } from './outline.mjs'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

/** What a reader will be able to do, where it is taught, and what there is to do for it. */
const Outcome = z.strictObject({
  /** What questions name it by. */
  id: slug,
  text,
  sections: z
    .array(
      z.string().regex(/^[a-z0-9-]+#[\p{L}\p{N}-]+$/u, 'a lesson, #, and the address of a heading'),
    )
    .min(1),
  tasks: z
    .array(
      z
        .string()
        .regex(
          /^(check|figure|task|mission):[a-z0-9-]+$/,
          'check:…, figure:…, task:… or mission:…',
        ),
    )
    .min(2, {
      message: 'an outcome needs two things to do for it, or nobody can tell that they reached it',
    }),
})

const Module = z.strictObject({
  title: text,
  tagline: text,
  description: text.max(155),
  outcomes: z.array(Outcome).min(1),
  prerequisites: z.array(text),
  parts: z
    .array(
      z.strictObject({
        id: slug,
        title: text,
        summary: text,
        page: z.enum(['lesson', 'practice']),
      }),
    )
    .min(1),
})

const Source = z.strictObject({
  title: text,
  authors: z.array(text).min(1),
  year: z.number().int(),
  where: text,
  url: z.url({ protocol: /^https$/ }).optional(),
  note: text.optional(),
})

export const Frontmatter = z.strictObject({
  title: text,
  question: text,
  lead: text,
  description: text.max(155),
})

/** What a wrong answer may rest on, what is so instead, and where it is shown and taught. */
export const Misconception = z.strictObject({
  /** As somebody would say it who believes it. */
  belief: text,
  truth: text,
  widget: slug,
  /** The state of that widget which shows what is so. */
  scene: slug,
  /** The part that teaches it. */
  lesson: slug,
})

export const TalkFrontmatter = z.strictObject({ title: text, description: text.max(155) })

function read(schema, file) {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path.relative(process.cwd(), file)}: ${z.prettifyError(result.error)}`)
}

/** The course as its map has it; each part with what there is to read and to do in it. */
export function readModule(content, locale) {
  const course = read(Module, path.join(content, locale, 'module.yaml'))
  return {
    ...course,
    parts: course.parts.map((part) => {
      const outline = readOutline(content, locale, part)
      const { words = 0, figures = [], questions = [] } = outline ?? {}
      return { ...part, words, figures: figures.length, questions }
    }),
  }
}

export const readSources = (content) =>
  read(z.record(slug, Source), path.join(content, 'sources.yaml'))

/** The references behind the ids that a widget lists in its own sources.yaml. */
export function readCited(content, file) {
  const known = readSources(content)
  return read(z.array(slug), file).map((id) => {
    if (!Object.hasOwn(known, id))
      throw new Error(`${path.relative(process.cwd(), file)}: no source "${id}"`)
    return known[id]
  })
}

/** Every term of a language with its definition; a language may have none yet. */
export function readGlossary(content, locale) {
  const file = path.join(content, locale, 'glossary.yaml')
  return existsSync(file) ? read(z.record(text, text), file) : {}
}

/** Every misconception of a language by its id; a language may have none yet. */
export function readMisconceptions(content, locale) {
  const file = path.join(content, locale, 'misconceptions.yaml')
  return existsSync(file) ? read(z.record(slug, Misconception), file) : {}
}
