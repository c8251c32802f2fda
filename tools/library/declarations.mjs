// One file of declarations out of those that the compiler writes beside each source.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseSync } from 'vite'
import { root } from '../set-up.mjs'

/** Writes a .d.ts for each source of the library. */
function emitDeclarations(folder) {
  const library = path.join(root, 'src/reliability')
  const config = {
    extends: path.join(root, 'tsconfig.pure.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: library,
      outDir: folder,
    },
    include: [`${library}/*.ts`],
    exclude: [`${library}/*.test.ts`],
  }
  const project = path.join(folder, 'tsconfig.json')
  writeFileSync(project, JSON.stringify(config))
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The declarations could not be written:\n${stdout}`)
}

/** The declarations of one file by name, each with its docstring and the names that it mentions. */
function declarationsOf(folder, file) {
  const source = readFileSync(path.join(folder, file), 'utf8')
  const { program, comments } = parseSync(file, source)
  return program.body.flatMap((statement) => {
    const declaration = statement.declaration ?? statement
    const id = declaration.id ?? declaration.declarations?.[0].id
    if (!id) return []
    const doc = comments.findLast(({ end }) => end <= statement.start)
    const isOwn = doc && source.slice(doc.end, statement.start).trim() === ''
    const code = source.slice(declaration.start, statement.end)
    return {
      file,
      name: id.name,
      text: isOwn ? `${source.slice(doc.start, doc.end)}\n` : '',
      code,
      names: code.replace(/\/\*.*?\*\//gs, '').match(/\b[A-Za-z]\w*/g) ?? [],
    }
  })
}

/** The public names and all that they are declared with; only the public ones are exported. */
export function joinedDeclarations(publicNames) {
  const folder = mkdtempSync(path.join(tmpdir(), 'declarations-'))
  try {
    emitDeclarations(folder)
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.d.ts'))
      .sort()
      .flatMap((file) => declarationsOf(folder, file))
    const chosen = new Set(all.filter(({ name }) => publicNames.has(name)))
    for (const { names } of chosen)
      for (const one of all) if (names.includes(one.name)) chosen.add(one)
    const seen = new Map()
    for (const { file, name } of chosen) {
      if (seen.has(name)) throw new Error(`${name} is declared in ${seen.get(name)} and in ${file}`)
      seen.set(name, file)
    }
    const written = all
      .filter((one) => chosen.has(one))
      .map(({ name, text, code }) => `${text}${publicNames.has(name) ? 'export ' : ''}${code}\n`)
    return `${written.join('\n')}\nexport {}\n`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
