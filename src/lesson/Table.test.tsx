// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SortButton, Table } from './Table.tsx'

function shown(node: React.ReactNode): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(node)
  return document.body
}

describe('a table that can be sorted', () => {
  it('has headings that are called by what can be read on them', () => {
    const button = shown(<SortButton column="Price">Price</SortButton>).querySelector('button')
    expect(button?.textContent).toBe('Price')
    expect(button?.hasAttribute('aria-label')).toBe(false)
    expect(button?.title).toBe('Sort by Price')
  })

  it('says above its rows what the buttons are for, and says nothing where there are none', () => {
    expect(shown(<Table caption="Costs" sortable />).textContent).toContain('Sort by')
    expect(shown(<Table caption="Costs" />).textContent).not.toContain('Sort by')
  })
})
