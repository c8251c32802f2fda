// The questions of a language, checked by schema, with file and line for whoever wrote them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, isNode, parseDocument } from 'yaml'
import { moduleCode } from './compile.mjs'
import { Questions } from './schema.mjs'

/** The line of the innermost thing on the way to what a complaint is about. */
function lineOf(document, lines, way) {
  for (let length = way.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(way.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The deepest complaints of a union: those of the kind that the author meant. */
const spread = (issue) =>
  issue.code === 'invalid_union' && issue.errors?.length === 1
    ? issue.errors[0].map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    : [issue]

/** @returns each question with the line it begins at; @throws Error that names file, line and what to do */
export function readQuestionFile(file) {
  const lines = new LineCounter()
  const shown = path.relative(process.cwd(), file)
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw new Error(`${shown}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`)
  const result = Questions.safeParse(document.toJS() ?? [])
  if (!result.success)
    throw new Error(
      result.error.issues
        .flatMap(spread)
        .map(({ path: way, message }) => {
          const [at, ...field] = way
          const id = at === undefined ? undefined : document.getIn([at, 'id'])
          const about = [id && `question "${id}"`, field.join('.')].filter(Boolean).join(', ')
          const place = `${shown}:${lineOf(document, lines, way)}`
          return [place, about, message].filter(Boolean).join(': ')
        })
        .join('\n'),
    )
  return result.data.map((question, index) => ({
    question,
    line: lineOf(document, lines, [index]),
  }))
}

/** Every question of a language by its id, with the part it belongs to; ids are unique in the language. */
export function readQuestions(content, locale) {
  const folder = path.join(content, locale, 'questions')
  const found = {}
  if (!existsSync(folder)) return found
  for (const name of readdirSync(folder).sort()) {
    for (const { question, line } of readQuestionFile(path.join(folder, name))) {
      if (Object.hasOwn(found, question.id))
        throw new Error(`${name}:${line}: question "${question.id}" stands twice`)
      found[question.id] = { ...question, lesson: name.replace('.yaml', '') }
    }
  }
  return found
}

/** The functions of src/reliability by name, with the file of each. */
function libraryOf(root) {
  const folder = path.join(root, 'src/reliability')
  const found = new Map()
  for (const name of readdirSync(folder).filter((each) => /^[a-z-]+\.ts$/.test(each)))
    for (const [, exported] of readFileSync(path.join(folder, name), 'utf8').matchAll(
      /^export function (\w+)/gm,
    ))
      found.set(exported, path.join(folder, name))
  return found
}

/** The code that a file of questions becomes. */
export function questionModule(file, root = process.cwd()) {
  return moduleCode({
    questions: readQuestionFile(file),
    lesson: path.basename(file, '.yaml'),
    file: path.relative(root, file),
    library: libraryOf(root),
    layFile: path.join(root, 'src/practice/lay.ts'),
  })
}
