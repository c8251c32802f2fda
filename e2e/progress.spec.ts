import { expect } from '@playwright/test'
import { lesson, overview } from './addresses.ts'
import { test } from './course-test.ts'
import { openWithoutApp } from './held-app.ts'
import { KEPT, keptByName, leave } from './kept.ts'
import { pageIsLive } from './live.ts'
import { h1, map, theme } from './shell.ts'

test('an opened lesson is marked as started, one read to its end as finished, for good', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.goto(lesson.path)
  await pageIsLive(page)
  const part = map(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Independence', exact: true }) })
  await page.goto(overview.path)
  await pageIsLive(page)
  await expect(part).toContainText('started')
  await expect(page.getByText('0 of 15 parts finished')).toBeVisible()
  await page.goto(lesson.path)
  await pageIsLive(page)
  await page.getByRole('heading', { name: 'Sources' }).scrollIntoViewIfNeeded()
  await expect.poll(() => keptByName(page, KEPT)).toContain('finished')
  await page.goto(overview.path)
  await expect(part).toContainText('finished')
  await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
})

test('what is damaged in the storage is set aside, and the page works @chromium', async ({
  page,
}) => {
  test.slow()
  for (const raw of [
    '{"state":',
    '{"state":5}',
    '{"state":{"guesses":[1],"__proto__":{"theme":"dark"}},"version":"x"}',
    // The sound part of this one counts.
    '{"state":{"theme":"purple","lessons":{"independence":"finished"}},"version":1}',
  ]) {
    await leave(page, raw)
    await page.reload()
    await pageIsLive(page)
    expect.soft(await keptByName(page, `${KEPT}:set-aside`)).toBe(raw)
    await expect.soft(h1(page), raw).toHaveText(overview.heading)
    expect
      .soft(await page.evaluate(() => document.documentElement.dataset['theme']))
      .toBe(undefined)
  }
  await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
  await theme(page).selectOption('Dark')
  await page.reload()
  await pageIsLive(page)
  await expect(theme(page)).toHaveValue('dark')
  await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
})

test('damaged storage survives a choice made before the app is there', async ({ page }) => {
  const raw = '{"state":{"lessons":{"independence":"finished"}'
  await leave(page, raw)
  const release = await openWithoutApp(page, overview.path)
  await theme(page).selectOption('Dark')
  release()
  await pageIsLive(page)
  await expect(theme(page)).toHaveValue('dark')
  expect(await keptByName(page, `${KEPT}:set-aside`)).toBe(raw)
})
