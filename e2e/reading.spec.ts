import { expect, type Page } from '@playwright/test'
import { lesson, neutral, overview, eachOnce, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { figure, guess, picture, reading, slider } from './figure.ts'
import { openWithoutApp } from './held-app.ts'
import { figureIsLive, pageIsLive } from './live.ts'

// Chromium, once told to run no scripts, shows this element; Playwright's text search skips it.
const noScriptNotice = async (page: Page) =>
  (await page.locator('noscript').allTextContents()).join(' ')

// Firefox, as it is driven here, runs scripts all the same.
test.describe('with scripts off @chromium', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole lesson is there to read', async ({ page }) => {
    await page.goto(lesson.path)
    const article = page.getByRole('article')
    await expect(article.getByRole('heading', { level: 1 })).toHaveText(lesson.heading)
    // The headings of the text, in its order, and those of its two closing parts.
    await expect(article.getByRole('heading', { level: 2 })).toHaveText([
      'What did the geese leave working?',
      'When are two really two?',
      'Can a second server make things worse?',
      'Check yourself',
      'Check yourself',
      'To teach with this lesson',
      'Sources',
    ])
    expect(await noScriptNotice(page)).toContain('Scripts are off.')
    // By hand: 0.99 + 0.01 × 0.5 × 0.99 = 0.99495; it fails 5,050 times in a million; of the 8,760
    // hours of a year that is 44.238, where A alone is down for 87.6.
    await expect(picture(page)).toHaveAccessibleName(/99\.495%.* 5,050 failures per million/)
    await expect(reading(page, 'Works')).toHaveText('99.495%')
    await expect(reading(page, 'Failures')).toHaveText('5,050 per million')
    await expect(reading(page, 'Down a year')).toHaveText(/^44\.2\s?h$/)
    await expect(reading(page, 'A alone')).toHaveText(/^87\.6\s?h$/)
    await expect(figure(page).getByText('49.5 rescued').first()).toBeVisible()
  })

  test('each mark in the text has its note beside it, and the correction stands there too', async ({
    page,
  }) => {
    await page.goto(lesson.path)
    const marks = page.getByRole('article').locator('sup').getByRole('link')
    const count = await marks.count()
    expect(count).toBeGreaterThan(5)
    for (let number = 1; number <= count; number++) {
      await expect(marks.nth(number - 1)).toHaveText(String(number))
      const note = page.getByRole('complementary', { name: `Note ${number}`, exact: true })
      await expect(note).toBeVisible()
      await expect(note.getByRole('link').first()).toHaveAttribute('href', `#mark-${number}`)
    }
    const correction = page.getByRole('note', { name: 'Correction' })
    await expect(correction).toBeVisible()
    await expect(correction).toContainText('10,000 per million')
    await expect(correction).toContainText('5,050 per million')
  })

  test('choosing an answer shows its own explanation and no other', async ({ page }) => {
    await page.goto(lesson.path)
    const question = page.locator('#check-independence')
    const fire = question.getByText('Dramatic, but private to one site.')
    const directory = question.getByText('Each site must ask the same directory')
    await expect(fire).toBeHidden()
    await expect(directory).toBeHidden()
    await question.getByRole('radio', { name: /A fire that destroys/ }).check()
    await expect(fire).toBeVisible()
    await expect(fire).toContainText('No.')
    await expect(directory).toBeHidden()
    await question.getByRole('radio', { name: /staff directory stops answering/ }).check()
    await expect(directory).toBeVisible()
    await expect(directory).toContainText('Yes.')
    await expect(fire).toBeHidden()
  })

  test('links lead from the overview into the lesson and back', async ({ page }) => {
    await page.goto(overview.path)
    await page
      .getByRole('article')
      .getByRole('link', { name: /^Next Independence$/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.heading)
    await page
      .getByRole('article')
      .getByRole('link', { name: /^Previous Overview$/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(overview.heading)
  })

  test('no page offers a control that nothing would answer, and each says why', async ({
    page,
  }) => {
    for (const { path } of [lesson, paradox]) {
      await page.goto(path)
      await expect(figure(page)).toBeVisible()
      await expect.soft(page.getByRole('button'), path).toHaveCount(0)
      await expect.soft(page.getByRole('combobox', { name: 'Theme' }), path).toBeHidden()
      await expect.soft(slider(page, 'Failover works'), path).toBeHidden()
      await expect.soft(page.getByRole('switch'), path).toHaveCount(0)
      await expect.soft(page.getByRole('radio', { name: 'a flock of geese' }), path).toBeHidden()
      await expect.soft(guess(page, 'more often than A alone'), path).toBeHidden()
      expect.soft(await noScriptNotice(page), path).toContain('Scripts are off.')
    }
  })
})

// Without a language the same pages stand at other addresses: one of each kind is enough.
const all = [...eachOnce, ...[overview, lesson, paradox].map(neutral)]
// The languages’ test opens all of them in Firefox.
const AT_ONCE = 5
for (let first = 0; first < all.length; first += AT_ONCE)
  test(`pages ${first + 1} to ${Math.min(all.length, first + AT_ONCE)} come to life without a complaint from the browser${first > 0 ? ' @chromium' : ''}`, async ({
    page,
  }) => {
    test.slow()
    for (const { path, heading, figures } of all.slice(first, first + AT_ONCE)) {
      await page.goto(path)
      await pageIsLive(page)
      for (const id of figures) await figureIsLive(page, id)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    }
  })

test('an answer given before the page is live holds, with how sure its reader was @chromium', async ({
  page,
}) => {
  const release = await openWithoutApp(page, lesson.path)
  const question = page.locator('#check-independence')
  const fire = question.getByRole('radio', { name: /A fire that destroys/ })
  const why = question.getByText('Dramatic, but private to one site.')
  await fire.check()
  await question.getByRole('button', { name: 'Certain' }).click()
  await expect(why).toBeHidden()
  release()
  await expect(why).toBeVisible()
  await expect(fire).toBeChecked()
  await expect(fire).toHaveAccessibleDescription(/^No\. Dramatic/)
  await expect(question.getByRole('button')).toHaveCount(0)
})

test('taking over changes nothing in the picture that stands there', async ({ page }) => {
  const release = await openWithoutApp(page, lesson.path)
  const still = {
    text: await figure(page).textContent(),
    drawing: await picture(page).innerHTML(),
    box: await figure(page).boundingBox(),
  }
  expect(still.text).toContain('5,050')
  release()
  for (const id of lesson.figures) await figureIsLive(page, id)
  await page.evaluate(() => scrollTo(0, 0))
  expect(await figure(page).textContent()).toBe(still.text)
  expect(await picture(page).innerHTML()).toBe(still.drawing)
  expect(await figure(page).boundingBox()).toEqual(still.box)
})

for (const width of [390, 1440])
  test(`nothing in the lesson moves by itself while it comes to life, at ${width} px @chromium`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.addInitScript(() => {
      let moved = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // The library's types do not know these two fields of a layout shift yet.
          if (Reflect.get(entry, 'hadRecentInput') !== true)
            moved += Number(Reflect.get(entry, 'value'))
        }
        document.documentElement.dataset['moved'] = String(moved)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(lesson.path)
    await pageIsLive(page)
    for (const id of lesson.figures) await figureIsLive(page, id)
    await page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame++)
        await new Promise((next) => requestAnimationFrame(next))
    })
    // 0.1 counts as good on the web; a page that was prerendered has no reason to move at all.
    expect(Number((await page.locator('html').getAttribute('data-moved')) ?? 0)).toBeLessThan(0.01)
  })
