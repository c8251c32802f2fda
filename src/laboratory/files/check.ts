import { LineCounter, parseAllDocuments } from 'yaml'
import type { Problem } from './problems.ts'

/** Problems with a file, before it is applied: what a reader would be told of it. */
export function check(name: string, text: string): readonly Problem[] {
  if (!/\.ya?ml$/.test(name)) return []
  const lineCounter = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter, prettyErrors: false })
  if ('empty' in documents) return []
  return documents.flatMap(({ errors }) =>
    errors.map(({ message, pos: [at] }) => ({
      line: lineCounter.linePos(at).line,
      text: message,
    })),
  )
}
