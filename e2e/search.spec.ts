import { expect } from '@playwright/test'
import { lesson, overview, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { scene } from './figure.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { dialog, h1 } from './shell.ts'
import { typeInto } from './type-into.ts'

test('it is fetched on its first use, finds words, and Enter goes to the section', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => {
    if (/\/search\/|SearchDialog/.test(request.url())) fetched.push(request.url())
  })
  await page.goto(overview.path)
  await pageIsLive(page)
  expect(fetched).toEqual([])
  await page.keyboard.press('/')
  const field = dialog(page).getByRole('searchbox')
  await expect(field).toBeFocused()
  await typeInto(field, 'break-even')
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ places? found$/)
  await typeInto(field, 'coverage')
  const found = dialog(page).getByRole('link', { name: /Can a second server make things worse/ })
  await expect(found).toBeVisible()
  expect(fetched.length).toBeGreaterThan(0)
  await field.press('Tab')
  await page.keyboard.press('Tab')
  const first = dialog(page).getByRole('link').first()
  await expect(first).toBeFocused()
  await found.press('Enter')
  await expect(h1(page)).toHaveText(lesson.heading)
  await expect(
    page.getByRole('article').getByRole('heading', { name: 'Can a second server make' }),
  ).toBeInViewport()
  await expect(dialog(page)).toHaveCount(0)
})

test('a place on the page that is open already is gone to', async ({ page }) => {
  await page.goto(lesson.path)
  await pageIsLive(page)
  await page.getByRole('button', { name: 'Search' }).click()
  await typeInto(dialog(page).getByRole('searchbox'), 'geese')
  await dialog(page)
    .getByRole('link', { name: /What did the geese leave working/ })
    .click()
  await expect(
    page.getByRole('article').getByRole('heading', { name: 'What did the geese leave' }),
  ).toBeInViewport()
  await expect(page).toHaveURL(/#what-did-the-geese/)
  await expect(dialog(page)).toHaveCount(0)
})

test('Escape closes it and gives the focus back; a slash that is being typed opens nothing', async ({
  page,
}) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  const button = page.getByRole('button', { name: 'Search' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.getByRole('textbox', { name: 'Failover works: type a value' }).press('/')
  await expect(dialog(page)).toHaveCount(0)
  await scene(page, 'A alone').press('/')
  await expect(dialog(page).getByRole('searchbox')).toBeVisible()
})

test.describe('without its index', () => {
  test.use({ tolerated: /ERR_FAILED|NetworkError|Failed to load/ })

  test('it says that the connection is to blame', async ({ page }) => {
    await page.route('**/search/*.json', (route) => route.abort())
    await page.goto(overview.path)
    await pageIsLive(page)
    await page.keyboard.press('/')
    await expect(dialog(page).getByText('The search index could not be loaded.')).toBeVisible()
  })
})
