import { callText, placed } from './arguments.ts'
import type { Outcome } from './evaluator.ts'
import { type Entry, type Part, loadPart, partIds } from './library.ts'

/** What a page of the reference is drawn from. */
export interface Reference {
  /** The functions of the page; none on the first one, which lists all. */
  readonly part: Part | undefined
  /** While prerendering: everything that is written about the library, by category. */
  readonly library: ReadonlyMap<string, readonly Entry[]>
  /** While prerendering: the example of each function on the page, and its answer. */
  readonly firsts: ReadonlyMap<string, { readonly call: string; readonly outcome: Outcome }>
}

/** The values of an example as the arguments of a call. */
async function firstsOf({ forms }: Part): Promise<Reference['firsts']> {
  const { evaluate } = await import('./evaluate.ts')
  return new Map(
    forms.map(({ name, fields, fixed }) => {
      const args = fields.reduce<readonly unknown[]>(
        (given, { path, value }) => (value === undefined ? given : placed(given, path, value)),
        [],
      )
      return [name, { call: callText(name, args, fixed), outcome: evaluate(name, args) }]
    }),
  )
}

/** @param id the category, or nothing for the list of all */
export async function loadReference(id: string | undefined): Promise<Reference> {
  const part = id === undefined ? undefined : await loadPart(id)
  if (!import.meta.env.SSR) return { part, library: new Map(), firsts: new Map() }
  const library = await Promise.all(
    partIds.map(async (one) => [one, (await loadPart(one)).entries] as const),
  )
  return { part, library: new Map(library), firsts: part ? await firstsOf(part) : new Map() }
}
