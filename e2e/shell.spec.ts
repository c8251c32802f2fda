import { expect, type Page } from '@playwright/test'
import { everyAddress, gallery, lesson, missing, overview, paradox } from './addresses.ts'
import { brightness } from './brightness.ts'
import { test } from './course-test.ts'
import { reading, scene, slider } from './figure.ts'
import { openWithoutApp } from './held-app.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { typeInto } from './type-into.ts'

const KEPT = 'still-flying'
const theme = (page: Page) => page.getByRole('combobox', { name: 'Theme' })
const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
const map = (page: Page) => page.getByRole('navigation', { name: 'Course map' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the course' })

/** Puts into the browser what an earlier visit may have left there. */
async function leave(page: Page, raw: string) {
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

const keptByName = (page: Page, name: string) =>
  page.evaluate((key) => localStorage.getItem(key), name)

test.describe('addresses', () => {
  test('every address answers by itself, and again when it is reloaded @once', async ({ page }) => {
    for (const { path, heading } of everyAddress) {
      const first = await page.goto(path, { waitUntil: 'commit' })
      expect(first?.status(), path).toBe(200)
      await expect(h1(page)).toHaveText(heading)
      const again = await page.reload({ waitUntil: 'commit' })
      expect([200, 304], path).toContain(again?.status())
      await expect(h1(page)).toHaveText(heading)
    }
  })

  test('each page tells a link preview its title, a description and a picture that exists @once', async ({
    page,
  }) => {
    const titles = new Set<string>()
    for (const { path } of [overview, lesson, gallery, paradox]) {
      await page.goto(path, { waitUntil: 'commit' })
      const content = (property: string) =>
        page.locator(`meta[property="og:${property}"]`).getAttribute('content')
      titles.add((await content('title')) ?? '')
      expect((await content('description'))?.length, path).toBeGreaterThan(40)
      const picture = new URL((await content('image')) ?? '', page.url())
      const answer = await page.request.get(picture.href)
      expect(answer.status(), picture.pathname).toBe(200)
      expect(answer.headers()['content-type']).toBe('image/png')
    }
    expect(titles.size).toBe(4)
  })

  test.describe('that nobody wrote', () => {
    test.use({ tolerated: /status of 404/ })

    test('they say so with status 404, and lead home @once', async ({ page }) => {
      for (const path of [
        'nothing',
        'en/w/no-such-figure/?failover=0.9',
        'a/b/c/d',
        missing.path,
      ]) {
        const answer = await page.goto(path)
        expect(answer?.status(), path).toBe(404)
        await expect(h1(page)).toHaveText(missing.heading)
        await pageIsLive(page)
      }
      await expect(h1(page)).toHaveText(missing.heading)
      await page.getByRole('main').getByRole('link', { name: 'To the overview' }).click()
      await expect(h1(page)).toHaveText(overview.heading)
    })
  })
})

test.describe('moving between pages', () => {
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
    const answer = page.getByRole('radio', { name: /staff directory stops answering/ })
    await answer.check()
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(1000)
    await page
      .getByRole('banner')
      .getByRole('link', { name: /overview of the course/ })
      .click()
    await expect(h1(page)).toHaveText(overview.heading)
    await page.goBack()
    await expect(h1(page)).toHaveText(lesson.heading)
    await expect(answer).toBeChecked()
    await expect(answer).toBeInViewport()
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
    const { heading } =
      [overview, gallery, lesson].find((one) => `/${one.path}` === path) ?? missing
    await expect(h1(page)).toHaveText(heading)
  })

  test('the first Tab offers to skip to the text, and takes the keyboard there', async ({
    page,
  }) => {
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
})

test.describe('theme', () => {
  const ground = (page: Page) => brightness(page.locator('body'))

  test('each theme has its ground and its size of text, and is kept', async ({ page }) => {
    await page.goto(lesson.path)
    await pageIsLive(page)
    const textSize = () =>
      page.locator('body').evaluate((body) => parseFloat(getComputedStyle(body).fontSize))
    await theme(page).selectOption('Light')
    expect(await ground(page)).toBeGreaterThan(240)
    const usual = await textSize()
    await theme(page).selectOption('Projector')
    expect(await ground(page)).toBe(255)
    expect((await textSize()) / usual).toBeCloseTo(1.75, 2)
    await theme(page).selectOption('Dark')
    expect(await ground(page)).toBeLessThan(60)
    await page.reload()
    expect(await ground(page)).toBeLessThan(60)
    await pageIsLive(page)
    await expect(theme(page)).toHaveValue('dark')
    await page.goto(overview.path)
    expect(await ground(page)).toBeLessThan(60)
  })

  test('where none was chosen the system decides, and a choice overrules it @chromium', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(overview.path)
    expect(await ground(page)).toBeLessThan(60)
    await pageIsLive(page)
    await theme(page).selectOption('Light')
    expect(await ground(page)).toBeGreaterThan(240)
    await theme(page).selectOption('System')
    expect(await ground(page)).toBeLessThan(60)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await ground(page)).toBeGreaterThan(240)
    await theme(page).selectOption('Dark')
    expect(await ground(page)).toBeLessThan(60)
  })

  test('a kept theme is there before the first paint, and without the app', async ({ page }) => {
    await leave(page, JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return
        document.documentElement.dataset['atBody'] = document.documentElement.dataset['theme'] ?? ''
        observer.disconnect()
      }).observe(document, { childList: true, subtree: true })
    })
    await openWithoutApp(page, lesson.path)
    await expect(page.locator('html')).toHaveAttribute('data-at-body', 'dark')
    expect(await brightness(page.locator('body'))).toBeLessThan(60)
    await expect(theme(page)).toHaveValue('dark')
  })

  test('a theme chosen before the app is there holds when it comes, and afterwards', async ({
    page,
  }) => {
    const release = await openWithoutApp(page, lesson.path)
    await theme(page).selectOption('Dark')
    expect(await brightness(page.locator('body'))).toBeLessThan(60)
    release()
    await pageIsLive(page)
    await expect(theme(page)).toHaveValue('dark')
    expect(await brightness(page.locator('body'))).toBeLessThan(60)
    await page.reload()
    expect(await brightness(page.locator('body'))).toBeLessThan(60)
  })
})

test.describe('search', () => {
  test('it is fetched on its first use, finds words, and Enter goes to the section', async ({
    page,
  }) => {
    const fetched: string[] = []
    page.on('request', (request) => {
      if (/\/search\/|SearchDialog/.test(request.url())) fetched.push(request.url())
    })
    await page.goto(overview.path)
    await pageIsLive(page)
    expect(fetched).toEqual([])
    await page.keyboard.press('/')
    const field = dialog(page).getByRole('searchbox')
    await expect(field).toBeFocused()
    await typeInto(field, 'break-even')
    await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ places? found$/)
    await typeInto(field, 'coverage')
    const found = dialog(page).getByRole('link', { name: /Can a second server make things worse/ })
    await expect(found).toBeVisible()
    expect(fetched.length).toBeGreaterThan(0)
    await field.press('Tab')
    await page.keyboard.press('Tab')
    const first = dialog(page).getByRole('link').first()
    await expect(first).toBeFocused()
    await found.press('Enter')
    await expect(h1(page)).toHaveText(lesson.heading)
    await expect(
      page.getByRole('article').getByRole('heading', { name: 'Can a second server make' }),
    ).toBeInViewport()
    await expect(dialog(page)).toHaveCount(0)
  })

  test('a place on the page that is open already is gone to', async ({ page }) => {
    await page.goto(lesson.path)
    await pageIsLive(page)
    await page.getByRole('button', { name: 'Search' }).click()
    await typeInto(dialog(page).getByRole('searchbox'), 'geese')
    await dialog(page)
      .getByRole('link', { name: /What did the geese leave working/ })
      .click()
    await expect(
      page.getByRole('article').getByRole('heading', { name: 'What did the geese leave' }),
    ).toBeInViewport()
    await expect(page).toHaveURL(/#what-did-the-geese/)
    await expect(dialog(page)).toHaveCount(0)
  })

  test('Escape closes it and gives the focus back; a slash that is being typed opens nothing', async ({
    page,
  }) => {
    await page.goto(paradox.path)
    await figureIsLive(page)
    const button = page.getByRole('button', { name: 'Search' })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(button).toBeFocused()
    await page.getByRole('textbox', { name: 'Failover works: type a value' }).press('/')
    await expect(dialog(page)).toHaveCount(0)
    await scene(page, 'A alone').press('/')
    await expect(dialog(page).getByRole('searchbox')).toBeVisible()
  })

  test.describe('without its index', () => {
    test.use({ tolerated: /ERR_FAILED|NetworkError|Failed to load/ })

    test('it says that the connection is to blame', async ({ page }) => {
      await page.route('**/search/*.json', (route) => route.abort())
      await page.goto(overview.path)
      await pageIsLive(page)
      await page.keyboard.press('/')
      await expect(dialog(page).getByText('The search index could not be loaded.')).toBeVisible()
    })
  })
})

test.describe('progress', () => {
  test('an opened lesson is marked as started, one read to its end as finished, for good', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 800 })
    await page.goto(lesson.path)
    await pageIsLive(page)
    const part = map(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Independence', exact: true }) })
    await page.goto(overview.path)
    await pageIsLive(page)
    await expect(part).toContainText('started')
    await expect(page.getByText('0 of 15 parts finished')).toBeVisible()
    await page.goto(lesson.path)
    await pageIsLive(page)
    await page.getByRole('heading', { name: 'Sources' }).scrollIntoViewIfNeeded()
    await expect.poll(() => keptByName(page, KEPT)).toContain('finished')
    await page.goto(overview.path)
    await expect(part).toContainText('finished')
    await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
    await page.reload()
    await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
  })

  test('what is damaged in the storage is set aside, and the page works', async ({ page }) => {
    for (const raw of [
      '{"state":',
      '{"state":5}',
      '{"state":{"guesses":[1],"__proto__":{"theme":"dark"}},"version":"x"}',
      // The sound part of this one counts.
      '{"state":{"theme":"purple","lessons":{"independence":"finished"}},"version":1}',
    ]) {
      await leave(page, raw)
      await page.reload()
      await pageIsLive(page)
      expect.soft(await keptByName(page, `${KEPT}:set-aside`)).toBe(raw)
      await expect.soft(h1(page), raw).toHaveText(overview.heading)
      expect
        .soft(await page.evaluate(() => document.documentElement.dataset['theme']))
        .toBe(undefined)
    }
    await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
    await theme(page).selectOption('Dark')
    await page.reload()
    await pageIsLive(page)
    await expect(theme(page)).toHaveValue('dark')
    await expect(page.getByText('1 of 15 parts finished')).toBeVisible()
  })

  test('damaged storage survives a choice made before the app is there', async ({ page }) => {
    const raw = '{"state":{"lessons":{"independence":"finished"}'
    await leave(page, raw)
    const release = await openWithoutApp(page, overview.path)
    await theme(page).selectOption('Dark')
    release()
    await pageIsLive(page)
    await expect(theme(page)).toHaveValue('dark')
    expect(await keptByName(page, `${KEPT}:set-aside`)).toBe(raw)
  })
})

test.describe('on paper @chromium', () => {
  test('the text and its figures are printed, what one operates is not', async ({ page }) => {
    await page.goto(lesson.path)
    await figureIsLive(page)
    await page.emulateMedia({ media: 'print' })
    await expect(h1(page)).toBeVisible()
    await expect(page.getByRole('img').first()).toBeVisible()
    await expect(reading(page, 'Failures')).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Correction' })).toBeVisible()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(map(page)).toBeHidden()
    await expect(slider(page, 'Failover works')).toBeHidden()
    await expect(scene(page, 'A alone')).toBeHidden()
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('contentinfo')).toBeHidden()
  })

  test('in the dark theme it is printed black on white', async ({ page }) => {
    await leave(page, JSON.stringify({ state: { theme: 'dark' }, version: 1 }))
    await page.goto(lesson.path)
    await page.emulateMedia({ media: 'print' })
    expect(await brightness(page.locator('body'))).toBe(255)
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe(
      'rgb(0, 0, 0)',
    )
  })

  test('it fits on a few pages', async ({ page }) => {
    await page.goto(lesson.path)
    await figureIsLive(page)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    // About 2,000 words, two figures and thirty references.
    expect(sheets).toBeGreaterThan(3)
    expect(sheets).toBeLessThan(15)
  })
})
