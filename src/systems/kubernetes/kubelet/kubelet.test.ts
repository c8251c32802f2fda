// @vitest-environment node
import { expect, it } from 'vitest'
import { remove } from '../api/remove.ts'
import { podOn, trial } from './trial.ts'

it('a deleted pod of the recordings is told of three times: mark, end of grace, gone', () => {
  const lab = trial('1.20')
  lab.at(1000, podOn('node-2', 'one'))
  lab.at(9000, (turn) => remove(turn, 'pods', 'default/one'))
  lab.to(12_000)
  // By the watch in the session on the seed's exercise: three rows of the same, 0.7 s apart.
  expect(lab.rows('one').slice(-3)).toEqual([
    'MODIFIED 1/1 Running, ends 0',
    'MODIFIED 1/1 Running, ends 0',
    'DELETED 1/1 Running, ends 0',
  ])
})
