// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { sortByHeading } from './sort-tables.ts'

const column = () =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.children[1]?.textContent)
const press = (at: number) => document.querySelectorAll('button')[at]?.click()

/** A table of two columns: names in the order given, and cells as HTML. */
function show(cells: readonly string[], names = 'dacbe') {
  const head = ['Kind', 'Overhead'].map((word) => `<th><button data-sort>${word}</button></th>`)
  const rows = cells.map((cell, at) => `<tr><th>${names[at]}</th><td>${cell}</td></tr>`)
  document.body.innerHTML = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const data = (value: number, text: string) => `<data value="${value}">${text}</data>`
const overheads = [data(0.125, '12.5%'), data(0.000_98, '0.098%'), data(10, '1,000%'), 'unknown']

describe('a table of the text', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en'
    addEventListener('click', sortByHeading)
    return () => removeEventListener('click', sortByHeading)
  })

  it('is sorted by the size of its numbers, and backwards at the second press', () => {
    show(overheads)
    press(1)
    expect(column()).toEqual(['0.098%', '12.5%', '1,000%', 'unknown'])
    press(1)
    expect(column()).toEqual(['unknown', '1,000%', '12.5%', '0.098%'])
  })

  // The numbers behind the words are in one unit: seconds, dollars, as they are.
  it.each([
    ['units', [data(36_000, '10 h'), data(600, '10 min'), data(0, 'none')]],
    ['signs', [data(2, '2'), data(-1, '\u22121'), data(-3, '\u22123')]],
    ['short forms', [data(1.2e6, '$1.2M'), data(9e5, '$900K'), data(12, '$12')]],
  ])('goes by what its numbers mean, whatever their %s', (_, cells) => {
    show(cells)
    const falling = column()
    press(1)
    expect(column()).toEqual([...falling].reverse())
  })

  it('says which column it is sorted by, and only that one', () => {
    show(overheads)
    press(1)
    press(0)
    expect([...document.querySelectorAll('th[aria-sort]')].map((th) => th.textContent)).toEqual([
      'Kind',
    ])
    expect(column()).toEqual(['0.098%', 'unknown', '1,000%', '12.5%'])
  })

  it.each([
    ['en', ['N+2', 'N+10']],
    ['de', ['ähnlich', 'zu']],
  ])('compares words as %s does, and a name with a number in it by its parts', (lang, words) => {
    document.documentElement.lang = lang
    show([...words].reverse())
    press(1)
    expect(column()).toEqual(words)
  })
})
