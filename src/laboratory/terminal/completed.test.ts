// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { threeNodes } from '../clusters.ts'
import { beginSession } from '../session.ts'
import { completed } from './completed.ts'

const { world } = beginSession(threeNodes, [], 30_000).frame

describe('the Tab key', () => {
  it('ends a word that can be only one, with a space behind it', () => {
    expect(completed(world, '1', 'kubectl cor')).toEqual({ line: 'kubectl cordon ', choices: [] })
  })

  it('goes as far as all words agree, and names them', () => {
    // The nodes of the laboratory are node-1, node-2 and node-3.
    expect(completed(world, '1', 'kubectl cordon n')).toEqual({
      line: 'kubectl cordon node-',
      choices: ['node-1', 'node-2', 'node-3'],
    })
  })

  it('leaves a line alone that nothing completes', () => {
    expect(completed(world, '1', 'kubectl cordon zzz')).toEqual({
      line: 'kubectl cordon zzz',
      choices: [],
    })
  })
})
