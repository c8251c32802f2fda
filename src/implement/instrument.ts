import { javascriptLanguage } from '@codemirror/lang-javascript'

const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'WhileStatement', 'DoStatement'])

/** What a statement of a loop can be, as the grammar names it. */
const isBody = (name: string): boolean =>
  name === 'Block' || name.endsWith('Statement') || name === ';'

interface Insertion {
  readonly at: number
  readonly text: string
}

/**
 * The code with a call of `__step(line)` in each round of every loop, so that a loop without an end can
 * be stopped from within. Every line stays where it was. Code that is no JavaScript comes back as it is,
 * for the browser to say what is wrong with it.
 */
export function instrumented(code: string): string {
  const insertions: Insertion[] = []
  let broken = false
  javascriptLanguage.parser.parse(code).iterate({
    enter({ type, node }) {
      if (type.isError) broken = true
      if (!LOOPS.has(type.name)) return
      // In a `do` the body stands before `while`, in the others it is what stands last.
      const body = type.name === 'DoStatement' ? node.firstChild?.nextSibling : node.lastChild
      if (!body || !isBody(body.name)) return
      const step = `__step(${code.slice(0, node.from).split('\n').length});`
      if (body.name === 'Block') insertions.push({ at: body.from + 1, text: step })
      else insertions.push({ at: body.from, text: `{${step}` }, { at: body.to, text: '}' })
    },
  })
  if (broken) return code
  return insertions
    .map((insertion, order) => ({ ...insertion, order }))
    .toSorted((one, other) => other.at - one.at || other.order - one.order)
    .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), code)
}
