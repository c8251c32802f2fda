import { type AddressProblem, readAddress, writeAddress } from './address.ts'
import type { Widget } from './contract.ts'
import { COURSE_KEYS, type Course, FIRST_COURSE } from './course.ts'
import type { Values } from './parameters.ts'

/**
 * The version of addresses that are shared. One without a version is of the first. A later version
 * that gives a key another meaning reads the older ones here.
 */
const VERSION = 1

/** All of a figure that an address holds. */
export interface State {
  readonly values: Values
  readonly course: Course
}

/**
 * The state that the query of an address names, sound whatever it is, and what had to be mended.
 *
 * @param opening the values that the query stands over
 */
export function readState(
  widget: Widget,
  search: string,
  opening = widget.first,
  /** Keys that are read elsewhere. */
  others: readonly string[] = [],
): State & { readonly problems: readonly AddressProblem[] } {
  const { running } = widget
  const { values, problems } = readAddress(widget.parameters, widget.scenes, opening, search, [
    'v',
    ...others,
    ...(running ? COURSE_KEYS : []),
  ])
  const version = new URLSearchParams(search).get('v')
  if (version !== null && version !== String(VERSION))
    problems.push(
      /^[1-9]\d{0,3}$/.test(version) ? { kind: 'newer' } : { kind: 'unknown', key: 'v' },
    )
  const tooLong = problems.some(({ kind }) => kind === 'too-long')
  if (!running || tooLong) return { values, problems, course: FIRST_COURSE }
  const { course, unreadable } = running.readCourse(FIRST_COURSE, search, widget.can)
  const unknown = unreadable.map((key): AddressProblem => ({ kind: 'unknown', key }))
  return { values, course, problems: [...problems, ...unknown] }
}

/** The query that brings a state back over the one that a figure opens with; empty for that one. */
export const writeState = (
  widget: Widget,
  { values, course }: State,
  opening = widget.first,
): string =>
  [writeAddress(widget.parameters, opening, values), widget.running?.writeCourse(course) ?? '']
    .filter(Boolean)
    .join('&')

/** The query of an address to be shared: the whole state, and the version that it is written in. */
export const shareQuery = (widget: Widget, state: State): string =>
  [`v=${VERSION}`, writeState(widget, state)].filter(Boolean).join('&')
