// What a table of a lesson becomes: headings with their scope, and on each cell the name of its
// column, so that on a narrow page a row can stand as a block of its own and still say what is what.
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { attributeOf, element } from './mdx.mjs'

const properties = (node, more) => {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...more } }
}

const AMOUNTS = new Set(['money', 'percent', 'number'])

/** Whether a cell holds one amount and nothing else. Durations do not count: their units differ. */
function isAmount({ children: [value, ...others] }) {
  return (
    others.length === 0 && value?.name === 'Value' && AMOUNTS.has(String(attributeOf(value, 'as')))
  )
}

/** The places of the columns of amounts, which stand right-aligned, digit below digit. */
const amountColumns = (count, rows) =>
  new Set(
    Array.from({ length: count }, (_, at) => at).filter(
      (at) =>
        rows.length > 0 && rows.every((row) => row.children[at] && isAmount(row.children[at])),
    ),
  )

function layTable(table, sortable) {
  // A row that is laid out as a block would cease to be one for a screen reader: the roles say it.
  properties(table, { role: 'table' })
  const [head, ...rows] = table.children
  const columns = head.children.map((cell) => toString(cell))
  const amounts = amountColumns(columns.length, rows)
  const amount = (at) => (amounts.has(at) ? { 'data-amount': '' } : {})
  properties(head, { role: 'row' })
  head.children.forEach((cell, at) => {
    properties(cell, { role: 'columnheader', scope: 'col', ...amount(at) })
    if (sortable)
      cell.children = [element('SortButton', { column: columns[at] }, cell.children, false)]
  })
  for (const row of rows) {
    properties(row, { role: 'row' })
    row.children.forEach((cell, at) => {
      const role = at === 0 ? 'rowheader' : 'cell'
      properties(cell, { role, 'data-column': columns[at], ...amount(at) })
      if (at > 0) return
      cell.data.hName = 'th'
      properties(cell, { scope: 'row' })
    })
  }
}

export function layTables(tree) {
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Table') return
    if (typeof attributeOf(node, 'caption') !== 'string')
      throw new Error('<Table> needs a caption in quotes')
    const table = node.children.find(({ type }) => type === 'table')
    if (!table) throw new Error('<Table> needs a table, with an empty line before and after it')
    layTable(table, attributeOf(node, 'sortable') !== undefined)
  })
}
