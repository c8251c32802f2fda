// @vitest-environment node
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { replayed } from '../../simulation/decisions.ts'
import { runTo } from '../../simulation/run.ts'
import { fencing } from './fencing.ts'
import { type Finding, breachOf, find } from './find.ts'
import type { Functions, Trial } from './trial.ts'
import { type TaskId, taskIds } from '../task-ids.ts'
import { trials } from './trials.ts'

const codes = import.meta.glob<string>('../code/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const codeOf = (id: TaskId, which: 'start' | 'solution') => codes[`../code/${id}.${which}.js`] ?? ''

/** The functions of some code, made anew at each call. */
const compiled = (names: readonly string[], code: string) => (): Functions =>
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- our own code, in a test
  new Function(`'use strict'; ${code}; return { ${names.join(', ')} }`)() as Functions

/** What must be found: a line of the solution, and what somebody may have written instead. */
const wrong: Readonly<
  Record<TaskId, Readonly<Record<string, readonly [from: string, to: string]>>>
> = {
  fencing: {
    'does not compare': ['token < highest', 'false'],
    'refuses the holder’s second write': ['token < highest', 'token <= highest'],
    'compares the other way round': ['token < highest', 'token > highest'],
    'refuses everything': ['token < highest', 'true'],
    'remembers nothing': ['accept: true, highest: token', 'accept: true, highest'],
    'forgets when it refuses': ['accept: false, highest', 'accept: false, highest: token'],
    'takes the next one only': ['token < highest', 'token !== highest + 1'],
  },
  'quorum-write': {
    'counts messages as copies in a write': ['new Set(confirmed).size', 'confirmed.length'],
    'waits for one copy fewer': ['size >= w', 'size >= w - 1'],
    'waits for all': ['size >= w', 'size >= n'],
    'never ends a write': ['return new Set(confirmed).size >= w', 'return false'],
    'counts messages as copies in a read': ['copies.size <', 'replies.length <'],
    'reads from a majority': ['copies.size < n - w + 1', 'copies.size <= n / 2'],
    'reads from w': ['n - w + 1', 'w'],
    'reads from one fewer': ['n - w + 1', 'n - w'],
    'reads from all': ['n - w + 1', 'n'],
    'takes the last reply': [
      'Math.max(...replies.map((reply) => reply.version))',
      'replies[replies.length - 1].version',
    ],
    'takes the first reply': [
      'Math.max(...replies.map((reply) => reply.version))',
      'replies[0].version',
    ],
    'takes the oldest': ['Math.max', 'Math.min'],
    'makes a version up': ['Math.max(...', 'Math.max(1000, ...'],
  },
  'leader-election': {
    'votes twice in a term': [
      'voter.votedFor !== null && voter.votedFor !== candidate.id',
      'false',
    ],
    'ignores the log': [
      'candidate.lastTerm !== voter.lastTerm) return candidate.lastTerm > voter.lastTerm\n  return candidate.lastIndex >= voter.lastIndex',
      'true) return true',
    ],
    'looks at the length alone': ['candidate.lastTerm !== voter.lastTerm', 'false'],
    'looks at the term alone': ['candidate.lastIndex >= voter.lastIndex', 'true'],
    'compares logs the other way round': [
      'candidate.lastTerm > voter.lastTerm',
      'candidate.lastTerm < voter.lastTerm',
    ],
    'asks for a longer log': [
      'candidate.lastIndex >= voter.lastIndex',
      'candidate.lastIndex > voter.lastIndex',
    ],
    'asks for the same length': ['>= voter.lastIndex', '=== voter.lastIndex && false'],
    'takes a majority of those who answered': ['servers / 2', 'answers.length / 2'],
    'takes half': ['> servers / 2', '>= servers / 2'],
    'takes one vote': ['> servers / 2', '> 0'],
    'waits for all': ['granted.length > servers / 2', 'granted.length === servers'],
    'counts refusals': ['answers.filter((answer) => answer.granted)', 'answers'],
  },
}

function firstOf<P, W, E, A, N>(trial: Trial<P, W, E, A, N>, make: () => Functions) {
  for (let seed = 0; seed < trial.seeds; seed += 1) {
    const found = find(trial, seed, make)
    if (found) return found
  }
  return undefined
}

function expectAgain<P, W, E, A, N>(trial: Trial<P, W, E, A, N>, found: Finding<P, A>) {
  // What comes out of the sandbox is parsed, and then run with the answers alone.
  const course = v.parse(trial.courses, JSON.parse(JSON.stringify(found.course)))
  expect(course).toEqual(found.course)
  const again = replayed(found.answers, trial.own)
  expect(breachOf(trial, course, again)).toEqual(found.breach)
}

describe.each(taskIds)('%s', (id) => {
  const trial = trials[id] as unknown as Trial<unknown, unknown, unknown, unknown, unknown>
  const names = Object.keys(trial.functions)
  const solution = codeOf(id, 'solution')

  it(
    'holds on every schedule with the course’s rule, and with its solution',
    { timeout: 240_000 },
    () => {
      expect(firstOf(trial, () => trial.own)).toBeUndefined()
      expect(firstOf(trial, compiled(names, solution))).toBeUndefined()
    },
  )

  it('breaks with the code that the reader starts from', () => {
    const found = firstOf(trial, compiled(names, codeOf(id, 'start')))
    expect(found).toBeDefined()
    if (found) expectAgain(trial, found)
  })

  it.each(Object.entries(wrong[id]))(
    'catches a rule that %s',
    { timeout: 120_000 },
    (name, [from, to]) => {
      expect(solution).toContain(from)
      const found = firstOf(trial, compiled(names, solution.replace(from, to)))
      expect(found, name).toBeDefined()
      if (!found) return
      expectAgain(trial, found)
    },
  )
})

it('records what the code answers after the breach too', () => {
  const [from, to] = wrong.fencing['refuses the holder’s second write'] ?? ['', '']
  const make = compiled(['receive'], codeOf('fencing', 'solution').replace(from, to))
  const found = firstOf(fencing, make)
  expect(found).toBeDefined()
  if (!found) return
  const refused = (functions: Functions) =>
    runTo({ ...fencing.rules(functions), invariants: {} }, found.course, fencing.lengthMs)
      .world()
      .landed.filter(({ accepted }) => !accepted)
  expect(refused(make()).length).toBeGreaterThan(1)
  expect(refused(replayed(found.answers, fencing.own))).toEqual(refused(make()))
})
