import { expect, type Page } from '@playwright/test'
import { neutral, paradox } from './addresses.ts'
import { test } from './course-test.ts'
import { figure, picture, reading, router, scene, slider } from './figure.ts'
import { openWithoutApp } from './held-app.ts'
import { figureIsLive } from './live.ts'

const failures = (page: Page) => reading(page, 'Failures')
const mended = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Part of this address could not be used' })

// Where a number of failures is expected, widget.spec.ts shows how it comes about.

test('an address opens the state that it names, with or without a slash and a language', async ({
  page,
}) => {
  for (const path of [
    paradox.path,
    paradox.path.replace(/\/$/, ''),
    neutral(paradox).path,
    neutral(paradox).path.replace(/\/$/, ''),
  ]) {
    await page.goto(`${path}?failover=0.9`)
    await expect(failures(page)).toHaveText('1,090 per million')
    await expect(page).toHaveURL(/\/w\/redundancy-paradox\/\?failover=0\.9$/)
    await expect(mended(page)).toHaveCount(0)
  }
})

test('a slash that was left out is added once and for all, and takes the state along @once', async ({
  request,
}) => {
  const answer = await request.get(`${neutral(paradox).path.replace(/\/$/, '')}?failover=0.9`, {
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(301)
  expect(answer.headers()['location']).toBe('/w/redundancy-paradox/?failover=0.9')
})

test('an address may name a scene, and change one thing about it @once', async ({ page }) => {
  await page.goto(`${paradox.path}?scene=router-in-path`)
  await expect(failures(page)).toHaveText('50,095 per million')
  await expect(scene(page, 'Router in the path')).toHaveAttribute('aria-current', 'true')
  await page.goto(`${paradox.path}?scene=router-in-path&router=1`)
  await expect(failures(page)).toHaveText('100 per million')
  await expect(router(page)).toBeChecked()
})

test('no other state is shown while the one in the address is on its way', async ({ page }) => {
  const release = await openWithoutApp(page, `${paradox.path}?failover=0.9`)
  // The prerendered picture is of another state, and must not pass for this one.
  await expect(failures(page)).toBeHidden()
  await expect(picture(page)).toBeHidden()
  release()
  await expect(failures(page)).toHaveText('1,090 per million')
  await expect(failures(page)).toBeVisible()
})

const tooLong = `failover=0.9&${'x'.repeat(3000)}=1`
const hostile = [
  ['failover=7', '100', 'Failover works: the value lay outside its range; 100% is used.'],
  ['failover=-1', '10,000', 'Failover works: the value lay outside its range; 0% is used.'],
  ['failover=1e999', '100', 'Failover works: the value lay outside its range; 100% is used.'],
  ['failover=NaN', '5,050', 'Failover works: the value could not be read; 50% is used.'],
  ['failover=', '5,050', 'Failover works: the value could not be read; 50% is used.'],
  ['failover=0x1', '5,050', 'Failover works: the value could not be read; 50% is used.'],
  [
    'failover=<script>document.title="taken"</script>',
    '5,050',
    'Failover works: the value could not be read; 50% is used.',
  ],
  ['failover=%E0%A4%A', '5,050', 'Failover works: the value could not be read; 50% is used.'],
  ['inPath=yes', '5,050', 'Router in every path: the value could not be read; off is used.'],
  ['scene=hindenburg', '5,050', 'Nothing here is called “scene=hindenburg”.'],
  ['sidewind=3&failover=0.9', '1,090', 'Nothing here is called “sidewind”.'],
  ['__proto__=1&failover=0.9', '1,090', 'Nothing here is called “__proto__”.'],
  ['constructor=1&failover=0.9', '1,090', 'Nothing here is called “constructor”.'],
  ['scene=__proto__', '5,050', 'Nothing here is called “scene=__proto__”.'],
  [
    '<img src=x onerror="document.title=1">=1&failover=0.9',
    '1,090',
    'Nothing here is called “<img src',
  ],
  [tooLong, '5,050', 'The address is too long to be one of ours; it was set aside whole.'],
] as const

test('a hostile address leaves a sound state and says what was mended @once', async ({ page }) => {
  test.slow()
  for (const [query, expected, message] of hostile) {
    await page.goto(`${paradox.path}?${query}`)
    await expect.soft(mended(page), query).toContainText(message)
    await expect.soft(failures(page), query).toHaveText(`${expected} per million`)
    await expect.soft(page, query).toHaveTitle('The paradox, opened up · Still Flying')
    await expect.soft(page.locator('[data-widget] :is(script, img)'), query).toHaveCount(0)
    const inherited = await page.evaluate(() => [Reflect.get({}, 'failover'), Reflect.get({}, '1')])
    expect.soft(inherited, query).toEqual([undefined, undefined])
  }
})

test('the message about an address goes when the reader’s hand has made it sound', async ({
  page,
}) => {
  await page.goto(`${paradox.path}?failover=7&sidewind=3`)
  await expect(mended(page)).toContainText('Nothing here is called “sidewind”.')
  await scene(page, 'Failover 95%').click()
  await expect(failures(page)).toHaveText('595 per million')
  await expect(page).toHaveURL(/\/\?failover=0\.95$/)
  await expect(mended(page)).toHaveCount(0)
})

test('of a parameter given twice the last counts @once', async ({ page }) => {
  await page.goto(`${paradox.path}?failover=0.9&failover=0.95`)
  await expect(failures(page)).toHaveText('595 per million')
})

test('the address follows the reader without filling the history @chromium', async ({ page }) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  const entries = await page.evaluate(() => history.length)
  const failover = slider(page, 'Failover works')
  for (let step = 0; step < 5; step++) await failover.press('ArrowRight')
  await expect(page).toHaveURL(/\?failover=0\.55$/)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await page.reload()
  // 0.01 × (1 − 0.55 × 0.99) = 0.0045550
  await expect(failures(page)).toHaveText('4,555 per million')
  await figure(page).getByRole('button', { name: 'Reset' }).click()
  await expect(page).toHaveURL(/\/redundancy-paradox\/$/)
})

test('a scene is a place in the history: Back and Forward move between them', async ({ page }) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  await scene(page, 'Failover 90%').click()
  await expect(page).toHaveURL(/\?failover=0\.9$/)
  await scene(page, 'Router in the path').click()
  await expect(failures(page)).toHaveText('50,095 per million')
  await page.goBack()
  await expect(failures(page)).toHaveText('1,090 per million')
  await page.goBack()
  await expect(failures(page)).toHaveText('5,050 per million')
  await expect(page).toHaveURL(/\/redundancy-paradox\/$/)
  await page.goForward()
  await expect(failures(page)).toHaveText('1,090 per million')
})

test('Back from a scene returns to the state that the sliders had before it', async ({ page }) => {
  await page.goto(paradox.path)
  await figureIsLive(page)
  await slider(page, 'Failover works').press('ArrowRight')
  // At once, before the address had time to settle.
  await scene(page, 'Failover 90%').click()
  await expect(failures(page)).toHaveText('1,090 per million')
  await page.goBack()
  await expect(failures(page)).toHaveText('4,951 per million')
})
