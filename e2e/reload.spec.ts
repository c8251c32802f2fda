import { expect } from '@playwright/test'
import {
  everyAddress,
  fencingTask,
  gallery,
  laboratory,
  lesson,
  missing,
  neutral,
  overview,
  paradox,
} from './addresses.ts'
import { test } from './course-test.ts'
import { pageIsLive } from './live.ts'
import { h1 } from './shell.ts'

test('every address answers by itself, with its heading in what the server sends @once', async ({
  request,
}) => {
  await Promise.all(
    everyAddress.map(async ({ path, heading }) => {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(200)
      const [, found = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(await answer.text()) ?? []
      expect(found.replaceAll('&#x27;', "'"), path).toBe(heading)
    }),
  )
})

test('a page of each kind is the same when it is reloaded @once', async ({ page }) => {
  for (const { path, heading } of [overview, lesson, neutral(paradox), fencingTask, laboratory]) {
    await page.goto(path, { waitUntil: 'commit' })
    await expect(h1(page)).toHaveText(heading)
    const again = await page.reload({ waitUntil: 'commit' })
    expect([200, 304], path).toContain(again?.status())
    await expect(h1(page)).toHaveText(heading)
  }
})

test('each page tells a link preview its title, a description and a picture that exists @once', async ({
  page,
}) => {
  const titles = new Set<string>()
  for (const { path } of [overview, lesson, gallery, paradox]) {
    await page.goto(path, { waitUntil: 'commit' })
    const content = (property: string) =>
      page.locator(`meta[property="og:${property}"]`).getAttribute('content')
    titles.add((await content('title')) ?? '')
    expect((await content('description'))?.length, path).toBeGreaterThan(40)
    const picture = new URL((await content('image')) ?? '', page.url())
    const answer = await page.request.get(picture.href)
    expect(answer.status(), picture.pathname).toBe(200)
    expect(answer.headers()['content-type']).toBe('image/png')
  }
  expect(titles.size).toBe(4)
})

test.describe('addresses that nobody wrote', () => {
  test.use({ tolerated: /status of 404/ })

  test('they say so with status 404, and lead home @once', async ({ page }) => {
    for (const path of ['nothing', 'en/w/no-such-figure/?failover=0.9', 'a/b/c/d', missing.path]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await expect(h1(page)).toHaveText(missing.heading)
      await pageIsLive(page)
    }
    await expect(h1(page)).toHaveText(missing.heading)
    await page.getByRole('main').getByRole('link', { name: 'To the overview' }).click()
    await expect(h1(page)).toHaveText(overview.heading)
  })
})
