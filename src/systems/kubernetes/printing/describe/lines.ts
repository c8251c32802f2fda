import type { Labels } from '../../objects.ts'
import { millisecondsOf } from '../../clock.ts'
import type { Kinds, KubeObject, Resource, Timestamp } from '../../objects.ts'
import { longTime } from '../../clock.ts'
import type { PrintContext } from '../table.ts'
import { byText } from '../table.ts'

/** Where a description looks for what belongs to its object. */
export interface Related {
  /** The objects of a resource in the order of their keys; of one namespace, if one is given. */
  readonly list: <R extends Resource>(resource: R, namespace?: string) => readonly Kinds[R][]
}

/** What a description is made from besides its object. */
export interface DescribeContext extends PrintContext {
  readonly related: Related
}

/** Lines in which tabs part the cells; see `tabbed`. */
export type Lines = readonly string[]

/** Lines of one or more levels of indentation, two spaces each. */
export const indented = (level: number, lines: Lines): Lines =>
  lines.map((line) => '  '.repeat(level) + line)

/** Whether a time lies so far back that Go would print its zero. */
export const timeText = (time: Timestamp | null | undefined): string =>
  time ? longTime(time) : 'Mon, 01 Jan 0001 00:00:00 +0000'

/** Milliseconds of the run, or minus infinity for a time that was never set. */
export const millisecondsOrNever = (time: Timestamp | null | undefined): number =>
  time ? millisecondsOf(time) : Number.NEGATIVE_INFINITY

/** A title with one line for each of several texts; `<none>` for none. */
export function titled(title: string, texts: Lines, indent = ''): Lines {
  const [first = '<none>', ...rest] = texts
  return [`${indent}${title}:\t${first}`, ...rest.map((text) => `${indent}\t${text}`)]
}

/** Labels or a node selector, one a line, sorted. */
export const labelLines = (title: string, labels: Labels | undefined, indent = ''): Lines =>
  titled(
    title,
    Object.entries(labels ?? {})
      .toSorted(([a], [b]) => byText(a, b))
      .map(([key, value]) => `${key}=${value}`),
    indent,
  )

/** The longest annotation that stands beside its key. */
const LONGEST = 140
const HIDDEN = 'kubectl.kubernetes.io/last-applied-configuration'

const shortened = (text: string): string =>
  text.length > LONGEST - 2 ? `${text.slice(0, LONGEST - 2)}...` : text

/** Annotations, one a line; those with long or several lines stand below their key. */
export function annotationLines(annotations: Labels | undefined, indent = ''): Lines {
  const texts = Object.entries(annotations ?? {})
    .filter(([key]) => key !== HIDDEN)
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([key, whole]) => {
      const value = whole.replace(/\n$/, '')
      return value.length + key.length + 2 > LONGEST || value.includes('\n')
        ? [`${key}:`, ...value.split('\n').map((line) => `  ${shortened(line)}`)]
        : [`${key}: ${value}`]
    })
  return titled('Annotations', texts, indent)
}

/** The controller of an object: `ReplicaSet/web-7c9`. */
export function controllerLines({ metadata }: KubeObject): Lines {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true)
  return owner ? [`Controlled By:\t${owner.kind}/${owner.name}`] : []
}
