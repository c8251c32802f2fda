import type { Page } from '@playwright/test'

/**
 * Opens a page whose app does not arrive before the returned function is called: the time before
 * React, as long as a test needs it.
 */
export async function openWithoutApp(page: Page, path: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((open) => {
    release = open
  })
  await page.route(/\/assets\/hydrate-[^/]+\.js$/, async (route) => {
    await released
    await route.continue()
  })
  // A browser may count the script that is held among what the page's load waits for.
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  return release
}
