import type { ReactNode } from 'react'
import type { Timeline } from '../../frame/contract.ts'
import type { Plain } from '../../simulation/decisions.ts'
import type { Course } from '../../simulation/history.ts'
import type { Breach } from '../trials/trial.ts'

/** A schedule that breaks something, and what the reader's functions answered along it. */
export interface Broken<Parameters, Action> {
  readonly course: Course<Parameters, Action>
  readonly answers: readonly Plain[]
  readonly breach: Breach
}

/** A run to be played, at rest where it breaks. */
export interface Replay {
  readonly timeline: Timeline
  readonly figure: (atMs: number) => ReactNode
}
