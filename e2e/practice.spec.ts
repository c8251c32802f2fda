import { expect, type Page } from '@playwright/test'
import { practice, practiceKey, spareLesson } from './addresses.ts'
import { test } from './course-test.ts'
import { KEPT, keptByName } from './kept.ts'
import { noteLiveParts, pageIsLive } from './live.ts'

/** Answers the first question of a lesson, and says how sure. */
async function answerFirst(lesson: Page) {
  const question = lesson.locator('[id^=check-]').first()
  await question.getByRole('radio').first().check()
  await question.getByRole('button', { name: 'Fairly sure' }).click()
  await expect(question.getByRole('button')).toHaveCount(0)
}

test('a check is answered with the keyboard alone, judged, explained and remembered @chromium', async ({
  page,
}) => {
  await page.goto(`${practice.path}?seed=3&lesson=take-away&count=1`)
  await pageIsLive(page)
  await expect(page.getByRole('heading', { name: 'Question 1 of 1' })).toBeVisible()
  const check = page.getByRole('button', { name: 'Check my answer' })
  await check.focus()
  await page.keyboard.press('Enter')
  const said = page.locator('form [role=status]').last()
  await expect(said).toContainText('left to answer')
  await page.getByRole('main').getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await check.focus()
  await page.keyboard.press('Enter')
  await expect(said).toContainText('how sure you are')
  await page.getByRole('radio', { name: 'Certain' }).focus()
  await page.keyboard.press('Space')
  await check.focus()
  await page.keyboard.press('Enter')
  // The verdict takes the focus of the button that is gone.
  await expect(page.locator('form p:focus')).toContainText(/right/i)
  await page.getByRole('button', { name: 'See how it went' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused()
  await expect(page.getByText(/of 1 right at the first answer/)).toBeVisible()
  await page.goto(practice.path)
  await pageIsLive(page)
  await expect(page.getByText(/^Nothing is due now/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How far you are' })).toBeVisible()
})

test('an answer in a lesson counts in practice, in a tab that is open already too @chromium', async ({
  page,
  context,
}) => {
  await page.goto(practice.path)
  await pageIsLive(page)
  await expect(page.getByText(/^Nothing yet/)).toBeVisible()
  const lesson = await context.newPage()
  await noteLiveParts(lesson)
  await lesson.goto(spareLesson.path)
  await pageIsLive(lesson)
  await answerFirst(lesson)
  await expect(page.getByText(/^Nothing is due now/)).toBeVisible()
})

test('where nothing can be kept, a check works and says so @chromium', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await page.goto(`${practice.path}?seed=3&lesson=independence&count=1`)
  await pageIsLive(page)
  await expect(page.getByRole('heading', { name: 'Question 1 of 1' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'not being kept' })).toBeVisible()
})

test('an address that names no check opens the page and says so @chromium', async ({ page }) => {
  for (const query of ['?seed=-1', '?seed=1&outcome=%3Cscript%3E', '?lesson=nowhere']) {
    await page.goto(practice.path + query)
    await pageIsLive(page)
    await expect.soft(page.getByText(/^The address asks for/), query).toBeVisible()
  }
  await page.goto(`${practice.path}?seed=1&lesson=nowhere`)
  await pageIsLive(page)
  await expect(page.getByText('There is no question of that kind.')).toBeVisible()
})

test('the sheet of keys is there before any script, and another seed makes other numbers @chromium', async ({
  page,
}) => {
  await page.goto(practiceKey.path)
  const sheet = page.getByRole('main').locator('ol').first()
  await expect(sheet.getByRole('heading', { name: 'Key' }).first()).toBeVisible()
  await pageIsLive(page)
  const before = await sheet.innerText()
  await page.getByLabel('Seed').fill('17')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('without')
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByText(/^\d+ questions, seed 17$/)).toBeVisible()
  await expect(sheet.getByRole('heading', { name: 'Key' })).toHaveCount(0)
  expect(await sheet.innerText()).not.toBe(before)
  await page.reload()
  await pageIsLive(page)
  await expect(page.getByText(/^\d+ questions, seed 17$/)).toBeVisible()
})

test('a file takes everything along, and brings it back after all was deleted @chromium', async ({
  page,
}) => {
  await page.goto(spareLesson.path)
  await pageIsLive(page)
  await answerFirst(page)
  await page.getByRole('link', { name: /^Practise this part/ }).click()
  await expect(page.getByRole('button', { name: /^All questions on/ })).toBeVisible()
  await expect(page.getByText(/^Nothing is due now/)).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save everything to a file' }).click(),
  ])
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(page.getByText(/^Nothing yet/)).toBeVisible()
  await expect.poll(() => keptByName(page, KEPT)).not.toContain('opened')
  await page.locator('input[type=file]').setInputFiles(await file.path())
  await page.getByRole('button', { name: /^(Add|Merge)/ }).click()
  await expect(page.getByText(/^Nothing is due now/)).toBeVisible()
  await page.goto(spareLesson.path)
  await pageIsLive(page)
  await expect(page.locator('[id^=check-] input[type=radio]').first()).toBeChecked()
})
