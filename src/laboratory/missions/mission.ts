import type { Entry } from '../../simulation/machine.ts'
import type {
  ClusterAction,
  ClusterNote,
  ClusterParameters,
  World,
} from '../../systems/kubernetes/world.ts'

/** What a mission may look at to judge: the cluster as it is, what was done, and what happened. */
export interface Evidence {
  readonly world: World
  readonly nowMs: number
  /** What the reader did, in order. */
  readonly deeds: readonly { readonly atMs: number; readonly action: ClusterAction }[]
  /** Everything that was noted up to now, terminals included. */
  readonly entries: readonly Entry<ClusterNote>[]
}

/** One thing that has to be so; the cluster is asked, never the words that were typed. */
export interface Goal {
  readonly id: string
  /** What has to be so, in a sentence. */
  readonly say: () => string
  readonly met: (evidence: Evidence) => boolean
  /** The part of the mission that it belongs to, where there are parts. */
  readonly part?: string
  /** Once met it stays met, also when the cluster goes on; otherwise it must hold at the end. */
  readonly stays: boolean
  /** It is met from the start, and what the reader does may break it. */
  readonly canBeLost?: true
}

/** Something done, so long after the mission's start. */
export interface Step {
  readonly afterMs: number
  readonly action: ClusterAction
}

/** A stretch of a longer mission: what to do, and commands that may be put into the terminal. */
export interface Part {
  readonly id: string
  readonly title: () => string
  readonly say: () => readonly string[]
  readonly commands: readonly string[]
}

/** Something to think about once it has been done. */
export interface Question {
  readonly ask: () => string
  /** In short paragraphs, from what the reader's own cluster did; absent before there is one. */
  readonly answer: (evidence: Evidence | undefined) => readonly string[]
}

/** A task for the reader: a cluster as it begins, goals, and help in steps. */
export interface Mission {
  readonly id: string
  readonly title: () => string
  /** One sentence for lists and searches. */
  readonly lead: () => string
  /**
   * What has happened and what is asked, in short paragraphs. Names of the tools stand between
   * backticks; a whole command there can be put into the terminal with a click.
   */
  readonly brief: () => readonly string[]
  /** None where it is short. */
  readonly parts: readonly Part[]
  readonly cluster: ClusterParameters
  /** What has been done before the reader comes, so that the cluster is not empty. */
  readonly before: readonly { readonly atMs: number; readonly action: ClusterAction }[]
  /** When the reader takes over; everything in `before` is done and settled. */
  readonly startMs: number
  readonly goals: readonly Goal[]
  /** From a nudge to nearly the answer. */
  readonly hints: readonly (() => string)[]
  /** Commands that reach every goal, and why they do; a test runs them. */
  readonly solution: {
    readonly deeds: readonly Step[]
    readonly why: () => readonly string[]
  }
  /** Other ways to the same goals of which the solution's words tell; tests run them as well. */
  readonly ways?: Readonly<Record<string, readonly Step[]>>
  readonly questions?: readonly Question[]
}
