// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parseCaseFile } from './case-file.ts'
import { main } from './cases.ts'

const GOOD = {
  op: 'nines',
  args: { availability: 0.5 },
  expected: { nines: '0.30103' },
  relTol: 1e-5,
}
const WRONG = { ...GOOD, expected: { nines: '2' } }
const THROWING = { ...GOOD, args: { availability: 2 } }
const UNKNOWN = { ...GOOD, op: 'toString' }

function suite(...cases: readonly object[]): string {
  return JSON.stringify({ suite: 'test', cases })
}

function run(files: Readonly<Record<string, string>>): { code: number; report: string } {
  const lines: string[] = []
  const code = main(
    Object.keys(files),
    (line) => lines.push(line),
    (file) => files[file] ?? '',
  )
  return { code, report: lines.join('\n') }
}

describe('the command over golden cases', () => {
  it('exits 0 when every case passes, and counts them', () => {
    const { code, report } = run({ 'a.json': suite(GOOD, GOOD) })
    expect(code).toBe(0)
    expect(report).toMatch(/nines\s+2\s+2\s+1\.\de-8/)
    expect(report).toContain('2 cases: 2 pass, 0 fail')
  })

  it('exits 1 when one case fails, and shows only the first in full', () => {
    const { code, report } = run({ 'a.json': suite(GOOD, WRONG, { ...WRONG, note: 'second' }) })
    expect(code).toBe(1)
    expect(report).toContain(`case ${JSON.stringify(WRONG)}`)
    expect(report).toContain('got  {"nines":0.3010')
    expect(report).not.toContain('second')
  })

  it('counts a refused case as failing and goes on', () => {
    const { code, report } = run({ 'a.json': suite(THROWING, GOOD) })
    expect(code).toBe(1)
    expect(report).toContain('threw RangeError: nines: availability must lie in [0, 1], got 2')
    expect(report).toContain('2 cases: 1 pass, 1 fail')
  })

  it('fails an operation without a function, even one named like a method of every object', () => {
    const { code, report } = run({ 'a.json': suite(UNKNOWN) })
    expect(code).toBe(1)
    expect(report).toContain('no such function yet')
  })

  it('reads one case a line from .ndjson and names its kind', () => {
    const { code, report } = run({
      'a.ndjson': '{"kind":"abdication","x":1}\n\n{"kind":"abdication"}\n',
    })
    expect(code).toBe(1)
    expect(report).toMatch(/abdication\s+2\s+0/)
    expect(report).toContain('no such function yet')
  })

  it('takes arguments that stand beside the operation', () => {
    const trace = {
      op: 'breakerTrace',
      library: 'cockatiel 3.2.1',
      rule: 'consecutive',
      options: { threshold: 1, halfOpenAfterMs: 1000 },
      calls: [{ at: 5, durationMs: 0, fails: true }],
    }
    const expected = { transitions: [{ at: 5, to: 'open' }] }
    expect(run({ 'a.json': suite({ ...trace, expected }) }).code).toBe(0)
    const wrong = { transitions: [{ at: 6, to: 'open' }] }
    expect(run({ 'a.json': suite({ ...trace, expected: wrong }) }).code).toBe(1)
  })

  it('makes cases of a recording in a form of its own, and finds one that is wrong', () => {
    const probes = [98, 300].map((t) => ({ t, server: 'a', probe: t < 200 ? 'ok' : 'fail' }))
    const text = (to: string) =>
      JSON.stringify({
        program: 'HAProxy',
        config: { a: 'inter 1000 fall 3 rise 2' },
        probes,
        transitions: [{ t: 310, server: 'a', from: 'UP', to }],
      })
    expect(run({ 'a.json': text('UP 2/3') })).toMatchObject({ code: 0 })
    expect(run({ 'a.json': text('DOWN') }).report).toContain('"UP 2/3" instead of "DOWN"')
  })

  it('exits 2 for a file it cannot read, after reporting the others', () => {
    const { code, report } = run({ 'bad.json': '{', 'a.json': suite(GOOD) })
    expect(code).toBe(2)
    expect(report).toContain('1 cases: 1 pass, 0 fail, 1 unreadable')
  })

  it('exits 2 when it is given nothing to do', () => {
    expect(run({}).code).toBe(2)
  })
})

describe('parseCaseFile', () => {
  it.each([
    ['a list', 'a.json', '[]', 'no list of "cases"'],
    ['no case', 'a.json', suite(), 'no case in it'],
    ['a case without op', 'a.json', suite({ args: {}, expected: 1 }), 'case 1: no "op"'],
    ['args of no kind', 'a.json', suite({ op: 'x', args: 1, expected: 1 }), '"args" is no object'],
    ['a case that expects nothing', 'a.json', suite({ op: 'x', args: {} }), 'no "expected"'],
    ['a negative tolerance', 'a.json', suite({ ...GOOD, relTol: -1 }), 'a tolerance must be'],
    ['an empty list of lines', 'a.ndjson', '\n', 'no case in it'],
    ['a line without kind', 'a.ndjson', '{"kind":"x"}\n{}', 'line 2: no "kind"'],
  ])('refuses %s', (_, name, text, message) => {
    expect(() => parseCaseFile(name, text)).toThrow(message)
  })
})
