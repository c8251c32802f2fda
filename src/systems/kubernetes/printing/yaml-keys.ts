const isDigit = (letter: string): boolean => /\p{Nd}/u.test(letter)
const isLetter = (letter: string): boolean => /\p{L}/u.test(letter)

/** The digits that begin at a place. */
function digitsFrom(letters: readonly string[], start: number): string {
  let end = start
  while (end < letters.length && isDigit(letters[end] ?? '')) end += 1
  return letters.slice(start, end).join('')
}

/** Two keys from the first place on in which they differ. */
function byDifference(a: readonly string[], b: readonly string[], at: number): number {
  const [one = '', other = ''] = [a[at], b[at]]
  const plainly = one < other ? -1 : 1
  const [oneIsLetter, otherIsLetter] = [isLetter(one), isLetter(other)]
  if (oneIsLetter && otherIsLetter) return plainly
  if (oneIsLetter || otherIsLetter) {
    // After a digit letters come first; after anything else, last.
    const afterDigit = at > 0 && isDigit(a[at - 1] ?? '')
    return oneIsLetter === afterDigit ? -1 : 1
  }
  const [oneDigits, otherDigits] = [digitsFrom(a, at), digitsFrom(b, at)]
  // Zeros inside a number count; those that lead one do not.
  const before = /[1-9]\d*$/.test(a.slice(0, at).join('')) ? '1' : ''
  const [oneNumber, otherNumber] = [
    Number((one === '0' || other === '0' ? before : '') + oneDigits),
    Number((one === '0' || other === '0' ? before : '') + otherDigits),
  ]
  if (oneNumber !== otherNumber) return oneNumber - otherNumber
  return oneDigits.length === otherDigits.length ? plainly : oneDigits.length - otherDigits.length
}

/** The order of keys in Go's YAML: numbers within them count as numbers, so `k2` is before `k10`. */
export function byKey(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)]
  for (let at = 0; at < one.length && at < other.length; at += 1)
    if (one[at] !== other[at]) return byDifference(one, other, at)
  return one.length - other.length
}
