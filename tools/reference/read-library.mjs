// Reads the reliability library as its docstrings describe it: what the reference page shows.
// Public is what names a @category.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parse as parseComments } from 'comment-parser'
import { parseSync } from 'vite'
import { exampleOf } from './example.mjs'

/** Sources that the library is made of, tests aside. */
export const libraryFiles = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()

/** The docstring that ends right before a place in the source. */
function docBefore(source, comments, start) {
  const comment = comments.findLast(({ end }) => end <= start)
  const between = comment && source.slice(comment.end, start)
  if (!comment?.value.startsWith('*') || between.replace(/export|\s/g, '') !== '') return undefined
  const [block] = parseComments(`/*${comment.value}*/`, { spacing: 'preserve' })
  // The star and the indent of each line are left by `preserve`; the words are what is wanted.
  const clean = (text) => text.replace(/^\n+|\s+$/g, '')
  return {
    text: clean(block?.description ?? ''),
    tags: (block?.tags ?? []).map(({ tag, name, description, source: lines }) => ({
      tag,
      name,
      text: clean(description),
      whole: clean(
        lines
          .map(({ tokens }) => [tokens.name, tokens.postName, tokens.description].join(''))
          .join('\n'),
      ),
    })),
  }
}

const typeText = (source, annotation) =>
  annotation
    ? source
        .slice(annotation.start, annotation.end)
        .replace(/^:\s*/, '')
        .replace(/\breadonly /g, '')
        .replace(/^Readonly<(.*)>$/s, '$1')
        .replace(/\s+/g, ' ')
        .trim()
    : ''

/** The fields of an interface or of a type written in place. */
const fieldsOf = (source, comments, members) =>
  members
    .filter(({ type }) => type === 'TSPropertySignature')
    .map((member) => ({
      name: member.key.name,
      optional: member.optional,
      type: typeText(source, member.typeAnnotation),
      text: docBefore(source, comments, member.start)?.text ?? '',
      fields:
        member.typeAnnotation.typeAnnotation.type === 'TSTypeLiteral'
          ? fieldsOf(source, comments, member.typeAnnotation.typeAnnotation.members)
          : undefined,
    }))

function parameterOf(source, comments, parameter) {
  const optional = parameter.type === 'AssignmentPattern' || parameter.optional === true
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  const type = typeText(source, target.typeAnnotation)
  const annotation = target.typeAnnotation?.typeAnnotation
  return {
    // A parameter that is taken apart on the way in has no name, only fields.
    name: target.type === 'Identifier' ? target.name : '',
    optional,
    // A default without a type is a number everywhere in the library.
    type: type || 'number',
    fields:
      annotation?.type === 'TSTypeLiteral'
        ? fieldsOf(source, comments, annotation.members)
        : undefined,
  }
}

function readFile(folder, file) {
  const source = readFileSync(path.join(folder, file), 'utf8')
  const { program, comments, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const functions = []
  const types = []
  for (const statement of program.body) {
    const { declaration } = statement
    if (statement.type !== 'ExportNamedDeclaration' || !declaration) continue
    const doc = docBefore(source, comments, statement.start)
    if (declaration.type === 'FunctionDeclaration') {
      functions.push({
        file,
        name: declaration.id.name,
        doc,
        parameters: declaration.params.map((one) => parameterOf(source, comments, one)),
        returns: typeText(source, declaration.returnType),
      })
    }
    if (declaration.type === 'TSInterfaceDeclaration') {
      types.push({
        name: declaration.id.name,
        text: doc?.text ?? '',
        bases: declaration.extends.map(({ expression }) => expression.name),
        fields: fieldsOf(source, comments, declaration.body.body),
      })
    }
    if (declaration.type === 'TSTypeAliasDeclaration') {
      types.push({
        name: declaration.id.name,
        text: doc?.text ?? '',
        code: source
          .slice(declaration.typeAnnotation.start, declaration.typeAnnotation.end)
          .replace(/\breadonly /g, '')
          .replace(/\n {2}/g, '\n'),
      })
    }
  }
  return { functions, types }
}

/** The tags that the house form of a docstring knows. */
const TAGS = new Set(
  'param returns throws category formula where assumes source example'.split(' '),
)

/** Every public function of the library, and every type that is exported beside them. */
export function readLibrary(folder) {
  const files = libraryFiles(folder).map((file) => readFile(folder, file))
  const types = new Map(files.flatMap((file) => file.types.map((type) => [type.name, type])))
  const fieldsIn = (name) => {
    const type = types.get(name)
    if (!type?.fields) return undefined
    return [...type.bases.flatMap((base) => fieldsIn(base) ?? []), ...type.fields]
  }
  /** What a type holds, with the fields of interfaces in the place of their name. */
  const opened = (type, depth = 0) => {
    const [, item] = /^(\w+)\[\]$/.exec(type) ?? /^Record<string, (\w+)>$/.exec(type) ?? []
    const fields = fieldsIn(item ?? type)
    if (!fields || depth > 1) return undefined
    return {
      many: item !== undefined,
      fields: fields.map((field) => ({ ...field, opened: opened(field.type, depth + 1) })),
    }
  }
  const functions = files
    .flatMap((file) => file.functions)
    .filter(({ doc }) => doc?.tags.some(({ tag }) => tag === 'category'))
    .map(({ doc, ...rest }) => {
      const unknown = doc.tags.find(({ tag }) => !TAGS.has(tag))
      if (unknown) throw new Error(`${rest.file}: ${rest.name} has an unknown tag @${unknown.tag}`)
      const all = (tag) => doc.tags.filter((one) => one.tag === tag).map(({ whole }) => whole)
      const [category] = all('category')
      return {
        ...rest,
        category,
        text: doc.text,
        formulas: all('formula'),
        where: all('where'),
        assumes: all('assumes'),
        throws: all('throws'),
        returnsText: all('returns').join(' '),
        sources: all('source'),
        parameters: rest.parameters.map((parameter) => ({
          ...parameter,
          text: doc.tags.find(({ tag, name }) => tag === 'param' && name === parameter.name)?.text,
          opened:
            opened(parameter.type) ??
            (parameter.fields && {
              many: false,
              fields: parameter.fields.map((field) => ({
                ...field,
                text:
                  doc.tags.find(
                    ({ tag, name }) =>
                      tag === 'param' && name === `${parameter.name}.${field.name}`,
                  )?.text ?? field.text,
                opened: field.fields
                  ? { many: false, fields: field.fields }
                  : opened(field.type, 1),
              })),
            }),
        })),
        opened: opened(rest.returns),
        example: exampleOf(rest.name, all('example')[0] ?? '', rest.file),
      }
    })
    .sort((first, second) => (first.name.toLowerCase() < second.name.toLowerCase() ? -1 : 1))
  return { functions, types }
}
