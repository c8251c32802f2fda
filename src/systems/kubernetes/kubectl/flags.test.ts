// @vitest-environment node
import { expect, test } from 'vitest'
import { type Flag, parseFlags, UsageError } from './flags.ts'

const GET: readonly Flag[] = [
  { name: 'all-namespaces', short: 'A', takes: 'switch' },
  { name: 'watch', short: 'w', takes: 'switch' },
  { name: 'output', short: 'o', takes: 'text' },
  { name: 'label-columns', short: 'L', takes: 'list' },
  { name: 'replicas', takes: 'whole', initial: '-1' },
  { name: 'timeout', takes: 'duration', initial: '30s' },
  { name: 'dry-run', takes: 'text', bare: 'unchanged', initial: 'none' },
]

const complaint = (...words: string[]): string => {
  try {
    parseFlags('get', GET, words)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return ''
}

test('flags stand anywhere among the arguments, long and short, with and without =', () => {
  const parsed = parseFlags('get', GET, [
    'pods',
    '-n=shop',
    '-Aw',
    'web',
    '-ojson',
    '-L',
    'a,b',
    '-L=c',
    '--timeout',
    '1m30s',
  ])
  expect(parsed.args).toEqual(['pods', 'web'])
  expect(parsed.text('namespace')).toBe('shop')
  expect([parsed.is('all-namespaces'), parsed.is('watch')]).toEqual([true, true])
  expect(parsed.text('output')).toBe('json')
  expect(parsed.list('label-columns')).toEqual(['a', 'b', 'c'])
  expect(parsed.ms('timeout')).toBe(90_000)
  expect(parsed.whole('replicas')).toBe(-1)
})

test('a flag with a meaning of its own alone does not take the next word', () => {
  const parsed = parseFlags('get', GET, ['--dry-run', 'pods'])
  expect([parsed.text('dry-run'), ...parsed.args]).toEqual(['unchanged', 'pods'])
})

test('nothing is a flag behind --', () => {
  const parsed = parseFlags('get', GET, ['pod', '--', '-w'])
  expect([parsed.args, parsed.dashAt, parsed.is('watch')]).toEqual([['pod', '-w'], 1, false])
})

// What kubectl 1.33.1 prints for the same words, without "error: ".
test.each([
  [['pods', '--nosuch=3'], 'unknown flag: --nosuch'],
  [['-z'], "unknown shorthand flag: 'z' in -z"],
  [['-wq'], "unknown shorthand flag: 'q' in -q"],
  [['pods', '-n'], "flag needs an argument: 'n' in -n"],
  [['pods', '--output'], 'flag needs an argument: --output'],
  [['---x'], 'bad flag syntax: ---x'],
  [
    ['--replicas=x'],
    'invalid argument "x" for "--replicas" flag: strconv.ParseInt: parsing "x": invalid syntax',
  ],
  [
    ['-A=zz'],
    'invalid argument "zz" for "-A, --all-namespaces" flag: strconv.ParseBool: parsing "zz": invalid syntax',
  ],
  [
    ['--timeout=5'],
    'invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"',
  ],
  [
    ['--timeout=5x'],
    'invalid argument "5x" for "--timeout" flag: time: unknown unit "x" in duration "5x"',
  ],
  [['--timeout='], 'invalid argument "" for "--timeout" flag: time: invalid duration ""'],
])('%j is refused as kubectl refuses it', (words, why) => {
  expect(complaint(...words)).toBe(`${why}\nSee 'kubectl get --help' for usage.`)
})

test('a flag that the laboratory leaves out is refused by name', () => {
  expect(complaint('--token=x')).toBe("--token is left out of this laboratory's kubectl")
})
