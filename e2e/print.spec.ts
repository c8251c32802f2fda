import { expect } from '@playwright/test'
import { lesson, pages } from './addresses.ts'
import { brightness } from './brightness.ts'
import { test } from './course-test.ts'
import { reading, scene, slider } from './figure.ts'
import { leave } from './kept.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { h1, map } from './shell.ts'

test('the text and its figures are printed, what one operates is not @chromium', async ({
  page,
}) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  await page.emulateMedia({ media: 'print' })
  await expect(h1(page)).toBeVisible()
  await expect(page.getByRole('img').first()).toBeVisible()
  await expect(reading(page, 'Failures')).toBeVisible()
  await expect(page.getByRole('note', { name: 'Correction' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(map(page)).toBeHidden()
  await expect(slider(page, 'Failover works')).toBeHidden()
  await expect(scene(page, 'A alone')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toBeHidden()
})

test('each figure carries its own address, to read and to scan @chromium', async ({ page }) => {
  await page.goto(lesson.path)
  for (const id of lesson.figures) await figureIsLive(page, id)
  await scene(page, 'A alone').click()
  await page.emulateMedia({ media: 'print' })
  const printed = (id: string) => page.locator(`[data-widget-place="${id}"] [data-printed]`)
  for (const id of lesson.figures) {
    await expect(printed(id).getByText(new RegExp(`/w/${id}/`))).toBeVisible()
    await expect(printed(id).getByRole('img', { name: /code/ })).toBeVisible()
  }
  // The state that the reader left is the one that is printed.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(printed('redundancy-paradox')).toContainText('/w/redundancy-paradox/?v=1&failover=0')
})

/** What is between the margins of a sheet of A4, in the pixels of a style sheet: 178 by 261 mm. */
const SHEET = { width: 673, height: 986 }

test('no figure is higher than a sheet, with its question and its address @chromium', async ({
  page,
}) => {
  test.slow()
  await page.setViewportSize(SHEET)
  for (const { path, figures } of pages.filter(({ path: at }) => at.includes('lessons/'))) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(path)
    for (const id of figures) await figureIsLive(page, id)
    await page.emulateMedia({ media: 'print' })
    for (const id of figures) {
      const place = page.locator(`[data-widget-place="${id}"]`)
      await expect(place.locator('[data-printed] img, [data-printed] svg')).toBeVisible()
      expect((await place.boundingBox())?.height, id).toBeLessThan(SHEET.height)
    }
  }
})

test('the answers are printed in the edition with keys alone @chromium', async ({ page }) => {
  await page.goto(lesson.path)
  await pageIsLive(page)
  const choices = page.locator('[data-correct] input')
  const why = page.locator('[data-correct] p')
  await page.emulateMedia({ media: 'print' })
  await expect(choices.first()).toBeVisible()
  await expect(why.filter({ visible: true })).toHaveCount(0)
  await page.goto(`${lesson.path}?edition=keys`)
  await pageIsLive(page)
  await expect(why.filter({ visible: true })).toHaveCount(await choices.count())
  await expect(why.filter({ hasText: /^Yes\./, visible: true })).toHaveCount(
    await page.locator('[data-correct="true"]').count(),
  )
})

test('in the dark theme it is printed black on white @chromium', async ({ page }) => {
  await leave(page, JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
  await page.goto(lesson.path)
  await page.emulateMedia({ media: 'print' })
  expect(await brightness(page.locator('body'))).toBe(255)
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe(
    'rgb(0, 0, 0)',
  )
})

test('it fits on a few pages @chromium', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  // About 2,000 words, two figures and thirty references.
  expect(sheets).toBeGreaterThan(3)
  expect(sheets).toBeLessThan(15)
})
