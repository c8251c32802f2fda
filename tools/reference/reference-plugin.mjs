// What the reference pages are made of, as modules:
//   virtual:reference            the names of the categories
//   virtual:reference/parts      their functions: forms, and while prerendering their descriptions
//   virtual:reference/functions  the functions themselves, for whoever evaluates
// The descriptions are text that ships once, as HTML; a browser build leaves them out.
import path from 'node:path'
import temml from 'temml'
import { readSources } from '../content/read.mjs'
import { formOf } from './form.mjs'
import { finished, prose, sentence } from './prose.mjs'
import { readLibrary } from './read-library.mjs'

const NAME = 'virtual:reference'
const library = path.resolve('src/reliability')

const signatureOf = ({ name, parameters, returns }) => {
  const list = parameters.map((parameter) => {
    const own = parameter.name || 'options'
    return parameter.optional ? `${own}?` : own
  })
  return { call: `${name}(${list.join(', ')})`, returns }
}

/** Where the fields follow, there is nothing to see elsewhere. */
const alone = (text) =>
  text.replace(/[;,]? see \{@link \w+\}( for the range of (each|it)( field)?)?$/, '')

/** A row for each parameter, and for each field of those that are taken apart. */
function rowsOf(fields, prefix = '') {
  return fields.flatMap(({ name, optional, type, text = '', opened }) => {
    // Probability is explained once, not in every entry.
    const inner = opened && type !== 'Probability' ? opened : undefined
    const own = inner ? alone(text) : text
    return [
      ...(own || !inner ? [{ path: prefix + name, optional, type, text: finished(own) }] : []),
      ...(inner ? rowsOf(inner.fields, `${prefix}${name}${inner.many ? '[]' : ''}.`) : []),
    ]
  })
}

function parameterRows(parameters) {
  const [only] = parameters
  // The fields of an only parameter need no name before them.
  if (parameters.length === 1 && only.opened && !only.opened.many) return rowsOf(only.opened.fields)
  return rowsOf(
    parameters.map((parameter) => ({ ...parameter, name: parameter.name || 'options' })),
  )
}

const EXPLAINED = new Set(['Component', 'Probability', 'EventProbability', 'EventProbabilities'])

/** The definitions of types that an entry names and does not take apart. */
function typesOf({ parameters, returns }, types) {
  const found = new Map()
  const visit = (text) => {
    for (const [name] of text.matchAll(/\b[A-Z]\w+\b/g)) {
      const type = types.get(name)
      if (!type?.code || EXPLAINED.has(name) || found.has(name)) continue
      found.set(name, { name, text: sentence(type.text), code: type.code })
      visit(type.code)
    }
  }
  const walk = (fields) => {
    for (const { type, opened } of fields) {
      visit(type)
      if (opened) walk(opened.fields)
    }
  }
  walk(parameters)
  visit(returns)
  return [...found.values()]
}

const mathml = (tex, name) => {
  try {
    // The pages' own policy forbids styles in place; what they say is in the style sheet.
    return temml
      .renderToString(tex, { displayMode: true, throwOnError: true })
      .replace(/ style="[^"]*"/g, '')
  } catch (error) {
    throw new Error(`the formula of ${name}: ${error.message}`, { cause: error })
  }
}

function entryOf(one, types, known) {
  return {
    name: one.name,
    file: one.file,
    signature: signatureOf(one),
    about: prose(one.text),
    formulas: one.formulas.map((tex) => mathml(tex, one.name)),
    where: one.where.flatMap((text) => text.split(/;\s+/)).map(sentence),
    assumes: one.assumes.map(sentence),
    parameters: parameterRows(one.parameters),
    returns: {
      text: finished(one.returnsText),
      rows: one.opened && one.returns !== 'Probability' ? rowsOf(one.opened.fields) : [],
    },
    throws: one.throws.map(finished),
    sources: one.sources.map((id) => {
      if (!Object.hasOwn(known, id)) throw new Error(`${one.file}: no source "${id}"`)
      return { id, ...known[id] }
    }),
    types: typesOf(one, types),
    answer: one.example.answer,
  }
}

/** @param filled whether the descriptions are in the module, or only in the prerendered page */
export function referencePlugin({ filled }) {
  let read
  const current = () => (read ??= readLibrary(library))
  return {
    name: 'still-flying:reference',
    resolveId: (id) => (id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return undefined
      const { functions, types } = current()
      const categories = [...new Set(functions.map(({ category }) => category))].sort()
      const wanted = id.slice(NAME.length + 2)
      // The categories are known to every page, what is in them to those alone that ask.
      if (wanted === '')
        return `export const partIds = ${JSON.stringify(categories)}
export const loadParts = () => import('${NAME}/parts')`
      if (wanted === 'functions') {
        const from = (file) => JSON.stringify(path.join(library, file))
        const lines = functions.map(({ name, file }) => `export { ${name} } from ${from(file)}`)
        const fixed = functions
          .filter(({ example }) => example.fixed.length > 0)
          .map(({ name, example }) => {
            const list = example.fixed.map(
              ({ path: at, source }) => `{ path: ${JSON.stringify(at)}, value: ${source} }`,
            )
            return `  ${name}: [${list.join(', ')}],`
          })
        return `${lines.join('\n')}\nexport const fixed = {\n${fixed.join('\n')}\n}`
      }
      const known = filled ? readSources(path.resolve('content')) : {}
      const parts = categories.map((category) => {
        const own = functions.filter((one) => one.category === category)
        const forms = own.map((one) => formOf(one, types))
        const entries = filled ? own.map((one) => entryOf(one, types, known)) : []
        return [category, { forms, entries }]
      })
      return `export const parts = ${JSON.stringify(Object.fromEntries(parts))}`
    },
    // While developing, a docstring that changed is shown at the next load.
    hotUpdate({ file }) {
      if (file.startsWith(library)) read = undefined
    },
  }
}
