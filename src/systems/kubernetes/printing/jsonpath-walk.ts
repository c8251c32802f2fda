import { fieldsOf, goText, isList, isRecord } from './json.ts'
import type { Json } from './json.ts'
import type { Path, PathNode, Slice } from './jsonpath-parse.ts'

type Values = readonly Json[]

/** The name that Go has for the type of a value. */
function typeName(value: Json): string {
  if (isRecord(value)) return 'map[string]interface {}'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

const outOfBounds = (index: number, length: number): RangeError =>
  new RangeError(`array index out of bounds: index ${index}, length ${length}`)

function sliced(value: Json, { from, to, step, single }: Slice): Values {
  if (value === null) return []
  if (!isList(value)) throw new RangeError(`${typeName(value)} is not array or slice`)
  const { length } = value
  const start = (from ?? 0) < 0 ? (from ?? 0) + length : (from ?? 0)
  const last = to ?? length
  const end = last < 0 || (last === 0 && single) ? last + length : last
  if (start === end) return []
  if (start >= length || start < 0) throw outOfBounds(start, length)
  if (end > length || end < 0) throw outOfBounds(end - 1, length)
  if (start > end)
    throw new RangeError(`starting index ${start} is greater than ending index ${end}`)
  if (step !== null && step <= 0) throw new RangeError('step must be > 0')
  return value.slice(start, end).filter((_, index) => index % (step ?? 1) === 0)
}

const childrenOf = (value: Json): Values =>
  isList(value) ? value : isRecord(value) ? fieldsOf(value).map(([, field]) => field) : []

/** A value and all below it that have something below them. */
function deepValues(values: Values): Values {
  return values.flatMap((value) => {
    const children = childrenOf(value)
    return children.length === 0 ? [] : [value, ...deepValues(children)]
  })
}

/** Whether two values compare as asked; those of different kinds do not compare at all. */
function compares(left: Json, operator: string, right: Json): boolean {
  if (typeof left !== typeof right) throw new RangeError('incompatible types for comparison')
  if (operator === '==') return left === right
  if (operator === '!=') return left !== right
  if (typeof left === 'boolean' || left === null || right === null)
    throw new RangeError('invalid type for comparison')
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  if (operator === '>') return left > right
  if (operator === '>=') return left >= right
  throw new RangeError(`unrecognized filter operator ${operator}`)
}

function passes(item: Json, node: PathNode & { readonly node: 'filter' }): boolean {
  const left = walk([item], node.left)
  if (node.operator === 'exists') return left.length > 0
  const right = walk([item], node.right)
  const [one] = left
  const [other] = right
  if (one === undefined || other === undefined) return false
  if (left.length > 1 || right.length > 1)
    throw new RangeError('can only compare one element at a time')
  return compares(one, node.operator, other)
}

function filtered(value: Json, node: PathNode & { readonly node: 'filter' }): Values {
  if (value === null) return []
  if (!isList(value))
    throw new RangeError(`${goText(value)} is not array or slice and cannot be filtered`)
  return value.filter((item) => passes(item, node))
}

function step(values: Values, node: PathNode): Values {
  switch (node.node) {
    case 'text':
      return [node.text]
    case 'number':
    case 'boolean':
      return [node.value]
    case 'word':
      if (node.word === 'range' || node.word === 'end') return values
      throw new RangeError(`unrecognized identifier ${node.word}`)
    case 'field':
      // A field that is not there is no fault: it adds nothing.
      return values.flatMap((value) => {
        const field = isRecord(value) ? value[node.name] : undefined
        return field === undefined ? [] : [field]
      })
    case 'every':
      return values.flatMap(childrenOf)
    case 'deep':
      return deepValues(values)
    case 'slice':
      return values.flatMap((value) => sliced(value, node.slice))
    case 'union':
      return node.paths.flatMap((path) => walk(values, path))
    case 'filter':
      return values.flatMap((value) => filtered(value, node))
  }
}

/**
 * Follows a path from each of some values.
 *
 * @throws RangeError in kubectl's words, such as for an index past the end
 */
export const walk = (values: Values, path: Path): Values => path.reduce(step, values)
