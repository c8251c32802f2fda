import type { Page } from '@playwright/test'

/** Keeps the app's script away until the returned function is called: the time before React. */
export async function holdApp(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((open) => {
    release = open
  })
  await page.route(/\/assets\/hydrate-[^/]+\.js$/, async (route) => {
    await released
    await route.continue()
  })
  return release
}
