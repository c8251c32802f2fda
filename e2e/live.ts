import { expect, type Page } from '@playwright/test'

/**
 * The app announces each part of a page that answers from now on. A note of it on the root element
 * lets a test wait for React instead of guessing how long it takes.
 */
export const noteLiveParts = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('still-flying:live', ({ target }) => {
      const root = document.documentElement
      const part = (target instanceof HTMLElement && target.dataset['widget']) || 'page'
      root.dataset['live'] = `${root.dataset['live'] ?? ''} ${part}`
    })
  })

/** Waits until the page, apart from its figures, is React's. */
export const pageIsLive = (page: Page) => expect(page.locator('html[data-live~="page"]')).toBeAttached()

/** Brings a figure near, which fetches its script, and waits until it answers. */
export async function figureIsLive(page: Page, id = 'redundancy-paradox') {
  await page.locator(`[data-widget="${id}"]`).scrollIntoViewIfNeeded()
  await expect(page.locator(`html[data-live~="${id}"]`)).toBeAttached()
}
