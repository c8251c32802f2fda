// A question as written becomes a question as code: see `Question` in src/practice/question.ts.
import { add, facts, json, list, object } from './code.mjs'
import { AuthorError, expression, template } from './expression.mjs'
import { kinds } from './kinds.mjs'

/**
 * The code of one question.
 * @param used is given the names of the library's functions that it calls, and of what lays it
 */
function questionCode(question, lesson, { library, used }) {
  const { id, outcome, aim, depth, kind, parameters = {}, given = {}, unless } = question
  const scope = { names: new Set(), library, used: used.library }
  for (const parameter of Object.keys(parameters)) add(parameter, scope)
  const lines = facts(given, scope)
  if (unless !== undefined) lines.push(`if (${expression(unless, scope)}) return undefined;`)
  const [lay, own] = kinds[kind]
  used.lay.add(lay)
  const fields = object([
    ['prompt', template(question.prompt, scope)],
    ['solution', list((question.solution ?? []).map((step) => template(step, scope)))],
    ...own(question, scope),
  ])
  lines.push(`return ${lay}(${fields});`)
  const names = Object.keys(parameters)
  return object([
    ['id', json(id)],
    ['outcome', json(outcome)],
    ['lesson', json(lesson)],
    ['aim', json(aim)],
    ['depth', json(depth)],
    ['kind', json(kind)],
    ['parameters', json(parameters)],
    [
      'lay',
      `(${names.length > 0 ? `{ ${names.join(', ')} }` : '_'}, format) => { ${lines.join(' ')} }`,
    ],
  ])
}

/**
 * The module of one file of questions.
 * @param questions as parsed, each with the line that it begins at
 * @param library the functions of src/reliability by name, with the file of each
 * @param layFile where the functions are that complete a question
 */
export function moduleCode({ questions, lesson, file, library, layFile }) {
  const used = { library: new Set(), lay: new Set() }
  const codes = questions.map(({ question, line }) => {
    try {
      return questionCode(question, lesson, { library, used })
    } catch (error) {
      if (!(error instanceof AuthorError)) throw error
      throw new AuthorError(`${file}:${line}: question "${question.id}": ${error.message}`)
    }
  })
  const imports = [
    ...[...used.library].sort().map((name) => `import { ${name} } from ${json(library.get(name))}`),
    `import { ${['say', ...used.lay].sort().join(', ')} } from ${json(layFile)}`,
  ]
  return `${imports.join('\n')}\nexport const questions = [\n${codes.join(',\n')}\n]\n`
}
