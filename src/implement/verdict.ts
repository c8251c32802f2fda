import * as v from 'valibot'
import { fault, passed, text } from './protocol.ts'
import { whole, within } from './trials/schemas.ts'
import type { Trial } from './trials/trial.ts'

const MOST_ANSWERS = 50_000

/** What came of a trial, as it may come from the sandbox. */
export const verdictOf = <P, W, E, A, N>(trial: Trial<P, W, E, A, N>) =>
  v.variant('kind', [
    passed,
    fault,
    v.strictObject({
      kind: v.literal('broken'),
      seed: whole(0, trial.seeds),
      breach: v.strictObject({ invariant: text(40), atMs: within(0, trial.lengthMs) }),
      course: trial.courses,
      answers: v.pipe(v.array(v.union(Object.values(trial.functions))), v.maxLength(MOST_ANSWERS)),
    }),
  ])
