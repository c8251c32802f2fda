import { expect, type Page } from '@playwright/test'
import { whoLeads } from './addresses.ts'
import { test } from './course-test.ts'
import { figureIsLive } from './live.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const which = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const step = (page: Page) => page.getByRole('group', { name: 'Step by step' }).getByRole('status')

/** The point of a figure's drawing, in its own units, as the window has it. */
async function placeOf(page: Page, x: number, y: number) {
  const at = await page
    .locator('figure svg:visible')
    .first()
    .evaluate(
      (svg, [left, top]) => {
        if (!(svg instanceof SVGSVGElement)) throw new Error('no drawing')
        const { x: px, y: py } = new DOMPoint(left, top).matrixTransform(
          svg.getScreenCTM() ?? undefined,
        )
        return { x: px, y: py }
      },
      [x, y] as const,
    )
  return at
}

test('one thing of a kind is chosen and struck by keyboard, and the address brings it back', async ({
  page,
}) => {
  await page.goto(`${whoLeads.path}?planned=nothing&at=500`)
  await figureIsLive(page, 'raft')
  await which(page, 'Server').selectOption({ label: 'S3, follows' })
  await button(page, 'Kill').press('Enter')
  await expect(page).toHaveURL(/do=500-kill-s3/)
  await expect(which(page, 'Server').locator('option', { hasText: 'S3, down' })).toHaveCount(1)
  await which(page, 'Link').selectOption({ label: 'only from S1 to S2' })
  await button(page, 'Cut').press('Enter')
  await expect(page).toHaveURL(/do=500-kill-s3_500-sever-s1-to-s2/)
  await page.reload()
  await figureIsLive(page, 'raft')
  await expect(which(page, 'Server').locator('option', { hasText: 'S3, down' })).toHaveCount(1)
})

test('a click on a server in the picture kills it, and a second one lets it run', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${whoLeads.path}?planned=nothing&at=500`)
  await figureIsLive(page, 'raft')
  await page.locator('figure svg:visible').first().scrollIntoViewIfNeeded()
  // S1 stands on top of the ring.
  const first = await placeOf(page, 180, 42)
  await page.mouse.click(first.x, first.y)
  await expect(page).toHaveURL(/do=500-kill-s1(&|$)/)
  await page.mouse.click(first.x, first.y)
  await expect(page).toHaveURL(/do=500-kill-s1_500-wake-s1/)
})

test('the walk leads from event to event, forward and back', async ({ page }) => {
  await page.goto(`${whoLeads.path}?at=0`)
  await figureIsLive(page, 'raft')
  await expect(step(page)).toContainText('S1 leads in term 1')
  await button(page, 'The next step').press('Enter')
  await expect(step(page)).toContainText('puts it into its own log')
  await button(page, 'The next step').press('Enter')
  await button(page, 'The step before').press('Enter')
  await expect(step(page)).toContainText('puts it into its own log')
  await expect(page.getByRole('slider', { name: 'Time', exact: true })).not.toHaveValue('0')
})
