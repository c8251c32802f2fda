const measured = [
  { key: 'what', head: 'measured' },
  { key: 'value', head: 'median', right: true },
  { key: 'target', head: 'target' },
  { key: 'verdict', head: '' },
  { key: 'note', head: '' },
]

/** Rows of `{ what, value, target?, verdict?, note? }`, or of other columns, as lines for a terminal. */
export function tableOf(rows, columns = measured) {
  const lines = [Object.fromEntries(columns.map(({ key, head }) => [key, head])), ...rows].map(
    (row) => columns.map(({ key }) => row[key] ?? ''),
  )
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => cells[index].length)))
  const pad = (cell, index) =>
    columns[index].right ? cell.padStart(widths[index]) : cell.padEnd(widths[index])
  const written = lines.map((cells) => cells.map(pad).join('  ').trimEnd())
  return [
    written[0],
    '-'.repeat(Math.max(...written.map(({ length }) => length))),
    ...written.slice(1),
  ].join('\n')
}
