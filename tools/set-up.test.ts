import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { installAdvice, installProblem, nodeProblem, root } from './set-up.mjs'

describe('nodeProblem', () => {
  // The lines that Vite 8, oxlint and jsdom 29 all declare in their `engines`.
  it.each(['v20.19.0', 'v20.20.2', 'v22.13.0', 'v22.20.1', 'v24.0.0', 'v26.1.0'])(
    'accepts %s',
    (version) => {
      expect(nodeProblem(version)).toBeNull()
    },
  )

  it.each(['v12.22.0', 'v18.20.8', 'v20.18.3', 'v21.7.3', 'v22.12.0', 'v23.11.0'])(
    'refuses %s and says which it is and what to do',
    (version) => {
      const problem = nodeProblem(version)
      expect(problem).toContain(version.slice(1))
      expect(problem).toContain('20.19')
      expect(problem).toContain('https://nodejs.org/')
    },
  )
})

describe('installProblem', () => {
  const lock = (packages: Record<string, unknown>) => JSON.stringify({ packages })
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const wanted = lock({ '': { name: 'x' }, 'node_modules/a': a })

  it('asks for an installation where nothing is installed', () => {
    expect(installProblem(wanted, null)).toBe('nothing is installed yet')
  })

  it('is content with what is installed here, by the lock file of the project', () => {
    const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
    expect(
      installProblem(read('package-lock.json'), read('node_modules/.package-lock.json')),
    ).toBeNull()
  })

  it('goes by content: a package more does no harm', () => {
    expect(installProblem(wanted, lock({ 'node_modules/a': a, 'node_modules/b': a }))).toBeNull()
  })

  it('notices a version that was raised in the lock file', () => {
    const older = { version: '0.9.0', integrity: 'sha512-old' }
    expect(installProblem(wanted, lock({ 'node_modules/a': older }))).toBe(
      'a is 0.9.0, wanted is 1.0.0',
    )
  })

  it('notices another package under the same version', () => {
    const other = { ...a, integrity: 'sha512-b' }
    expect(installProblem(wanted, lock({ 'node_modules/a': other }))).toContain('lock file')
  })

  it('misses a required package, not one for another platform', () => {
    const nested = lock({ 'node_modules/a/node_modules/@s/b': a })
    expect(installProblem(nested, lock({}))).toBe('@s/b is missing')
    expect(
      installProblem(lock({ 'node_modules/c': { ...a, optional: true } }), lock({})),
    ).toBeNull()
  })

  it('takes a damaged record for none', () => {
    expect(installProblem(wanted, '{')).toContain('cannot be read')
  })
})

describe('installAdvice', () => {
  // Lines as npm 11 writes them.
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://x/ failed', /online/],
    ['npm error code ECONNREFUSED', /online/],
    ['npm error code EACCES\nnpm error syscall mkdir', /may not write/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', /npm install/],
    ['npm error code E404', /stands above/],
  ])('answers %j', (output, advice) => {
    expect(installAdvice(output)).toMatch(advice)
  })
})
