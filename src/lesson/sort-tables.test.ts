// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { compareCells, sortByHeading } from './sort-tables.ts'

const column = () =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.children[1]?.textContent)
const press = (at: number) => document.querySelectorAll('button')[at]?.click()

describe('a table of the text', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en'
    const head = ['Kind', 'Overhead'].map((word) => `<th><button data-sort>${word}</button></th>`)
    const rows = ['12.5%', '0.098%', '75%', '1,000%', 'none'].map(
      (cell, at) => `<tr><th>${'dacbe'[at]}</th><td>${cell}</td></tr>`,
    )
    document.body.innerHTML = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    addEventListener('click', sortByHeading)
    return () => removeEventListener('click', sortByHeading)
  })

  it('is sorted by the size of its numbers, and backwards at the second press', () => {
    press(1)
    expect(column()).toEqual(['0.098%', '12.5%', '75%', '1,000%', 'none'])
    press(1)
    expect(column()).toEqual(['none', '1,000%', '75%', '12.5%', '0.098%'])
  })

  it('says which column it is sorted by, and only that one', () => {
    press(1)
    press(0)
    expect([...document.querySelectorAll('th[aria-sort]')].map((th) => th.textContent)).toEqual([
      'Kind',
    ])
    expect(column()).toEqual(['0.098%', '1,000%', '75%', '12.5%', 'none'])
  })

  it('compares words as their language does, and a name with a number in it by its parts', () => {
    expect(compareCells('N+2', 'N+10', 'en')).toBeLessThan(0)
    expect(compareCells('ähnlich', 'zu', 'de')).toBeLessThan(0)
  })
})
