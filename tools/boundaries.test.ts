import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './set-up.mjs'

// The two other guards of purity and boundaries, the linter and the types without a page, each made
// to fail on purpose: a copy of their settings judges files that break one rule each.
const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-boundaries-'))
const settings = ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.pure.json']

const program = (script: string, ...args: readonly string[]) => {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return `${stdout}\n${stderr}`.split('\n')
}

const importing = (target: string) => `import { a } from '${target}'\nexport const b = a\n`
const using = (expression: string) => `export const b = () => ${expression}\n`

const linted = {
  'src/reliability/imports-react.ts': importing('react'),
  'src/reliability/imports-app.ts': importing('../app/a.ts'),
  'src/systems/a/reads-clock.ts': using('Date.now()'),
  'src/systems/a/takes-chance.ts': using('Math.random()'),
  'src/simulation/waits.ts': using('setTimeout(() => undefined, 0)'),
  'src/widgets/a/model.ts': using('window.innerWidth'),
  'src/widgets/a/scenes.ts': using('document.title'),
  'src/widgets/a/describe.ts': importing('../b/model.ts'),
  'src/widgets/a/Figure.tsx': importing('../../lesson/Check.tsx'),
  'src/figures/imports-widget.ts': importing('../widgets/a/model.ts'),
  'src/ui/no-extension.ts': importing('./a'),
  'src/ui/default.ts': 'export default 1\n',
} as const
const allowed = {
  'src/reliability/sound.ts': importing('./series.ts'),
  'src/reliability/sound.test.ts': using('Date.now()'),
  'src/widgets/a/Plot.tsx': importing('../../figures/a.ts'),
  'src/widgets/a/widget.ts': importing('./Figure.tsx'),
  'src/app/sound.ts': importing('../widgets/a/widget.ts'),
} as const
const typed = {
  'src/reliability/window.ts': using('window.innerWidth'),
  'src/simulation/timer.ts': using('setTimeout(() => undefined, 0)'),
  'src/systems/a/process.ts': using('process.cwd()'),
} as const

const complaints = { lint: [] as readonly string[], types: [] as readonly string[] }

beforeAll(() => {
  for (const name of settings) copyFileSync(path.join(root, name), path.join(folder, name))
  for (const [name, text] of Object.entries({ ...linted, ...allowed, ...typed })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  complaints.lint = program('node_modules/oxlint/bin/oxlint', '--format=unix', 'src')
  complaints.types = program(
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '-p',
    'tsconfig.pure.json',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const about = (lines: readonly string[], file: string) =>
  lines.filter((line) => line.startsWith(`${file}:`) || line.startsWith(`${file}(`))

describe('the linter', () => {
  it.each(Object.keys(linted))('complains of %s', (file) => {
    expect(about(complaints.lint, file).join('\n')).toMatch(
      /no-restricted-(imports|globals|properties)|import\((extensions|no-default-export)\)/,
    )
  })

  it.each(Object.keys(allowed))('lets %s pass', (file) => {
    expect(about(complaints.lint, file)).toEqual([])
  })
})

describe('the types of pure files', () => {
  it.each(Object.keys(typed))('know nothing that %s uses', (file) => {
    expect(about(complaints.types, file).join('\n')).toMatch(/Cannot find name|TS2591|TS2584/)
  })

  it('judge pure folders, not a figure', () => {
    expect(about(complaints.types, 'src/widgets/a/model.ts')).not.toEqual([])
    expect(about(complaints.types, 'src/figures/imports-widget.ts')).toEqual([])
  })
})
