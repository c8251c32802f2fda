import type { Options } from 'minisearch'

/** One place that a search can find: a section of a lesson, or a figure. */
export interface Found {
  readonly id: string
  readonly path: string
  readonly page: string
  readonly heading: string
  readonly text: string
}

/** The same for building the index and for asking it. */
export const searchOptions: Options<Found> = {
  fields: ['heading', 'page', 'text'],
  storeFields: ['path', 'page', 'heading'],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { heading: 3, page: 2 }, combineWith: 'AND' },
}
