import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { findChromium, findProgram } from './browsers.mjs'
import { claimPorts, siteUrl, sites } from './sites.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-browsers-'))
const place = (name: string, mode: number) => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

it('finds a program by the order of names, then of folders, then of fixed places', () => {
  const chrome = place('a/google-chrome', 0o755)
  const chromium = place('b/chromium', 0o755)
  const fixed = place('c/Chrome.app', 0o755)
  const where = [path.join(folder, 'a'), path.join(folder, 'b')].join(path.delimiter)
  expect(findProgram(['chromium', 'google-chrome'], [fixed], where)).toBe(chromium)
  expect(findProgram(['google-chrome'], [fixed], where)).toBe(chrome)
  expect(findProgram(['firefox'], [fixed], where)).toBe(fixed)
  expect(findProgram(['firefox'], [], where)).toBeNull()
})

it('does not take a file that cannot be run for a program', () => {
  place('d/chromium', 0o644)
  expect(findProgram(['chromium'], [], path.join(folder, 'd'))).toBeNull()
})

it('takes the browser that CHROMIUM_PATH names before any other', async () => {
  const own = place('e/my-browser', 0o755)
  vi.stubEnv('CHROMIUM_PATH', own)
  expect(await findChromium()).toBe(own)
})

it('says so where CHROMIUM_PATH names no program, rather than search on', async () => {
  vi.stubEnv('CHROMIUM_PATH', path.join(folder, 'nowhere'))
  await expect(findChromium()).rejects.toThrow('CHROMIUM_PATH')
})

it('gives each site a port of its own and keeps it when asked again', async () => {
  const environment: Record<string, string> = {}
  await claimPorts(environment)
  const first = sites.map(({ name }) => siteUrl(name, environment))
  await claimPorts(environment)
  expect(sites.map(({ name }) => siteUrl(name, environment))).toEqual(first)
  expect(new Set(first.map((url) => new URL(url).port)).size).toBe(sites.length)
  expect(new URL(siteUrl('subfolder', environment)).pathname).toBe('/a/sub/folder/')
})
