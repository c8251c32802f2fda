import { expect, type Page } from '@playwright/test'
import { timeline } from './addresses.ts'
import { test } from './course-test.ts'
import { figureIsLive } from './live.ts'

const reading = (page: Page, label: string) =>
  page
    .getByRole('figure')
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('definition')
    .first()
const scene = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const time = (page: Page) => page.getByRole('slider', { name: 'Time' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.beforeEach(async ({ page }) => {
  await page.goto(timeline.path)
  await figureIsLive(page, 'ha-versus-ft')
})

test('a run makes its point untouched, plays, pauses, and is stepped through by keyboard', async ({
  page,
}) => {
  // Strike at 5 s, two probes a second apart, 3 s to decide and 5 s to promote: 10 s in all.
  await expect(reading(page, 'HA: no answer for')).toHaveText('10 s')
  await expect(reading(page, 'FT: requests failed')).toContainText('0')
  await expect(time(page)).toHaveValue('25000')
  await button(page, 'To the start').press('Enter')
  await expect(time(page)).toHaveValue('0')
  await button(page, 'One step on').press('Enter')
  await expect(time(page)).toHaveAttribute('aria-valuetext', /^5\.001 s: /)
  await button(page, 'Play').press('Enter')
  await expect(button(page, 'Pause')).toBeVisible()
  await expect.poll(async () => Number(await time(page).inputValue())).toBeGreaterThan(6000)
  await button(page, 'Pause').press('Enter')
  const stood = await time(page).inputValue()
  await page.waitForTimeout(300)
  await expect(time(page)).toHaveValue(stood)
  await time(page).press('ArrowLeft')
  expect(Number(await time(page).inputValue())).toBeLessThan(Number(stood))
})

test('the moment is in the address, comes back with it, and Reset leaves it', async ({ page }) => {
  await scene(page, 'A jumpy detector').click()
  await button(page, 'To the start').click()
  await button(page, 'One step on').click()
  await expect(time(page)).not.toHaveValue('0')
  const moment = await time(page).inputValue()
  // The address follows once the reader lets go.
  await expect(page).toHaveURL(/[?&]at=[1-9]\d*$/)
  await page.reload()
  await figureIsLive(page, 'ha-versus-ft')
  await expect(time(page)).toHaveValue(moment)
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(time(page)).toHaveValue('25000')
  await expect(page).not.toHaveURL(/at=/)
})

test('every event stands in a table that leads to its moment', async ({ page }) => {
  await page.getByText(/events as a table/).click()
  const row = page.getByRole('row', { name: /HA: B serves/ })
  await row.getByRole('button').click()
  await expect(time(page)).toHaveAttribute('aria-valuetext', '15 s: HA: B serves.')
  await expect(row).toHaveAttribute('aria-current', 'step')
})

test('hostile moments and deeds are set aside and said', async ({ page }) => {
  await page.goto(`${timeline.path}?at=soon&do=5-explode&seed=-3`)
  await figureIsLive(page, 'ha-versus-ft')
  await expect(page.getByRole('status').filter({ hasText: 'Part of this address' })).toBeVisible()
  await expect(reading(page, 'HA: no answer for')).toHaveText('10 s')
})
