import { expect, type Page } from '@playwright/test'
import { reference, referenceStructure } from './addresses.ts'
import { test } from './course-test.ts'
import { openWithoutApp } from './held-app.ts'
import { pageIsLive } from './live.ts'
import { dialog } from './shell.ts'
import { typeInto } from './type-into.ts'

const trial = (page: Page, name: string) =>
  page.getByRole('group', { name: `Try ${name}`, exact: true })
const field = (page: Page, name: string, label: string) =>
  trial(page, name).getByRole('textbox', { name: label, exact: true })
const answer = (page: Page, name: string) => trial(page, name).getByRole('status').last()

test('a function is called with what is typed, in a worker that comes on the first use', async ({
  page,
}) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto(referenceStructure.path)
  await pageIsLive(page)
  expect(workers).toEqual([])
  // By hand: 0.9³ + 3 · 0.9² · 0.1 = 0.972.
  await expect(answer(page, 'kOfN')).toContainText('kOfN(3, 2, 0.9)')
  await expect(answer(page, 'kOfN')).toContainText('0.972')
  await typeInto(field(page, 'kOfN', 'n'), '5')
  await typeInto(field(page, 'kOfN', 'k'), '3')
  await expect(answer(page, 'kOfN')).toContainText('kOfN(5, 3, 0.9)')
  // By hand: 0.9⁵ + 5 · 0.9⁴ · 0.1 + 10 · 0.9³ · 0.01 = 0.99144.
  await expect(answer(page, 'kOfN')).toContainText('0.99144')
  expect(workers).toHaveLength(1)
})

test('a part that fails once in 1e20 keeps its digits', async ({ page }) => {
  await page.goto(referenceStructure.path)
  await pageIsLive(page)
  await typeInto(field(page, 'kOfN', 'component'), '1 - 1e-20')
  // Two of three: 3 · 1e-40, less 2 · 1e-60.
  await expect(answer(page, 'kOfN')).toContainText('3e-40')
})

test('what the library refuses is said in its words, and what cannot be read at the field', async ({
  page,
}) => {
  await page.goto(referenceStructure.path)
  await pageIsLive(page)
  const component = field(page, 'kOfN', 'component')
  await typeInto(component, '1.5')
  await expect(answer(page, 'kOfN')).toContainText('kOfN: component must lie in [0, 1], got 1.5')
  await typeInto(component, 'about half')
  await expect(component).toHaveAttribute('aria-invalid', 'true')
  await expect(trial(page, 'kOfN')).toContainText('A number is due here')
  await trial(page, 'kOfN').getByRole('button', { name: 'Back to the example' }).click()
  await expect(component).toHaveValue('0.9')
  await expect(component).toHaveAttribute('aria-invalid', 'false')
  await expect(answer(page, 'kOfN')).toContainText('0.972')
})

test('what was typed before React came is evaluated when it is there', async ({ page }) => {
  const release = await openWithoutApp(page, referenceStructure.path)
  await field(page, 'kOfN', 'n').fill('5')
  release()
  await pageIsLive(page)
  await expect(field(page, 'kOfN', 'n')).toHaveValue('5')
  await expect(answer(page, 'kOfN')).toContainText('kOfN(5, 2, 0.9)')
})

test('a search for a function leads to its entry', async ({ page }) => {
  await page.goto(reference.path)
  await pageIsLive(page)
  await page.keyboard.press('/')
  await typeInto(dialog(page).getByRole('searchbox'), 'fussellVesely')
  await dialog(page)
    .getByRole('link', { name: /fussellVesely/ })
    .first()
    .click()
  await expect(page).toHaveURL(/reference\/structure\/#fussellVesely$/)
  // The page of a part is a long one, and the first to be fetched by the search.
  await expect(page.getByRole('heading', { level: 2, name: 'fussellVesely' })).toBeInViewport({
    timeout: 15_000,
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('formula, assumptions and the answer to the example are there, and no dead form @chromium', async ({
    page,
  }) => {
    await page.goto(referenceStructure.path)
    const entry = page.getByRole('region', { name: 'kOfN', exact: true })
    await expect(entry.locator('math').first()).toBeVisible()
    await expect(entry.getByRole('heading', { name: 'Assumes' })).toBeVisible()
    await expect(answer(page, 'kOfN')).toContainText('0.972')
    await expect(entry.getByRole('textbox')).toHaveCount(0)
  })
})
