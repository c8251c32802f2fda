import { GET_COLUMNS } from './columns.ts'
import { labelsText } from './table.ts'
import type { Cell, ObjectTable, Row } from './table.ts'

/** What the flags of `kubectl get` ask of a table. */
export interface TableOptions {
  readonly wide?: boolean
  readonly noHeaders?: boolean
  /** `--show-labels` */
  readonly showLabels?: boolean
  /** `-L`: the labels that get a column of their own. */
  readonly labelColumns?: readonly string[]
  /** `-A`: names the namespace first. */
  readonly withNamespace?: boolean
  /** Put before names where several kinds are printed: `deployment.apps`. */
  readonly kindPrefix?: string
}

/** Text that follows other text of the same table: how wide its columns have become. */
export interface PrintedTable {
  readonly text: string
  readonly widths: readonly number[]
}

/** A cell ends at its first line; what was left off shows as dots. */
function cellText(cell: Cell): string {
  const text = String(cell)
  const end = text.search(/[\f\n\r]/)
  return end < 0 ? text : `${text.slice(0, end)}...`
}

function headerOf({ columns }: ObjectTable, options: TableOptions): readonly string[] {
  const shown = columns.filter(({ priority }) => priority === 0 || options.wide === true)
  return [
    ...(options.withNamespace === true ? ['NAMESPACE'] : []),
    ...shown.map(({ name }) => name.toUpperCase()),
    // A label's column is named by what follows its last stroke.
    ...(options.labelColumns ?? []).map((key) => (key.split('/').at(-1) ?? '').toUpperCase()),
    ...(options.showLabels === true ? ['LABELS'] : []),
  ]
}

function lineOf({ columns }: ObjectTable, row: Row, options: TableOptions): readonly string[] {
  const { namespace = '', labels } = row.object.metadata
  const prefix = options.kindPrefix === undefined ? '' : `${options.kindPrefix}/`
  const cells = row.cells.flatMap((cell, index) => {
    const column = columns[index]
    if (column === undefined || (column.priority > 0 && options.wide !== true)) return []
    return [column.format === 'name' ? prefix + cellText(cell) : cellText(cell)]
  })
  return [
    ...(options.withNamespace === true ? [namespace] : []),
    ...cells,
    ...(options.labelColumns ?? []).map((key) => labels?.[key] ?? ''),
    ...(options.showLabels === true ? [labelsText(labels)] : []),
  ]
}

function padded(lines: readonly (readonly string[])[], before: readonly number[]): PrintedTable {
  const columns = Math.max(0, ...lines.map((cells) => cells.length)) - 1
  const widths = Array.from({ length: Math.max(0, columns) }, (_, column) =>
    lines.reduce(
      (width, cells) => Math.max(width, (cells[column] ?? '').length + GET_COLUMNS.padding),
      Math.max(GET_COLUMNS.minWidth, before[column] ?? 0),
    ),
  )
  const text = lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('')
      .concat('\n'),
  )
  return { text: text.join(''), widths }
}

/** A table as `kubectl get` prints it; nothing at all for no rows. */
export function printTable(table: ObjectTable, options: TableOptions = {}): string {
  if (table.rows.length === 0) return ''
  const header = options.noHeaders === true ? [] : [headerOf(table, options)]
  return padded([...header, ...table.rows.map((row) => lineOf(table, row, options))], []).text
}

/**
 * The next rows of a table that is watched. The header comes with the first; columns grow with what
 * they hold and never shrink again.
 *
 * @param before the widths that the last call returned; absent for the first
 */
export function printNextRows(
  table: ObjectTable,
  options: TableOptions = {},
  before?: readonly number[],
): PrintedTable {
  if (table.rows.length === 0) return { text: '', widths: before ?? [] }
  const header =
    before === undefined && options.noHeaders !== true ? [headerOf(table, options)] : []
  const lines = table.rows.map((row) => lineOf(table, row, options))
  return padded([...header, ...lines], before ?? [])
}

/** Several tables, one below the other, with an empty line between; tables without rows are left out. */
export const printTables = (
  tables: readonly { readonly table: ObjectTable; readonly options: TableOptions }[],
): string =>
  tables
    .map(({ table, options }) => printTable(table, options))
    .filter((text) => text !== '')
    .join('\n')

/** A resource with its group, as it stands before names: `pod`, `deployment.apps`. */
export const qualifiedName = (singular: string, group: string): string =>
  group === '' ? singular : `${singular}.${group}`

/** What kubectl says on the error stream when a list is empty. */
export const noResourcesFound = (namespace?: string): string =>
  namespace === undefined || namespace === ''
    ? 'No resources found\n'
    : `No resources found in ${namespace} namespace.\n`
