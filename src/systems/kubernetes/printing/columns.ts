/** How text is set in columns: kubectl has one setting for `get` and another for `describe`. */
export interface ColumnSetting {
  /** The least width of a column, its padding included. */
  readonly minWidth: number
  /** Spaces after the widest cell of a column. */
  readonly padding: number
}

/** The setting of `kubectl get`. */
export const GET_COLUMNS: ColumnSetting = { minWidth: 6, padding: 3 }

/** The setting of `kubectl describe` and of `rollout history`. */
export const DESCRIBE_COLUMNS: ColumnSetting = { minWidth: 0, padding: 2 }

/** Characters, not code units: a letter outside the basic plane is one wide. */
const widthOf = (text: string): number => Array.from(text).length

/**
 * Sets lines of cells in columns by the rules of Go's tab writer. The last cell of a line ends it
 * and belongs to no column; a column is a run of lines, one below the other, that have a cell there,
 * and is as wide as the widest of that run alone.
 *
 * @param lines cells of each line; `['text']` is a line without columns
 * @returns lines, each ended by a line feed
 */
export function inColumns(
  lines: readonly (readonly string[])[],
  { minWidth, padding }: ColumnSetting = DESCRIBE_COLUMNS,
): string {
  const widths: number[][] = lines.map(() => [])
  const deepest = Math.max(0, ...lines.map((cells) => cells.length - 1))
  for (let column = 0; column < deepest; column += 1) {
    let from = 0
    while (from < lines.length) {
      let to = from
      let width = minWidth
      while (to < lines.length && (lines[to]?.length ?? 0) - 1 > column) {
        width = Math.max(width, widthOf(lines[to]?.[column] ?? '') + padding)
        to += 1
      }
      for (let line = from; line < to; line += 1) widths[line]?.push(width)
      from = Math.max(to, from + 1)
    }
  }
  return lines
    .map((cells, line) =>
      cells
        .map((cell, column) => {
          const width = column < cells.length - 1 ? (widths[line]?.[column] ?? 0) : 0
          return cell + ' '.repeat(Math.max(0, width - widthOf(cell)))
        })
        .join('')
        .concat('\n'),
    )
    .join('')
}

/** The same for text in which tabs part the cells, as kubectl's own code writes it. */
export const tabbed = (text: string, setting: ColumnSetting = DESCRIBE_COLUMNS): string =>
  inColumns(
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t')),
    setting,
  )
