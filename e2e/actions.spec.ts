import { expect, type Page } from '@playwright/test'
import { breakerDesign, retryStorm, singlePoint } from './addresses.ts'
import { test } from './course-test.ts'
import { figureIsLive } from './live.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const time = (page: Page) => page.getByRole('slider', { name: 'Time' })
const reading = (page: Page, label: string) =>
  page
    .getByRole('figure')
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('definition')
    .first()

test('a reader kills parts by keyboard, and the address brings what was done back', async ({
  page,
}) => {
  await page.goto(singlePoint.path)
  await figureIsLive(page, 'single-point')
  await page.getByRole('link', { name: 'Your turn', exact: true }).press('Enter')
  await expect(reading(page, 'A pair: lost')).toContainText('0 of 90')
  await button(page, 'To the start').press('Enter')
  // By hand: B goes silent at 0 s and holds every second request until two probes have failed,
  // those of 0.5 and 1.5 s, half a second later each; four of six came to it by then.
  await button(page, 'Kill B').press('Enter')
  await expect(reading(page, 'One server: lost')).toContainText('0 of 90')
  await expect(reading(page, 'A pair: lost')).not.toContainText('0 of 90')
  const lost = await reading(page, 'A pair: lost').textContent()
  await expect(page).toHaveURL(/do=0-kill-b/)
  await page.reload()
  await figureIsLive(page, 'single-point')
  await expect(reading(page, 'A pair: lost')).toHaveText(lost ?? '')
  await button(page, 'Kill the balancer').press('Enter')
  await expect(page).toHaveURL(/do=0-kill-b_0-kill-balancer/)
  await expect(
    page.getByText(/while the balancer is away nobody reaches one/).first(),
  ).toBeVisible()
  await button(page, 'Reset').press('Enter')
  await expect(page).not.toHaveURL(/do=/)
})

test('what is done in the past takes the place of what was done after it', async ({ page }) => {
  await page.goto(`${singlePoint.path}?planned=none&do=20000-kill-a`)
  await figureIsLive(page, 'single-point')
  await time(page).press('Home')
  await button(page, 'Kill B').click()
  await expect(page).toHaveURL(/do=0-kill-b(&|$)/)
})

test('other luck is another run, and stands in the address', async ({ page }) => {
  await page.goto(retryStorm.path)
  await figureIsLive(page, 'retry-storm')
  await expect(reading(page, 'Calls for one that fails')).toContainText('64')
  const before = await reading(page, 'Users told of a failure').textContent()
  await button(page, /Other luck/).press('Enter')
  await expect(button(page, 'Other luck (this is run 2)')).toBeFocused()
  await expect(reading(page, 'Users told of a failure')).not.toHaveText(before ?? '')
  await expect(page).toHaveURL(/seed=2/)
})

test('the current event stays in view in its table', async ({ page }) => {
  await page.goto(retryStorm.path)
  await figureIsLive(page, 'retry-storm')
  await page.getByText(/events as a table/).click()
  await button(page, 'To the start').click()
  await time(page).press('End')
  const row = page.locator('tr[aria-current]')
  const table = page.getByRole('region', { name: 'Events' })
  await expect
    .poll(async () => {
      const [inner, outer] = [await row.boundingBox(), await table.boundingBox()]
      return inner && outer
        ? inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height + 1
        : false
    })
    .toBe(true)
})

test('a design is examined on sealed faults once it is committed, by keyboard', async ({
  page,
}) => {
  await page.goto(breakerDesign.path)
  await figureIsLive(page, 'breaker-design')
  await page.getByRole('link', { name: 'Yours: start here', exact: true }).press('Enter')
  await expect(page.getByText(/Six faults that you do not know are sealed/).first()).toBeVisible()
  const cost = await reading(page, 'It cost').textContent()
  await page.getByRole('switch', { name: /^Commit/ }).press('Space')
  await expect(reading(page, 'It cost')).not.toHaveText(cost ?? '')
  await expect(page.getByText(/over six faults/).first()).toBeVisible()
  await expect(page.getByText('sealed until you commit').first()).toBeHidden()
})
