import { humanDuration, millisecondsOf } from '../clock.ts'
import type { KubeObject, Labels, Timestamp } from '../objects.ts'
import type { ProfileName } from '../resources.ts'

/** When a text is printed, and by which release. */
export interface PrintContext {
  /** Milliseconds of the run. */
  readonly nowMs: number
  readonly profile: ProfileName
}

/** A column of a table as the API server defines it. */
export interface Column {
  /** As the server writes it: `Nominated Node`; kubectl prints it in capitals. */
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean'
  /** `name` for the column that names the object; otherwise empty. */
  readonly format: '' | 'name'
  /** 0 is always shown; 1 only with `-o wide`. */
  readonly priority: 0 | 1
}

export type Cell = string | number | boolean

export interface Row {
  readonly cells: readonly Cell[]
  readonly object: KubeObject
}

/** What the API server answers to a client that asks for a table. */
export interface ObjectTable {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** How objects of one kind become rows. */
export interface TableForm<T extends KubeObject> {
  readonly columns: readonly Column[]
  readonly cells: (object: T, context: PrintContext) => readonly Cell[]
}

/** Columns from short words: `Name` is the name, `IP*` is a wide column, `Desired#` holds integers. */
export function columnsOf(...words: readonly string[]): readonly Column[] {
  return words.map((word) => ({
    name: word.replaceAll(/[*#?]/g, ''),
    type: word.includes('#') ? 'integer' : word.includes('?') ? 'boolean' : 'string',
    format: word === 'Name' ? 'name' : '',
    priority: word.includes('*') ? 1 : 0,
  }))
}

/** How long ago a stored time was: `6m2s`; `<unknown>` where there is none. */
export const since = (time: Timestamp | null | undefined, { nowMs }: PrintContext): string =>
  time ? humanDuration(nowMs - millisecondsOf(time)) : '<unknown>'

/** The age of an object. */
export const ageOf = (object: KubeObject, context: PrintContext): string =>
  since(object.metadata.creationTimestamp, context)

/** Text compared by its code units, as Go sorts it for the letters that names may have. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Labels as kubectl writes them: `app=web,tier=front`, sorted; `<none>` for none. */
export function labelsText(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).toSorted(([a], [b]) => byText(a, b))
  return pairs.length === 0 ? '<none>' : pairs.map(([key, value]) => `${key}=${value}`).join(',')
}
