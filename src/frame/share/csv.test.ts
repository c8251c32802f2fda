import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { eventTable, toCsv } from './csv.ts'

describe('a table as a file', () => {
  // RFC 4180: lines end in CRLF; a field with a comma, a quote or a line break stands in quotes,
  // and a quote inside is doubled.
  it('is written as RFC 4180 wants it, for UTF-8', () => {
    expect(toCsv({ columns: ['a', 'b'], rows: [[1, 'x, "y"']] })).toBe(
      '\ufeffa,b\r\n1,"x, ""y"""\r\n',
    )
  })

  it('holds no formula that a spreadsheet would run; a negative number is a number', () => {
    const csv = toCsv({ columns: ['a'], rows: [['=1+1'], ['@x'], ['-y'], [-2]] })
    expect(csv.split('\r\n').slice(1, 5)).toEqual(["'=1+1", "'@x", "'-y", '-2'])
  })

  it('of the events has their times and words', () => {
    const text = toCsv(eventTable({ entries: [{ atMs: 10, text: 'A dies, silently' }] }))
    expect(csvParse(text.slice(1))[0]).toEqual({
      'Time (ms)': '10',
      'What happens': 'A dies, silently',
    })
  })
})
