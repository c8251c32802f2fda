type Fields = Readonly<Record<string, unknown>>

const isFields = (value: object): value is Fields => !Array.isArray(value)

function sameFields(a: Fields, b: Fields): boolean {
  // Most of what is compared here is alike: keys are gone through without lists of them in between.
  let present = 0
  for (const key in a) {
    const value = a[key]
    if (value === undefined) continue
    if (!Object.hasOwn(b, key) || !same(value, b[key])) return false
    present += 1
  }
  for (const key in b) if (b[key] !== undefined) present -= 1
  return present === 0
}

/** Whether two plain values are the same, whatever the order of their fields; absent is undefined. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isFields(a) && isFields(b)) return sameFields(a, b)
  return (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((one, index) => same(one, b[index]))
  )
}
