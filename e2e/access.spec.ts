import { expect, type Page } from '@playwright/test'
import { eachOnce, lesson, missing } from './addresses.ts'
import { bringAxe, violations } from './axe.ts'
import { test } from './course-test.ts'
import { guess, router, scene, typed } from './figure.ts'
import { figureIsLive, pageIsLive } from './live.ts'
import { sidewaysScroll } from './sideways-scroll.ts'
import { typeInto } from './type-into.ts'

const THEMES = ['Light', 'Dark', 'Projector'] as const
const WIDTHS = [320, 820, 1440] as const

/** Pages that are made of the same parts as the first lesson: what that is looked at for, they are not. */
const isMadeOfParts = (path: string): boolean =>
  path !== lesson.path && /\/(lessons|w|widgets|reference|tasks|lab)\//.test(path)

/** At which widths a page is looked at in a theme; axe at the first of them, in Light at the last too. */
const widthsOf = (path: string, theme: (typeof THEMES)[number]): readonly number[] =>
  !isMadeOfParts(path) ? WIDTHS : theme === 'Light' ? [WIDTHS[0]] : []

const wear = (page: Page, theme: (typeof THEMES)[number]) =>
  page.getByRole('combobox', { name: 'Theme' }).selectOption(theme)

test.describe('axe', () => {
  // The page's own policy would refuse axe itself.
  test.use({ bypassCSP: true, tolerated: /status of 404/, reducedMotion: 'reduce' })
  test.describe.configure({ timeout: 120_000 })

  for (const { path, heading, figures } of [...eachOnce, missing])
    test(`axe finds nothing on ${path} in its themes, at its widths and at twice the text @chromium`, async ({
      page,
    }) => {
      await page.goto(path)
      await pageIsLive(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      for (const id of figures) await figureIsLive(page, id)
      await bringAxe(page)
      const found: string[] = []
      const inspect = async (state: string, axed: boolean) => {
        const sideways = (await sidewaysScroll(page)).join(', ')
        if (sideways) found.push(`${state}: scrolls sideways, ${sideways}`)
        if (!axed) return
        found.push(...(await violations(page)).map((violation) => `${state}: ${violation}`))
      }
      for (const theme of THEMES) {
        const widths = widthsOf(path, theme)
        if (widths.length === 0) continue
        await wear(page, theme)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          // Colours do not depend on the width: one is enough for them. What axe finds at the middle
          // width it finds at the ends; only the page's own width may differ.
          await inspect(
            `${theme}, ${width} px`,
            width === WIDTHS[0] || (theme === 'Light' && width === WIDTHS[2]),
          )
        }
      }
      await wear(page, 'Light')
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
      for (const width of widthsOf(path, 'Light')) {
        await page.setViewportSize({ width, height: 900 })
        await inspect(`200 %, ${width} px`, width === WIDTHS[0] && !isMadeOfParts(path))
      }
      expect(found).toEqual([])
    })

  test('axe finds nothing in a lesson that is in use, nor in the search @chromium', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1000, height: 900 })
    await page.goto(lesson.path)
    for (const id of lesson.figures) await figureIsLive(page, id)
    await guess(page, 'more often than A alone').check()
    await scene(page, 'All at once').click()
    await typeInto(typed(page, 'Failover works'), 'geese')
    await typed(page, 'Failover works').press('Enter')
    await page.getByRole('radio', { name: /A fire that destroys/ }).check()
    await expect(router(page)).toBeChecked()
    for (const closed of await page.locator('details:not([open]) > summary').all())
      if (await closed.isVisible()) await closed.click()
    await bringAxe(page)
    for (const theme of THEMES) {
      await wear(page, theme)
      expect(await violations(page), theme).toEqual([])
    }
    await page.getByRole('button', { name: 'Search' }).click()
    await typeInto(page.getByRole('searchbox'), 'server')
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
    expect(await violations(page), 'search').toEqual([])
  })
})

/** Where the keyboard stands, and what is wrong with standing there. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return undefined
    const name = `${at.tagName.toLowerCase()} “${(at.ariaLabel ?? at.textContent).trim().slice(0, 40)}”`
    const faults: string[] = []
    const before = document.querySelector('[data-walked="last"]')
    if (before) {
      const follows = before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
      if (!follows) faults.push('comes before the stop that it follows')
      before.setAttribute('data-walked', 'yes')
    }
    const seen = at.hasAttribute('data-walked')
    at.setAttribute('data-walked', 'last')
    // A small box inside a label is seen by its label.
    const shown = [at, at.closest('label'), at.nextElementSibling].filter((one) => one !== null)
    const ringed = shown.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    if (!ringed) faults.push('has no ring around it')
    const [box] = at.getClientRects()
    if (!box || box.width < 1 || box.height < 1) faults.push('has no size')
    else {
      const x = box.left + box.width / 2
      const y = box.top + Math.min(box.height / 2, 40)
      if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) faults.push('is out of the window')
      else {
        const top = document.elementFromPoint(x, y)
        const own =
          top && (at.contains(top) || top.contains(at) || at.closest('label')?.contains(top))
        if (!own) faults.push(`lies under ${top?.tagName.toLowerCase()}.${top?.className}`)
      }
    }
    return { name, seen, faults }
  })

for (const [width, height] of [
  [1440, 900],
  [390, 700],
] as const)
  test(`the keyboard walks through the whole lesson at ${width} px and sees where it stands`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await page.goto(lesson.path)
    await pageIsLive(page)
    for (const id of lesson.figures) await figureIsLive(page, id)
    await page.evaluate(() => scrollTo(0, 0))
    const stops: string[] = []
    const faults: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const at = await standing(page)
      if (!at || at.seen) break
      stops.push(at.name)
      faults.push(...at.faults.map((fault) => `${at.name} ${fault}`))
      expect(stops.length, 'the walk comes to an end').toBeLessThan(400)
    }
    expect(faults).toEqual([])
    // From the first stop to the last, through the text, the figures and the question.
    expect(stops[0]).toContain('Skip to the text')
    expect(stops.at(-1)).toContain('The reliability library')
    const walk = stops.join('\n')
    for (const place of ['Jumpy detector', 'Copy link', 'What this model leaves out', 'Note 1'])
      expect(walk).toContain(place)
    // Nothing that takes the keyboard was passed over. Of a radio group one is a stop.
    const passed = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], button, input, select, summary, textarea')]
        .filter((one) => !one.hasAttribute('data-walked') && one.checkVisibility())
        .filter((one) => !one.matches(':disabled, [type="radio"], [tabindex="-1"]'))
        .map((one) => one.outerHTML.slice(0, 120)),
    )
    expect(passed).toEqual([])
  })

test('arrow keys choose within a group of answers, and Shift+Tab walks back', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  await guess(page, 'more often than A alone').focus()
  await page.keyboard.press('ArrowDown')
  await expect(guess(page, 'about as often as A alone')).toBeChecked()
  await expect(guess(page, 'about as often as A alone')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(scene(page, 'A alone')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(guess(page, 'about as often as A alone')).toBeFocused()
})
