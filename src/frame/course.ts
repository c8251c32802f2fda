/** Something the reader did to a running world, and when, in whole milliseconds of its time. */
export interface Deed {
  readonly atMs: number
  readonly action: string
}

/** The deed of doing something to one thing of a kind: `drop` and `12` make `drop-12`. */
export const onTarget = (action: string, target: string): string => `${action}-${target}`

/** What a deed is done to, if it is one of that action: `12` of `drop-12`, for `drop`. */
export const targetOf = (action: string, deed: string): string | undefined =>
  deed.startsWith(`${action}-`) ? deed.slice(action.length + 1) : undefined

/** What makes a run beside the parameters: its luck, what was done to it, and where it is looked at. */
export interface Course {
  /** A whole number from 0 to 4,294,967,295. */
  readonly seed: number
  /** In the order of their time. */
  readonly deeds: readonly Deed[]
  /** The playhead; absent where the figure rests of itself. */
  readonly atMs?: number
}

export const MOST_SEED = 4_294_967_295

export const FIRST_COURSE: Course = { seed: 1, deeds: [] }

/** As many as an address of at most 2,000 characters holds beside the parameters. */
export const MOST_DEEDS = 50

/** The keys of an address that belong to the course and not to a parameter. */
export const COURSE_KEYS: readonly string[] = ['seed', 'at', 'do']

/** The course in which something is done at a time, and nothing of what was done later. */
export const withDeed = (course: Course, deed: Deed): Course => ({
  ...course,
  atMs: deed.atMs,
  deeds: [...course.deeds.filter(({ atMs }) => atMs <= deed.atMs), deed].slice(0, MOST_DEEDS),
})
