/**
 * Sorts a table of the text when one of its headings is pressed: once for rising, again for falling
 * order. The text is no business of React's, so this works on the page as it stands.
 */
const numberIn = (text: string): number | undefined => {
  const found = /-?\d[\d,.\u00a0\u202f]*/.exec(text)?.[0].replace(/[,\u00a0\u202f]/g, '')
  return found === undefined || Number.isNaN(Number(found)) ? undefined : Number(found)
}

/** Two cells in order: as numbers where both begin with one, and as words of the language else. */
export function compareCells(left: string, right: string, locale: string): number {
  const [a, b] = [numberIn(left), numberIn(right)]
  const numeric = /^[^\p{L}]*\d/u
  if (a !== undefined && b !== undefined && numeric.test(left) && numeric.test(right) && a !== b)
    return a - b
  return left.localeCompare(right, locale, { numeric: true })
}

/** @param event a click anywhere on the page */
export function sortByHeading(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest('[data-sort]') : null
  const heading = button?.closest('th')
  const body = heading?.closest('table')?.tBodies[0]
  if (!heading || !body) return
  const falls = heading.getAttribute('aria-sort') === 'ascending'
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort')
  heading.setAttribute('aria-sort', falls ? 'descending' : 'ascending')
  const at = heading.cellIndex
  const text = (row: HTMLTableRowElement) => row.cells[at]?.textContent ?? ''
  const sorted = [...body.rows].sort((left, right) =>
    compareCells(text(left), text(right), document.documentElement.lang),
  )
  body.append(...(falls ? sorted.reverse() : sorted))
}
