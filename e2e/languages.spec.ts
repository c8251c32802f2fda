import { expect, type Page } from '@playwright/test'
import { siteUrl } from '../tools/sites.mjs'
import { flight, gallery, lesson, overview, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { sidewaysScroll } from './sideways-scroll.ts'
import { typeInto } from './type-into.ts'

// The course with two made-up languages: en-XA has every text, accented and longer; en-XB has the
// interface alone, so that each of its pages falls back to English.
test.use({ baseURL: siteUrl('pseudo') })

const pagesIn = (locale: string) =>
  [overview, lesson, gallery, paradox, flight].map((address) => ({
    ...address,
    path: address.path.replace(/^en\//, `${locale}/`),
  }))
const [home = overview, lessonIn = lesson, , paradoxIn = paradox] = pagesIn('en-XA')
const lang = (page: Page) => page.locator('html')
const h1 = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens the menu of languages and takes one, by the tag that its link carries. */
async function takeLanguage(page: Page, locale: string) {
  await page.getByRole('banner').locator('details > summary').click()
  await page.getByRole('banner').locator(`a[hreflang="${locale}"]`).click()
}

/** Words of a control that its own box cuts off. */
const clipped = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, select, summary, label, dt, legend, h3')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      // The skip link waits above the window, and what is meant for the ear alone has no box.
      .filter((one) => !one.matches('.skip, .unseen'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName.toLowerCase()} “${one.textContent.slice(0, 40)}”`),
  )

test('long words make no page scroll sideways, and no control cuts them off @chromium', async ({
  page,
}) => {
  test.slow()
  const found: string[] = []
  for (const { path, figures } of pagesIn('en-XA')) {
    await page.goto(path)
    await pageIsLive(page)
    for (const id of figures) await figureIsLive(page, id)
    for (const width of [320, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      found.push(
        ...(await sidewaysScroll(page)).map((what) => `${path} at ${width} px, sideways: ${what}`),
        ...(await clipped(page)).map((what) => `${path} at ${width} px, cut off: ${what}`),
      )
    }
  }
  expect(found).toEqual([])
})

test('a translated page leaves no word of the interface or of the text in English @once', async ({
  page,
}) => {
  test.slow()
  for (const { path, figures } of pagesIn('en-XA').slice(0, 3)) {
    await page.goto(path)
    await pageIsLive(page)
    for (const id of figures) await figureIsLive(page, id)
    await expect(lang(page)).toHaveAttribute('lang', 'en-XA')
    // Every letter but q is accented in this language; three plain ones in a row are English.
    // Names of languages and of sources are nobody's to translate.
    const english = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'h1, h2, h3, button, label, legend, option, dt, nav a, small, summary, figcaption p, p, text',
        ),
      ]
        .filter((one) => !one.closest('[lang]:not(html), li[id^="source-"], [hreflang], cite'))
        .map((one) => {
          const copy = one.cloneNode(true)
          if (copy instanceof Element)
            for (const name of copy.querySelectorAll('cite, a[href^="#source-"], math, code'))
              name.remove()
          // A unit behind a number and the name of a month are the browser's own words, as in 15 min.
          return (copy.textContent ?? '').replaceAll(
            /(?<=\d\s?)(min|ms)\b|(Jan|Febr)uary|March|April|May|June|July|August|(Sept|Nov|Dec)ember|October/g,
            '',
          )
        })
        .filter((text) => /[a-pr-z]{3}/.test(text)),
    )
    expect([...new Set(english)]).toEqual([])
  }
})

test('the menu of languages keeps the page @chromium', async ({ page }) => {
  await page.goto(lesson.path)
  await pageIsLive(page)
  await takeLanguage(page, 'en-XA')
  await expect(lang(page)).toHaveAttribute('lang', 'en-XA')
  expect(new URL(page.url()).pathname).toBe(`/${lessonIn.path}`)
  await expect(h1(page)).not.toHaveText(lesson.heading)
  await takeLanguage(page, 'en')
  await expect(h1(page)).toHaveText(lesson.heading)
})

test('an address without a language opens in the one that was chosen, with its state @chromium', async ({
  page,
}) => {
  const shared = paradox.path.replace(/^en\//, '')
  await page.goto(`${shared}?failover=0.9`)
  await expect(lang(page)).toHaveAttribute('lang', 'en')
  await pageIsLive(page)
  await page.goto(overview.path)
  await pageIsLive(page)
  await takeLanguage(page, 'en-XA')
  await expect(lang(page)).toHaveAttribute('lang', 'en-XA')
  await pageIsLive(page)
  await page.goto(`${shared}?failover=0.9`)
  await expect(page).toHaveURL(siteUrl('pseudo') + paradoxIn.path + '?failover=0.9')
  await figureIsLive(page)
  await expect(page.getByRole('figure').getByText('1,090').first()).toBeVisible()
  await page.goto('')
  await expect(page).toHaveURL(siteUrl('pseudo') + home.path)
  await pageIsLive(page)
  // An address that names a language keeps it.
  await page.goto(lesson.path)
  await expect(h1(page)).toHaveText(lesson.heading)
})

test('a stored language that the course does not have is no obstacle @chromium', async ({
  page,
}) => {
  await page.goto(overview.path)
  await pageIsLive(page)
  await page.evaluate(() =>
    localStorage.setItem(
      'still-flying',
      JSON.stringify({ state: { locale: '../../evil' }, version: 1 }),
    ),
  )
  await page.goto('')
  await pageIsLive(page)
  await expect(h1(page)).toHaveText(overview.heading)
  await expect(page).toHaveURL(siteUrl('pseudo'))
})

test('a page that is not translated says so in the reader’s language, and is marked as English @once', async ({
  page,
}) => {
  for (const { path, heading } of pagesIn('en-XB').slice(0, 2)) {
    await page.goto(path)
    await pageIsLive(page)
    await expect(lang(page)).toHaveAttribute('lang', 'en-XB')
    await expect(h1(page)).toHaveText(heading)
    const article = page.getByRole('article')
    await expect(article).toHaveAttribute('lang', 'en')
    const notice = article.locator('[role=note][lang]')
    await expect(notice).toHaveAttribute('lang', 'en-XB')
    // "This page is not translated yet", stretched: the vowels are doubled, the letters accented.
    await expect(notice).toContainText(/^Ţĥîîš/)
    // What stands around the text speaks the reader's language.
    await expect(page.getByRole('navigation').first()).not.toHaveAccessibleName('Course map')
  }
  await page.goto(lessonIn.path)
  await expect(page.getByRole('article').locator('[role=note][lang]')).toHaveCount(0)
  await expect(page.getByRole('article')).not.toHaveAttribute('lang')
})

test('the search of a language finds its own words @once', async ({ page }) => {
  await page.goto(lessonIn.path)
  await pageIsLive(page)
  const heading = page.getByRole('article').getByRole('heading', { level: 2 }).first()
  const words = (await heading.textContent()) ?? ''
  await page.keyboard.press('/')
  await typeInto(page.getByRole('searchbox'), words)
  await page.getByRole('dialog').getByRole('link').filter({ hasText: words }).click()
  await expect(heading).toBeInViewport()
  await expect(lang(page)).toHaveAttribute('lang', 'en-XA')
})
