// Builds the page to compare with: the lesson's own text in Starlight as it comes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readQuestions, readSources } from '../tools/content/read.mjs'
import { SetUpError, npm, root } from '../tools/set-up.mjs'
import { lessonText, shownValues } from './lesson-text.mjs'

const site = path.join(root, 'bench/starlight')

/** @returns the folder to serve. @throws SetUpError when Starlight cannot be installed or built */
export async function buildStarlight({ lesson, html }) {
  if (!existsSync(path.join(site, 'node_modules/astro/package.json')))
    await npm(['ci', '--prefix', site], { label: 'Installing Starlight for the comparison' })
  const content = path.join(root, 'content')
  const text = lessonText({
    source: readFileSync(path.join(content, `en/${lesson}.mdx`), 'utf8'),
    values: shownValues(html),
    sources: readSources(content),
    questions: readQuestions(content, 'en'),
  })
  const pages = path.join(site, 'src/content')
  rmSync(pages, { recursive: true, force: true })
  // MDX by name only: plain Markdown would be checked by the formatter of the course.
  const file = path.join(pages, `docs/${lesson}.mdx`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log('… Building the Starlight page')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(site, 'node_modules/astro/astro.js'), 'build', '--root', site],
    { cwd: site, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  )
  // Types for an editor, written with each build, where the formatter of the course would find them.
  rmSync(path.join(site, '.astro'), { recursive: true, force: true })
  if (status !== 0) throw new SetUpError(`Starlight could not be built:\n${stdout}${stderr}`)
  const { version } = JSON.parse(
    readFileSync(path.join(site, 'node_modules/@astrojs/starlight/package.json'), 'utf8'),
  )
  return { dir: path.join(site, 'dist'), version }
}
