import { expect, type Page } from '@playwright/test'
import { lesson, neutral, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { figure, guess, picture, reading, router, scene, slider, typed } from './figure.ts'
import { figureIsLive } from './live.ts'
import { typeInto } from './type-into.ts'

const open = async (page: Page, query = '') => {
  await page.goto(paradox.path + query)
  await figureIsLive(page)
}

const failures = (page: Page) => reading(page, 'Failures')

// By hand, A and B each at 99 %, per million requests:
// c = 0.9:  0.01 × (1 − 0.9 × 0.99)  = 0.00109
// c = 0.95: 0.01 × (1 − 0.95 × 0.99) = 0.000595
// c = 0.5:  0.01 × (1 − 0.5 × 0.99)  = 0.00505
// router:   1 − 0.95 × (1 − 0.0001)  = 0.050095
// jumpy:    1 − [0.99 × (0.98 + 0.02 × 0.5 × 0.99) + 0.01 × 0.5 × 0.99] = 1 − 0.984951
// tenth:    0.001 + 0.999 × (0.009 / 0.999)² = 1 / 925 = 0.00108108
// all:      z = 0.001, b′ = 0.99/0.999; 1 − 0.999 × [0.9801 + 0.0189 × 0.9 × b′] = 0.0040402
test('each scene fails as often as arithmetic says @once', async ({ page }) => {
  // Not a state that any scene leads to: 0.01 × (1 − 0.25 × 0.99) = 0.007525.
  await open(page, '?failover=0.25')
  await expect(failures(page)).toHaveText('7,525 per million')
  for (const [label, expected] of [
    ['A alone', '10,000'],
    ['Failover 90%', '1,090'],
    ['Failover 95%', '595'],
    ['Failover 50%', '5,050'],
    ['Router in the path', '50,095'],
    ['Jumpy detector', '15,049'],
    ['A tenth shared', '1,081'],
    ['Common cause', '10,000'],
    ['All at once', '4,040'],
  ] as const) {
    await scene(page, label).click()
    await expect(failures(page)).toHaveText(`${expected} per million`)
    await expect(scene(page, label)).toHaveAttribute('aria-current', 'true')
    await expect(picture(page)).toHaveAccessibleName(new RegExp(`: ${expected} failures`))
  }
  const scenes = figure(page).getByRole('list', { name: 'Scenes of this figure' })
  await expect(scenes.getByRole('link')).toHaveCount(9)
})

test('a link in the text puts the figure of the lesson into its scene', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  await page.getByRole('article').getByRole('link', { name: 'the gain is used up' }).click()
  await expect(failures(page)).toHaveText('15,049 per million')
  await expect(figure(page)).toBeInViewport()
  await expect(page).toHaveURL(new RegExp(`${lesson.path}$`))
})

test('the arrow keys move a slider by a stop, Home and End to its ends', async ({ page }) => {
  await open(page)
  const failover = slider(page, 'Failover works')
  await failover.press('ArrowRight')
  await expect(failover).toHaveAttribute('aria-valuetext', '51%')
  // 0.01 × (1 − 0.51 × 0.99) = 0.0049510
  await expect(failures(page)).toHaveText('4,951 per million')
  await failover.press('ArrowLeft')
  await failover.press('ArrowLeft')
  await expect(failover).toHaveAttribute('aria-valuetext', '49%')
  await failover.press('End')
  // 0.01 × 0.01: both must be down.
  await expect(failures(page)).toHaveText('100 per million')
  await failover.press('Home')
  await expect(failures(page)).toHaveText('10,000 per million')
  await expect(
    figure(page).getByText('The failover never works, so this is A alone.'),
  ).toBeVisible()
})

test('a value can be typed with a comma, a point or a per-cent sign @chromium', async ({
  page,
}) => {
  await open(page)
  const field = typed(page, 'Failover works')
  for (const text of ['72,5', '72.5', ' 72.5 % ']) {
    await typeInto(field, text)
    await field.press('Enter')
    await expect(field).toHaveValue('72.5%')
    // 0.01 × (1 − 0.725 × 0.99) = 0.00282250, shown to as many digits as it has whole ones.
    await expect(failures(page)).toHaveText(/^2,82[23] per million$/)
    await scene(page, 'Failover 50%').click()
  }
})

test('a typed value outside its range is kept within it, and nonsense changes nothing', async ({
  page,
}) => {
  await open(page)
  const field = typed(page, 'Failover works')
  await typeInto(field, '250')
  await field.press('Enter')
  await expect(field).toHaveValue('100%')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription('Kept within its limits, from 0% to 100%.')
  await typeInto(field, '-3')
  await field.press('Enter')
  await expect(field).toHaveValue('0%')
  await expect(failures(page)).toHaveText('10,000 per million')
  await typeInto(field, 'geese')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription('That is not a number. Type one from 0% to 100%.')
  await expect(field).toHaveValue('0%')
  await slider(page, 'Failover works').press('End')
  await expect(field).toHaveAttribute('aria-invalid', 'false')
})

test('leaving a field with Escape takes back what was typed', async ({ page }) => {
  await open(page)
  const field = typed(page, 'Failover works')
  await typeInto(field, '12')
  await field.press('Escape')
  await expect(field).toHaveValue('50%')
  await expect(failures(page)).toHaveText('5,050 per million')
})

test('the router counts only while its switch is on, and its slider rests while it is off', async ({
  page,
}) => {
  await open(page)
  await expect(slider(page, 'Router in every path')).toBeDisabled()
  await router(page).check()
  // 0.95 × 0.99495 = 0.9452025
  await expect(failures(page)).toHaveText(/^54,79[78] per million$/)
  await expect(slider(page, 'Router in every path')).toBeEnabled()
  await router(page).uncheck()
  await expect(failures(page)).toHaveText('5,050 per million')
})

test('reset returns to the state in which the lesson opened the figure @once', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  const reset = figure(page).getByRole('button', { name: 'Reset' })
  await expect(reset).toBeDisabled()
  await scene(page, 'All at once').click()
  await slider(page, 'B works').press('Home')
  await reset.click()
  await expect(failures(page)).toHaveText('5,050 per million')
  await expect(scene(page, 'Failover 50%')).toHaveAttribute('aria-current', 'true')
  await expect(reset).toBeDisabled()
})

test('a copied link brings exactly this state back @chromium', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(lesson.path)
  await figureIsLive(page)
  await scene(page, 'Jumpy detector').click()
  await slider(page, 'Failover works').press('ArrowRight')
  const shown = await picture(page).getAttribute('aria-label')
  await figure(page).getByRole('button', { name: 'Copy link to this state' }).click()
  await expect(figure(page).getByText('Copied.')).toBeVisible()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  // Without a language: it opens in the one of whoever gets it.
  expect(new URL(address).pathname).toBe(`/${neutral(paradox).path}`)
  await page.goto(address)
  await figureIsLive(page)
  await expect(picture(page)).toHaveAccessibleName(shown ?? '')
  await expect(slider(page, 'Failover works')).toHaveAttribute('aria-valuetext', '51%')
})

test('where the browser refuses the clipboard, the address is shown to be copied by hand', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    })
  })
  await open(page)
  await scene(page, 'Failover 90%').click()
  await figure(page).getByRole('button', { name: 'Copy link to this state' }).click()
  const address = figure(page).getByRole('textbox', { name: 'Address of this state' })
  await expect(address).toHaveValue(/\/w\/redundancy-paradox\/\?v=1&failover=0\.9$/)
})

test('a guess is answered, stays on the picture, and is there after a reload', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  const mark = picture(page).getByText('your guess').filter({ visible: true })
  await expect(mark).toHaveCount(0)
  await guess(page, 'more often than A alone').check()
  await expect(page.getByText('You are in good company')).toBeVisible()
  await expect(mark).toHaveCount(1)
  await scene(page, 'Common cause').click()
  await expect(mark).toHaveCount(1)
  await page.reload()
  await figureIsLive(page)
  await expect(guess(page, 'more often than A alone')).toBeChecked()
  await expect(mark).toHaveCount(1)
  await page.goto(paradox.path)
  await figureIsLive(page)
  await expect(mark).toHaveCount(1)
})

test('a change is spoken once it rests, never at the start, at most once a second @chromium', async ({
  page,
}) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const said: { readonly at: number; readonly text: string }[] = []
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement
          const region = element?.closest('[data-live]')
          if (!region || region.textContent === said.at(-1)?.text) continue
          said.push({ at: performance.now(), text: region.textContent })
          document.documentElement.dataset['said'] = JSON.stringify(said)
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  })
  await open(page)
  const said = async (): Promise<readonly { at: number; text: string }[]> =>
    JSON.parse((await page.locator('html').getAttribute('data-said')) ?? '[]')
  // The description of the opening state is in the page already: nobody moved anything.
  expect(await said()).toEqual([])
  const failover = slider(page, 'Failover works')
  await failover.focus()
  const until = Date.now() + 2300
  while (Date.now() < until) await page.keyboard.press('ArrowRight')
  await failover.press('End')
  await expect.poll(async () => (await said()).at(-1)?.text).toMatch(/: 100 failures per million/)
  const spoken = await said()
  expect(spoken.length).toBeGreaterThan(1)
  const gaps = spoken.slice(1).map(({ at }, index) => at - (spoken[index]?.at ?? 0))
  // A timer may fire a little early by this clock.
  expect(Math.min(...gaps)).toBeGreaterThan(940)
})
