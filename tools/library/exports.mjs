// What the reliability library offers to others: the functions whose docstring names a @category, the
// errors that these say they throw, and the types that either needs.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

const KINDS = {
  FunctionDeclaration: 'function',
  ClassDeclaration: 'class',
  TSTypeAliasDeclaration: 'type',
  TSInterfaceDeclaration: 'interface',
  VariableDeclaration: 'const',
}

/** The names in a piece of source that begin with a capital, as types and errors do. */
const typeNames = (text) => text.match(/\b[A-Z]\w+/g) ?? []

function exportsOf(folder, file) {
  const source = readFileSync(path.join(folder, file), 'utf8')
  const { program, comments } = parseSync(file, source)
  return program.body
    .filter(({ type, declaration }) => type === 'ExportNamedDeclaration' && declaration)
    .map(({ start, end, declaration }) => {
      const doc = comments.findLast((comment) => comment.end <= start)
      const isOwn = doc && source.slice(doc.end, start).trim() === ''
      const text = isOwn ? doc.value : ''
      return {
        file,
        name: (declaration.id ?? declaration.declarations[0].id).name,
        kind: KINDS[declaration.type],
        category: /@category (.+)/.exec(text)?.[1].trim() ?? null,
        thrown: (text.match(/@throws \w+/g) ?? []).flatMap(typeNames),
        // What a function is made of does not show outside.
        types: typeNames(source.slice(start, declaration.body?.start ?? end)).concat(
          declaration.type === 'TSInterfaceDeclaration' ? typeNames(source.slice(start, end)) : [],
        ),
      }
    })
}

/** @returns in the order of files: `{ file, name, kind, category }`, the category only of functions */
export async function publicExports(folder = 'src/reliability') {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => exportsOf(folder, file))
  const chosen = new Set(all.filter(({ category }) => category !== null))
  for (const { types, thrown } of chosen) {
    for (const one of all) {
      const wanted = one.kind === 'class' ? thrown : types
      if (one.kind !== 'function' && one.kind !== 'const' && wanted.includes(one.name))
        chosen.add(one)
    }
  }
  return all
    .filter((one) => chosen.has(one))
    .map(({ file, name, kind, category }) => ({ file, name, kind, category }))
}
