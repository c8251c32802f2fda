import { expect, type Page } from '@playwright/test'
import { siteUrl } from '../tools/sites.mjs'
import {
  fencingTask,
  laboratory,
  lesson,
  missing,
  neutral,
  overview,
  pages,
  paradox,
  referenceStructure,
  whoLeads,
} from './addresses.ts'
import { test } from './course-test.ts'
import { figure, reading, scene } from './figure.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { typeInto } from './type-into.ts'

const home = siteUrl('subfolder')
test.use({ baseURL: home })

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })

test('a page of each kind below a folder has its styles, its fonts and its scripts @once', async ({
  page,
}) => {
  test.slow()
  const lost: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400 || !response.url().startsWith(home)) lost.push(response.url())
  })
  const kinds = [overview, lesson, whoLeads, fencingTask, laboratory, referenceStructure]
  for (const { path, heading, figures } of [...kinds, neutral(paradox)]) {
    await page.goto(path)
    await expect(h1(page)).toHaveText(heading)
    await pageIsLive(page)
    for (const id of figures) await figureIsLive(page, id)
    expect(await h1(page).evaluate((one) => getComputedStyle(one).fontFamily)).toContain(
      'Source Serif',
    )
  }
  expect(lost).toEqual([])
})

test('whatever any page below a folder names is there, and below that folder @once', async ({
  request,
}) => {
  test.slow()
  const named = new Map<string, string>()
  const read = async (path: string) => {
    const at = new URL(path, home).href
    const html = await (await request.get(at)).text()
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"#?]+)/g)) {
      const { href, protocol } = new URL(address.replaceAll('&amp;', '&'), at)
      if (protocol.startsWith('http') && new URL(href).origin === new URL(home).origin)
        named.set(href, path)
    }
  }
  await Promise.all([...pages, neutral(lesson), neutral(overview)].map(({ path }) => read(path)))
  const lost: string[] = []
  await Promise.all(
    [...named].map(async ([href, path]) => {
      const status = href.startsWith(home) ? (await request.head(href)).status() : 0
      if (status !== 200) lost.push(`${path} names ${href}: ${status}`)
    }),
  )
  expect(named.size).toBeGreaterThan(pages.length)
  expect(lost).toEqual([])
})

test('links, search and the address of a figure stay below the folder @chromium', async ({
  page,
}) => {
  test.slow()
  await page.goto(overview.path)
  await pageIsLive(page)
  await page.getByRole('article').getByRole('link', { name: 'Next Independence' }).click()
  await expect(h1(page)).toHaveText(lesson.heading)
  await expect(page).toHaveURL(home + lesson.path)
  await figureIsLive(page)
  await scene(page, 'Failover 90%').click()
  await expect(reading(page, 'Failures')).toHaveText('1,090 per million')
  await page.keyboard.press('/')
  await typeInto(page.getByRole('searchbox'), 'paradox')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /The paradox, opened up/ })
    .click()
  await expect(h1(page)).toHaveText(paradox.heading)
  await expect(page).toHaveURL(home + paradox.path)
  await figureIsLive(page)
  await scene(page, 'Router in the path').click()
  await expect(page).toHaveURL(/\/a\/sub\/folder\/en\/w\/redundancy-paradox\/\?.*inPath=1/)
  await page.reload()
  await expect(reading(page, 'Failures')).toHaveText('50,095 per million')
  await page.goBack()
  await expect(reading(page, 'Failures')).toHaveText('5,050 per million')
  await page.getByRole('contentinfo').getByRole('link', { name: 'All figures' }).click()
  await expect(h1(page)).toHaveText('All figures')
  await expect(page).toHaveURL(`${home}en/widgets/`)
  await page.goBack()
  await expect(h1(page)).toHaveText(paradox.heading)
})

test('a shared address without its slash is completed below the folder @once', async ({ page }) => {
  await page.goto(`${neutral(paradox).path.replace(/\/$/, '')}?scene=jumpy-detector`)
  await expect(page).toHaveURL(`${home}w/redundancy-paradox/?scene=jumpy-detector`)
  await expect(reading(page, 'Failures')).toHaveText('15,049 per million')
  await expect(figure(page)).toBeVisible()
})

test('an unknown address below the folder answers 404 with a page that can be read @once', async ({
  page,
  request,
}) => {
  const answer = await request.get(missing.path)
  expect(answer.status()).toBe(404)
  // Its styles are found only where the build was told its folder (BASE_PATH); its words always.
  await page.setContent((await answer.text()).replace(/<(script|link|base)[^>]*>/g, ''))
  await expect(h1(page)).toHaveText(missing.heading)
})
