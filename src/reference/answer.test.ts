import { describe, expect, it } from 'vitest'
import { linesOf } from './answer.ts'

describe('linesOf', () => {
  it('gives a bare value one line without a path', () => {
    expect(linesOf(4)).toEqual([{ path: '', value: '4' }])
    expect(linesOf(null)).toEqual([{ path: '', value: 'null' }])
    expect(linesOf('bound')).toEqual([{ path: '', value: '"bound"' }])
  })

  it('names what stands inside records and lists of records by its path', () => {
    const answer = { system: { reliability: 0.5 }, points: [{ load: 1 }, { load: 2 }] }
    expect(linesOf(answer)).toEqual([
      { path: 'system.reliability', value: '0.5' },
      { path: 'points[0].load', value: '1' },
      { path: 'points[1].load', value: '2' },
    ])
  })

  it('keeps lists of plain values, also of lists, in one line', () => {
    expect(linesOf([['a', 'b'], ['s']])).toEqual([{ path: '', value: '[["a", "b"], ["s"]]' }])
    expect(linesOf([])).toEqual([{ path: '', value: '[]' }])
  })

  it('shows the digits that are meant, not those of the binary fraction', () => {
    expect(linesOf(0.1 + 0.2)).toEqual([{ path: '', value: '0.3' }])
    expect(linesOf(3e-40)).toEqual([{ path: '', value: '3e-40' }])
    expect(linesOf(Infinity)).toEqual([{ path: '', value: 'Infinity' }])
  })

  it('leaves out what is no value: functions and what is not there', () => {
    expect(linesOf({ meanWait: 1, waitsLongerThan: () => 1, missing: undefined })).toEqual([
      { path: 'meanWait', value: '1' },
    ])
  })
})
