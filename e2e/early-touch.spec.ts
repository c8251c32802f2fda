import { expect, type Page } from '@playwright/test'
import { lesson } from './addresses.ts'
import { test } from './course-test.ts'
import { guess, reading, router, scene, slider } from './figure.ts'
import { openWithoutApp } from './held-app.ts'
import { figureIsLive, pageIsLive } from './live.ts'

// A touch made while the page is still plain HTML is played back when React is there: none is lost.

const failures = (page: Page) => reading(page, 'Failures')

test('before React is there, a scene that was chosen is shown when it comes', async ({ page }) => {
  const release = await openWithoutApp(page, lesson.path)
  await scene(page, 'Failover 90%').click()
  await expect(page).toHaveURL(new RegExp(`${lesson.path}$`))
  await expect(failures(page)).toHaveText('5,050 per million')
  release()
  await expect(failures(page)).toHaveText('1,090 per million')
})

test('before React is there, a scene that the text links to is shown when it comes @chromium', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  await page.getByRole('article').getByRole('link', { name: 'the gain is used up' }).click()
  await expect(page).toHaveURL(new RegExp(`${lesson.path}$`))
  release()
  await expect(failures(page)).toHaveText('15,049 per million')
})

test('before React is there, a slider that was moved stays where it is, and the numbers follow @chromium', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  const failover = slider(page, 'Failover works')
  for (let step = 0; step < 3; step++) await failover.press('ArrowRight')
  release()
  await figureIsLive(page)
  await expect(failover).toHaveAttribute('aria-valuetext', '53%')
  // 0.01 × (1 − 0.53 × 0.99) = 0.0047530
  await expect(failures(page)).toHaveText('4,753 per million')
})

test('before React is there, a switch that was thrown stays thrown @chromium', async ({ page }) => {
  const release = await openWithoutApp(page, lesson.path)
  await router(page).click()
  release()
  await figureIsLive(page)
  await expect(failures(page)).toHaveText(/^54,79[78] per million$/)
  await expect(router(page)).toBeChecked()
})

test('before React is there, a choice in the figure of the flight is kept @chromium', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  await page.getByRole('radio', { name: 'a fault in one computer design' }).check()
  release()
  await figureIsLive(page, 'flight-1549')
  await expect(page.getByRole('radio', { name: 'a fault in one computer design' })).toBeChecked()
  await expect(
    page.getByRole('figure', { name: /What the flock could reach/ }).getByRole('img'),
  ).toHaveAccessibleName(/^Thrust: works\./)
})

test('before React is there, a guess and an answer are kept, and still there after a reload', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  await guess(page, 'about half as often').check()
  const question = page.locator('#check-independence')
  await question.getByRole('radio', { name: /staff directory stops answering/ }).check()
  await question.getByRole('button', { name: 'Certain' }).click()
  release()
  await pageIsLive(page)
  await figureIsLive(page)
  await expect(page.getByText('Yes. Half of A’s failures are handed over')).toBeVisible()
  await page.reload()
  await figureIsLive(page)
  await expect(guess(page, 'about half as often')).toBeChecked()
  await expect(page.getByRole('radio', { name: /staff directory stops/ })).toBeChecked()
})

test('before React is there, the search that was asked for opens when it comes @chromium', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  await page.getByRole('button', { name: 'Search' }).click()
  release()
  await expect(page.getByRole('dialog', { name: 'Search the course' })).toBeVisible()
})
