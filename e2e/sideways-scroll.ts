import type { Page } from '@playwright/test'

/** What makes the page wider than the window; empty where it does not scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
      .filter((one) => getComputedStyle(one).position !== 'fixed' && one.checkVisibility())
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class')}`)
    return [`${scrollWidth} in ${clientWidth}`, ...new Set(wide)].slice(0, 12)
  })
