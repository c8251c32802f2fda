import type { Page } from '@playwright/test'
import { overview } from './addresses.ts'
import { pageIsLive } from './live.ts'

/** Where the browser keeps what it knows of its reader. */
export const KEPT = 'still-flying'

/** Puts into the browser what an earlier visit may have left there. */
export async function leave(page: Page, raw: string) {
  await page.goto(overview.path)
  await pageIsLive(page)
  await page.evaluate(
    ([key = '', value = '']) => {
      localStorage.clear()
      localStorage.setItem(key, value)
    },
    [KEPT, raw],
  )
}

export const keptByName = (page: Page, name: string) =>
  page.evaluate((key) => localStorage.getItem(key), name)
