const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '-eq': (left, right) => left === right,
  '-ne': (left, right) => left !== right,
  '-lt': (left, right) => left < right,
  '-le': (left, right) => left <= right,
  '-gt': (left, right) => left > right,
  '-ge': (left, right) => left >= right,
}

/**
 * Whether `[ … ]` holds: `-z`, `-n`, `-f`, `-e`, `=`, `!=`, the comparisons of whole numbers, `!`,
 * `-a` and `-o`.
 *
 * @returns bash's complaint where it is no test
 */
export function testHolds(
  words: readonly string[],
  isFile: (name: string) => boolean,
): boolean | string {
  const [first = '', second = '', third = ''] = words
  for (const joint of ['-o', '-a']) {
    const at = words.indexOf(joint)
    if (at > 0 && at < words.length - 1) {
      const left = testHolds(words.slice(0, at), isFile)
      const right = testHolds(words.slice(at + 1), isFile)
      if (typeof left === 'string') return left
      if (typeof right === 'string') return right
      return joint === '-o' ? left || right : left && right
    }
  }
  if (words.length === 0) return false
  if (words.length === 1) return first !== ''
  if (first === '!' && words.length !== 3) {
    const rest = testHolds(words.slice(1), isFile)
    return typeof rest === 'string' ? rest : !rest
  }
  if (words.length === 2) {
    if (first === '-z') return second === ''
    if (first === '-n') return second !== ''
    if (first === '-f' || first === '-e') return isFile(second)
    if (first === '-s') return isFile(second)
    return `${first}: unary operator expected`
  }
  if (words.length > 3) return 'too many arguments'
  if (second === '=' || second === '==') return first === third
  if (second === '!=') return first !== third
  const compare = COMPARE[second]
  if (!compare) return `${second}: binary operator expected`
  for (const number of [first, third])
    if (!/^\s*[+-]?\d+\s*$/.test(number)) return `${number}: integer expression expected`
  return compare(Number(first), Number(third))
}
