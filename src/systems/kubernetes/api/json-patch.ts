import { same } from './same.ts'

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A merge patch (RFC 7386): its fields replace those of the target, `null` takes them away, objects
 * are merged, lists replaced.
 *
 * @example mergePatch({ a: 1, b: 2 }, { b: null, c: 3 }) // { a: 1, c: 3 }
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isPlain(patch)) return patch
  const merged: Record<string, unknown> = isPlain(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else merged[key] = mergePatch(merged[key], value)
  }
  return merged
}

/** One step of a JSON patch. */
export interface JsonPatchStep {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'
  readonly path: string
  readonly from?: string
  readonly value?: unknown
}

const partsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const missing = (op: string, pointer: string): RangeError =>
  new RangeError(`${op} operation does not apply: doc is missing path: ${pointer}: missing value`)

function at(document: unknown, pointer: string, op: string): unknown {
  let here = document
  for (const part of partsOf(pointer)) {
    const next: unknown = Array.isArray(here)
      ? here[Number(part)]
      : isPlain(here) && Object.hasOwn(here, part)
        ? here[part]
        : undefined
    if (next === undefined) throw missing(op, pointer)
    here = next
  }
  return here
}

/** The document with what `change` makes of the place that a pointer names. */
function changed(
  document: unknown,
  [part, ...rest]: readonly string[],
  change: (holder: unknown, last: string) => unknown,
  fail: () => RangeError,
): unknown {
  if (part === undefined) throw fail()
  if (rest.length === 0) return change(document, part)
  if (Array.isArray(document)) {
    const index = Number(part)
    if (!(index in document)) throw fail()
    return document.map((one, place): unknown =>
      place === index ? changed(one, rest, change, fail) : one,
    )
  }
  if (!isPlain(document) || !Object.hasOwn(document, part)) throw fail()
  return { ...document, [part]: changed(document[part], rest, change, fail) }
}

function added(document: unknown, path: string, value: unknown): unknown {
  if (path === '') return value
  const fail = () => missing('add', path)
  return changed(
    document,
    partsOf(path),
    (holder, last) => {
      if (Array.isArray(holder)) {
        const index = last === '-' ? holder.length : Number(last)
        if (!(index >= 0 && index <= holder.length)) throw fail()
        return [...holder.slice(0, index), value, ...holder.slice(index)]
      }
      if (!isPlain(holder)) throw fail()
      return { ...holder, [last]: value }
    },
    fail,
  )
}

function removed(document: unknown, path: string, op: string): unknown {
  const fail = () => missing(op, path)
  return changed(
    document,
    partsOf(path),
    (holder, last) => {
      if (Array.isArray(holder)) {
        if (!(Number(last) in holder)) throw fail()
        return holder.filter((_, index) => index !== Number(last))
      }
      if (!isPlain(holder) || !Object.hasOwn(holder, last)) throw fail()
      return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== last))
    },
    fail,
  )
}

function replaced(document: unknown, path: string, value: unknown): unknown {
  if (path === '') return value
  const fail = () => missing('replace', path)
  return changed(
    document,
    partsOf(path),
    (holder, last) => {
      if (Array.isArray(holder)) {
        if (!(Number(last) in holder)) throw fail()
        return holder.map((one: unknown, index) => (index === Number(last) ? value : one))
      }
      if (!isPlain(holder) || !Object.hasOwn(holder, last)) throw fail()
      return { ...holder, [last]: value }
    },
    fail,
  )
}

/**
 * A JSON patch (RFC 6902), step by step.
 *
 * @throws RangeError where a step does not apply
 */
export function jsonPatch(target: unknown, steps: readonly JsonPatchStep[]): unknown {
  return steps.reduce<unknown>((document, { op, path, from = '', value }) => {
    switch (op) {
      case 'add':
        return added(document, path, value)
      case 'remove':
        return removed(document, path, 'remove')
      case 'replace':
        return replaced(document, path, value)
      case 'move':
        return added(removed(document, from, 'move'), path, at(document, from, 'move'))
      case 'copy':
        return added(document, path, at(document, from, 'copy'))
      case 'test':
        if (same(at(document, path, 'test'), value)) return document
        throw new RangeError(`testing value ${path} failed: test failed`)
      // What a client sends has any word there.
      default:
        throw new RangeError(`Unexpected kind: ${String(op)}`)
    }
  }, target)
}
