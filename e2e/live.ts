import { expect, type Page } from '@playwright/test'

/**
 * The app announces each part of a page that answers from now on. A note of it, on the root element
 * for the page and on a figure for itself, lets a test wait for React instead of guessing.
 */
export const noteLiveParts = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('still-flying:live', ({ target }) => {
      const figure = target instanceof HTMLElement && target.matches('[data-widget]')
      const part = figure ? target : document.documentElement
      part.dataset['answers'] = 'yes'
    })
  })

/** Waits until the page, apart from its figures, is React's. */
export const pageIsLive = (page: Page) => expect(page.locator('html[data-answers]')).toBeAttached()

/** Brings a figure near, which fetches its script, and waits until it answers. */
export async function figureIsLive(page: Page, id = 'redundancy-paradox') {
  // While the page is taken over its layout may still move the figure out of reach again.
  await expect(async () => {
    await page.locator(`[data-widget-place="${id}"]`).scrollIntoViewIfNeeded()
    await expect(page.locator(`[data-widget="${id}"][data-answers]`)).toBeAttached({
      timeout: 5000,
    })
  }).toPass({ timeout: 15_000 })
}

/** Waits until a window that is all one figure, such as a wall or an embedded one, answers. */
export const answers = (page: Page) =>
  expect(page.locator('[data-widget][data-answers]').first()).toBeAttached()
