import { expect } from '@playwright/test'
import { lesson } from './addresses.ts'
import { brightness } from './brightness.ts'
import { test } from './course-test.ts'
import { reading, scene, slider } from './figure.ts'
import { leave } from './kept.ts'
import { figureIsLive } from './live.ts'
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
