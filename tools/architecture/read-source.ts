import { type ESTree, Visitor, parseSync } from 'vite'
import { impureGlobals } from './rules.ts'

/** One import of a file, whatever way it is written: static, dynamic, type, glob or CSS. */
export interface ImportEdge {
  readonly target: string
  /** Gone when the program runs. */
  readonly typeOnly: boolean
}

/** What the architecture rules need to know about one file. */
export interface SourceFacts {
  readonly imports: readonly ImportEdge[]
  /** Names from `impureGlobals`, and `Math.random`, that the file uses and does not itself declare. */
  readonly impurities: readonly string[]
  /** Nothing in it but `export … from`. */
  readonly onlyPassesOn: boolean
}

const edge = (target: string, typeOnly = false): ImportEdge => ({ target, typeOnly })

/** Reads a TypeScript file. A file that cannot be parsed throws, naming itself. */
export function readScript(path: string, code: string): SourceFacts {
  const { program, errors } = parseSync(path, code)
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`)

  const imports: ImportEdge[] = []
  const used = new Set<string>()
  const declared = new Set<string>()
  // Where an identifier is only a label: the property of a member, the key of an object.
  const labels = new Set<number>()

  const literal = (node: { readonly type: string }, typeOnly = false) => {
    if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') {
      imports.push(edge(node.value, typeOnly))
    }
  }
  const declare = (node: unknown): void => {
    for (const name of boundNames(node)) declared.add(name)
  }
  const label = (node: {
    readonly key: { readonly start: number }
    readonly computed: boolean
  }) => {
    if (!node.computed) labels.add(node.key.start)
  }
  const declareFunction = (node: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    declare(node.id)
    for (const parameter of node.params) declare(parameter)
  }

  new Visitor({
    ImportDeclaration(node) {
      literal(node.source, node.importKind === 'type')
      for (const { local } of node.specifiers) declare(local)
    },
    ImportSpecifier: (node) => void labels.add(node.imported.start),
    ExportNamedDeclaration(node) {
      if (node.source) literal(node.source, node.exportKind === 'type')
    },
    ExportAllDeclaration: (node) => literal(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => literal(node.source),
    TSImportType: (node) => literal(node.source, true),
    CallExpression(node) {
      const callee = code.slice(node.callee.start, node.callee.end)
      if (callee !== 'import.meta.glob') return
      const [first] = node.arguments
      if (first?.type === 'ArrayExpression') first.elements.forEach((one) => one && literal(one))
      else if (first) literal(first)
    },
    MemberExpression(node) {
      if (node.computed) return
      labels.add(node.property.start)
      if (code.slice(node.start, node.end) === 'Math.random') used.add('Math.random')
    },
    Property(node) {
      if (!node.shorthand) label(node)
    },
    MethodDefinition: label,
    PropertyDefinition: label,
    TSPropertySignature: label,
    TSMethodSignature: label,
    TSQualifiedName: (node) => void labels.add(node.right.start),
    VariableDeclarator: (node) => declare(node.id),
    FunctionDeclaration: declareFunction,
    FunctionExpression: declareFunction,
    ArrowFunctionExpression: declareFunction,
    CatchClause: (node) => declare(node.param),
    ClassDeclaration: (node) => declare(node.id),
    TSInterfaceDeclaration: (node) => declare(node.id),
    TSTypeAliasDeclaration: (node) => declare(node.id),
    // A function type names its parameters without declaring anything that could be used.
    TSFunctionType: (node) => node.params.forEach(declare),
    Identifier(node) {
      if (!labels.has(node.start) && impureGlobals.includes(node.name)) used.add(node.name)
    },
  }).visit(program)

  return {
    imports,
    impurities: [...used].filter((name) => !declared.has(name)).toSorted(),
    onlyPassesOn:
      program.body.length > 0 &&
      program.body.every(
        (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
      ),
  }
}

/** The names that a pattern on the left of a declaration binds. */
function boundNames(pattern: unknown): readonly string[] {
  if (typeof pattern !== 'object' || pattern === null || !('type' in pattern)) return []
  if (pattern.type === 'Identifier' && 'name' in pattern && typeof pattern.name === 'string') {
    return [pattern.name]
  }
  const inside: unknown[] = []
  for (const key of ['properties', 'elements', 'value', 'argument', 'left', 'parameter'] as const) {
    if (!(key in pattern)) continue
    const part: unknown = Reflect.get(pattern, key)
    if (Array.isArray(part)) inside.push(...part)
    else inside.push(part)
  }
  return inside.flatMap(boundNames)
}

/** Reads the imports of an MDX file, leaving out code that is only shown. */
export function readMdx(text: string): SourceFacts {
  const shown = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '')
  const statement = /^(?:import|export)\s(?:[^'"\n;]|\n(?!\n))*?['"]([^'"\n]+)['"]/gm
  const imports = Array.from(shown.matchAll(statement), ([whole, target = '']) =>
    /^import\s*['"]|\bfrom\s*['"][^'"]+['"]$/.test(whole) ? [edge(target)] : [],
  ).flat()
  return { imports, impurities: [], onlyPassesOn: false }
}

/** Reads what a style sheet takes from others: `@import` and `composes: … from`. */
export function readStyles(text: string): SourceFacts {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const pattern = /@import\s+(?:url\()?['"]([^'"]+)['"]|composes:[^;]*\bfrom\s+['"]([^'"]+)['"]/g
  const imports = Array.from(bare.matchAll(pattern), ([, first, second]) =>
    edge(first ?? second ?? ''),
  )
  return { imports, impurities: [], onlyPassesOn: false }
}
