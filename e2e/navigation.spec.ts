import { expect } from '@playwright/test'
import { gallery, lesson, missing, overview } from './addresses.ts'
import { test } from './course-test.ts'
import { reading, scene } from './figure.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { h1, map } from './shell.ts'

test('a link changes the page, its title and the focus without loading it anew', async ({
  page,
}) => {
  await page.goto(overview.path)
  await pageIsLive(page)
  test.skip(
    await page.evaluate(() => !('navigation' in window)),
    'without the Navigation API a link is a link',
  )
  await page.locator('html').evaluate((root) => root.setAttribute('data-mark', 'same page'))
  await page.getByRole('article').getByRole('link', { name: 'Next Independence' }).click()
  await expect(h1(page)).toHaveText(lesson.heading)
  await expect(h1(page)).toBeFocused()
  await expect(page).toHaveTitle(`${lesson.heading} · Still Flying`)
  await expect(page.locator('html')).toHaveAttribute('data-mark', 'same page')
  expect(await page.evaluate(() => scrollY)).toBe(0)
  // The text came with it, and the figure works.
  await expect(page.getByRole('heading', { name: 'When are two really two?' })).toBeVisible()
  await figureIsLive(page)
  await scene(page, 'Failover 90%').click()
  await expect(reading(page, 'Failures')).toHaveText('1,090 per million')
})

test('Back and Forward bring the place in the text back, and what was chosen there', async ({
  page,
}) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  const question = page.locator('#check-independence')
  const answer = question.getByRole('radio', { name: /staff directory stops answering/ })
  await answer.check()
  await question.getByRole('button', { name: 'Certain' }).click()
  // Where the reader leaves from, and not a moment before: bringing the link to hand may scroll.
  await page.evaluate(() =>
    addEventListener('click', () => sessionStorage.setItem('left', String(scrollY)), {
      capture: true,
      once: true,
    }),
  )
  await page
    .getByRole('banner')
    .getByRole('link', { name: /overview of the course/ })
    .click()
  await expect(h1(page)).toHaveText(overview.heading)
  const before = await page.evaluate(() => Number(sessionStorage.getItem('left')))
  expect(before).toBeGreaterThan(1000)
  await page.goBack()
  await expect(h1(page)).toHaveText(lesson.heading)
  await expect(answer).toBeChecked()
  await expect
    .poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before))
    .toBeLessThan(100)
  await page.goForward()
  await expect(h1(page)).toHaveText(overview.heading)
})

test('Back before a page has come stays on the page that stands, address and all', async ({
  page,
}) => {
  let release = () => {}
  const released = new Promise<void>((open) => {
    release = open
  })
  await page.goto(overview.path)
  await pageIsLive(page)
  await page.getByRole('contentinfo').getByRole('link', { name: 'All figures' }).click()
  await expect(h1(page)).toHaveText(gallery.heading)
  await page.route(`**/${lesson.path}`, async (route) => {
    await released
    await route.continue()
  })
  await page
    .getByRole('banner')
    .getByRole('link', { name: /overview of the course/ })
    .click()
  await expect(h1(page)).toHaveText(overview.heading)
  await page
    .getByRole('article')
    .getByRole('link', { name: 'Next Independence' })
    .click({ noWaitAfter: true })
  await page.evaluate(() => history.back())
  release()
  await page.unrouteAll({ behavior: 'wait' })
  // The lesson's text may arrive now; it must not take the place of what Back asked for.
  const path = await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++)
      await new Promise((next) => requestAnimationFrame(next))
    return location.pathname
  })
  const { heading } = [overview, gallery, lesson].find((one) => `/${one.path}` === path) ?? missing
  await expect(h1(page)).toHaveText(heading)
})

test('the first Tab offers to skip to the text, and takes the keyboard there', async ({ page }) => {
  await page.goto(lesson.path)
  await pageIsLive(page)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('the contents mark the section that is being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.goto(lesson.path)
  await pageIsLive(page)
  const here = map(page).locator('[aria-current="location"]')
  for (const title of [
    'When are two really two?',
    'Can a second server make things worse?',
    'What did the geese leave working?',
  ]) {
    await page
      .getByRole('article')
      .getByRole('heading', { name: title })
      .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
    await expect(here).toHaveText(title)
  }
})

test('a section of the contents is gone to, and stands clear of the header', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.goto(lesson.path)
  await pageIsLive(page)
  await map(page).getByRole('link', { name: 'When are two really two?' }).click()
  const heading = page.getByRole('article').getByRole('heading', { name: 'When are two really' })
  await expect(heading).toBeInViewport()
  const header = await page.getByRole('banner').boundingBox()
  await expect
    .poll(async () => ((await heading.boundingBox())?.y ?? 0) - (header?.height ?? 0))
    .toBeGreaterThan(0)
})
