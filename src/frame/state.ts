import { type AddressProblem, readAddress, writeAddress } from './address.ts'
import type { Widget } from './contract.ts'
import { COURSE_KEYS, type Course, FIRST_COURSE } from './course.ts'
import type { Values } from './parameters.ts'

/** All of a figure that an address holds. */
export interface State {
  readonly values: Values
  readonly course: Course
}

/** The state that the query of an address names, sound whatever it is, and what had to be mended. */
export function readState(
  widget: Widget,
  search: string,
): State & { readonly problems: readonly AddressProblem[] } {
  const { running } = widget
  const { values, problems } = readAddress(
    widget.parameters,
    widget.scenes,
    widget.first,
    search,
    running ? COURSE_KEYS : [],
  )
  const tooLong = problems.some(({ kind }) => kind === 'too-long')
  if (!running || tooLong) return { values, problems, course: FIRST_COURSE }
  const actions = (widget.actions ?? []).map(({ id }) => id)
  const { course, unreadable } = running.readCourse(FIRST_COURSE, search, actions)
  const unknown = unreadable.map((key): AddressProblem => ({ kind: 'unknown', key }))
  return { values, course, problems: [...problems, ...unknown] }
}

/** The query that brings a state back; empty for the first one. */
export const writeState = (widget: Widget, { values, course }: State): string =>
  [writeAddress(widget.parameters, widget.first, values), widget.running?.writeCourse(course) ?? '']
    .filter(Boolean)
    .join('&')
