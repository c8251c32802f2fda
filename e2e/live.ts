import { expect, type Page } from '@playwright/test'

/**
 * The app announces each part of a page that answers from now on. These notes of it on the root
 * element let a test wait for React instead of guessing how long it takes.
 */
export const noteLiveParts = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('still-flying:live', ({ target }) => {
      const part = target === document.body ? 'livePage' : 'liveFigure'
      document.documentElement.dataset[part] = 'yes'
    })
  })

/** Waits until the page, apart from its figures, is React's. */
export const pageIsLive = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-live-page', 'yes')

/** Brings the first figure near, which fetches its script, and waits until it answers. */
export async function figureIsLive(page: Page) {
  await page.getByRole('figure').first().scrollIntoViewIfNeeded()
  await expect(page.locator('html')).toHaveAttribute('data-live-figure', 'yes')
}
