/**
 * Sorts a table of the text when one of its headings is pressed: once for rising, again for falling
 * order. The text is no business of React's, so this works on the page as it stands.
 */

/** What a cell is compared by: the number that machines read in it, if it has one, and its words. */
interface Key {
  readonly size: number | undefined
  readonly words: string
}

function keyOf(cell: Element | undefined): Key {
  const size = Number(cell?.querySelector('data[value]')?.getAttribute('value') ?? NaN)
  return { size: Number.isNaN(size) ? undefined : size, words: cell?.textContent ?? '' }
}

/** Numbers by their size and before words; words as their language has them. */
function compareKeys(left: Key, right: Key, locale: string): number {
  if (left.size !== undefined && right.size !== undefined) return left.size - right.size
  if (left.size !== undefined || right.size !== undefined) return left.size === undefined ? 1 : -1
  return left.words.localeCompare(right.words, locale, { numeric: true })
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
  const sorted = [...body.rows]
    .map((row) => ({ row, key: keyOf(row.cells[heading.cellIndex]) }))
    .sort((left, right) => compareKeys(left.key, right.key, document.documentElement.lang))
    .map(({ row }) => row)
  body.append(...(falls ? sorted.reverse() : sorted))
}
