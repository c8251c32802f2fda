import { GET_COLUMNS, inColumns } from './columns.ts'
import { goText, plain } from './json.ts'
import type { Json } from './json.ts'
import { findAll, messageOf, relaxedPath } from './jsonpath.ts'

interface CustomColumn {
  readonly header: string
  readonly path: string
}

/**
 * Reads `NAME:.metadata.name,NODE:.spec.nodeName`.
 *
 * @throws RangeError in kubectl's words
 */
function columnsFrom(spec: string): readonly CustomColumn[] {
  if (spec === '')
    throw new RangeError('custom-columns format specified but no custom columns given')
  return spec.split(',').map((part) => {
    const colon = part.indexOf(':')
    if (colon < 0)
      throw new RangeError(
        `unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`,
      )
    const path = part.slice(colon + 1)
    return { header: part.slice(0, colon), path: path === '' ? '' : relaxedPath(path) }
  })
}

function cellOf(path: string, object: Json): string {
  const found = path === '' ? [] : findAll(path, object)
  return found.length === 0 ? '<none>' : found.map(goText).join(',')
}

/** What was printed, and the error that ended it, if one did. */
export interface PrintedColumns {
  readonly text: string
  readonly error?: string
}

/** `-o custom-columns=SPEC`: a table of what paths find in each object. */
export function customColumnsText(
  spec: string,
  objects: readonly unknown[],
  noHeaders = false,
): PrintedColumns {
  const lines: (readonly string[])[] = []
  try {
    const columns = columnsFrom(spec)
    if (!noHeaders) lines.push(columns.map(({ header }) => header))
    for (const object of objects) lines.push(columns.map(({ path }) => cellOf(path, plain(object))))
    return { text: inColumns(lines, GET_COLUMNS) }
  } catch (error) {
    return { text: inColumns(lines, GET_COLUMNS), error: messageOf(error) }
  }
}
