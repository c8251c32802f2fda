import { expect, type Page } from '@playwright/test'
import { lesson, overview } from './addresses.ts'
import { brightness } from './brightness.ts'
import { test } from './course-test.ts'
import { openWithoutApp } from './held-app.ts'
import { leave } from './kept.ts'
import { pageIsLive } from './live.ts'
import { theme } from './shell.ts'

const ground = (page: Page) => brightness(page.locator('body'))

test('each theme has its ground and its size of text, and is kept', async ({ page }) => {
  await page.goto(lesson.path)
  await pageIsLive(page)
  const textSize = () =>
    page.locator('body').evaluate((body) => parseFloat(getComputedStyle(body).fontSize))
  await theme(page).selectOption('Light')
  expect(await ground(page)).toBeGreaterThan(240)
  const usual = await textSize()
  await theme(page).selectOption('Projector')
  expect(await ground(page)).toBe(255)
  expect((await textSize()) / usual).toBeCloseTo(1.75, 2)
  await theme(page).selectOption('Dark')
  expect(await ground(page)).toBeLessThan(60)
  await page.reload()
  expect(await ground(page)).toBeLessThan(60)
  await pageIsLive(page)
  await expect(theme(page)).toHaveValue('dark')
  await page.goto(overview.path)
  expect(await ground(page)).toBeLessThan(60)
})

test('where none was chosen the system decides, and a choice overrules it @chromium', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(overview.path)
  expect(await ground(page)).toBeLessThan(60)
  await pageIsLive(page)
  await theme(page).selectOption('Light')
  expect(await ground(page)).toBeGreaterThan(240)
  await theme(page).selectOption('System')
  expect(await ground(page)).toBeLessThan(60)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground(page)).toBeGreaterThan(240)
  await theme(page).selectOption('Dark')
  expect(await ground(page)).toBeLessThan(60)
})

test('a kept theme is there before the first paint, and without the app', async ({ page }) => {
  await leave(page, JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      document.documentElement.dataset['atBody'] = document.documentElement.dataset['theme'] ?? ''
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await openWithoutApp(page, lesson.path)
  await expect(page.locator('html')).toHaveAttribute('data-at-body', 'dark')
  expect(await brightness(page.locator('body'))).toBeLessThan(60)
  await expect(theme(page)).toHaveValue('dark')
})

test('a theme chosen before the app is there holds when it comes, and afterwards', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  await theme(page).selectOption('Dark')
  expect(await brightness(page.locator('body'))).toBeLessThan(60)
  release()
  await pageIsLive(page)
  await expect(theme(page)).toHaveValue('dark')
  expect(await brightness(page.locator('body'))).toBeLessThan(60)
  await page.reload()
  expect(await brightness(page.locator('body'))).toBeLessThan(60)
})
