import type { GraphQuestion } from '../../question.ts'
import { snapped } from './ticks.ts'

/** A value for each place; nothing where none is set yet. */
export type Guess = readonly (number | undefined)[]

export interface Point {
  readonly x: number
  readonly y: number
}

/** The values with one of them set, or taken away. */
export const withValue = (guess: Guess, at: number, value: number | undefined): Guess =>
  guess.map((before, index) => (index === at ? value : before))

/**
 * The values once a line is drawn from one point to another: each place that it passes gets its
 * height there, and the place nearest to its end is set whatever it passes. Quick hands skip places.
 */
export function withLine(
  question: GraphQuestion,
  guess: Guess,
  from: Point | undefined,
  to: Point,
): Guess {
  const { at, y } = question
  const off = (place: { readonly x: number }) => Math.abs(place.x - to.x)
  const nearest = at.reduce((best, place) => (off(place) < off(best) ? place : best))
  return at.map((place, index) => {
    if (place === nearest) return snapped(to.y, y)
    if (!from || (place.x - from.x) * (place.x - to.x) > 0) return guess[index]
    const along = to.x === from.x ? 1 : (place.x - from.x) / (to.x - from.x)
    return snapped(from.y + along * (to.y - from.y), y)
  })
}
