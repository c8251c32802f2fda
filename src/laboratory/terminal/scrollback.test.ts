// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ClusterEntry } from '../session.ts'
import { BLOCK, MOST_LINES, cleared, scrollback } from './scrollback.ts'

const output = (text: string, shell = '1'): ClusterEntry => ({
  atMs: 0,
  count: 0,
  note: { note: 'output', shell, stream: 'stdout', text },
})
const textOf = ({ blocks }: ReturnType<typeof scrollback>) => blocks.flat().map(({ text }) => text)

describe('a terminal', () => {
  it('shows its own lines, and not those of another', () => {
    expect(textOf(scrollback([output('a\nb\n'), output('c\n', '2'), output('d\n')], '1'))).toEqual([
      'a',
      'b',
      'd',
    ])
  })

  it('keeps an empty line, and makes none of the end of a text', () => {
    expect(textOf(scrollback([output('a\n\nb\n')], '1'))).toEqual(['a', '', 'b'])
  })

  it('goes on with what it showed, and begins anew after a way back in time', () => {
    const entries = [output('a\n'), output('b\n')]
    const first = scrollback(entries, '1')
    expect(textOf(scrollback([...entries, output('c\n')], '1', first))).toEqual(['a', 'b', 'c'])
    expect(textOf(scrollback(entries.slice(0, 1), '1', first))).toEqual(['a'])
    expect(textOf(scrollback([output('x\n'), output('y\n')], '1', first))).toEqual(['x', 'y'])
  })

  it('does not show what was cleared away, also after a way back in time', () => {
    const entries = [output('a\n'), output('b\n'), output('c\n')]
    const empty = cleared(entries.slice(0, 2))
    expect(textOf(scrollback(entries, '1', empty))).toEqual(['c'])
    expect(textOf(scrollback(entries.slice(0, 1), '1', empty))).toEqual([])
  })

  it('forgets the oldest blocks and keeps the numbers of the others', () => {
    const many = Array.from({ length: MOST_LINES + BLOCK }, (_, index) => output(`${index}\n`))
    const { blocks, firstBlock } = scrollback(many, '1')
    expect(blocks.flat()).toHaveLength(MOST_LINES)
    expect(firstBlock).toBe(1)
    expect(blocks[0]?.[0]?.text).toBe(String(BLOCK))
  })
})
