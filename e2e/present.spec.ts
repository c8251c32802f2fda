import { expect, type BrowserContext, type Page } from '@playwright/test'
import { pages } from './addresses.ts'
import { bringAxe, violations } from './axe.ts'
import { test } from './course-test.ts'
import { answers, noteLiveParts } from './live.ts'
import { sidewaysScroll } from './sideways-scroll.ts'
import { typeInto } from './type-into.ts'

const WALL = 'en/present/active-active/crash/'
const DESK = 'en/console/present/active-active/'
const ROOMS = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const

/** Each lesson has a talk of its own name. */
const talks = pages.flatMap(({ path }) => /lessons\/(.*)\//.exec(path)?.[1] ?? [])

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
const status = (page: Page) => page.getByRole('status').last()
/** Which slide a window shows, as it says itself: "3 of 8: …". */
const at = (page: Page) => page.getByText(/^\d+ of \d+: /).last()
const clock = (page: Page) => page.locator('output').first()
const reading = (page: Page) => page.locator('dd').first()

async function windows(context: BrowserContext, page: Page) {
  await page.goto(WALL)
  await answers(page)
  const desk = await context.newPage()
  await noteLiveParts(desk)
  await desk.goto(DESK)
  await answers(desk)
  await expect(desk.getByText('A projected window is open.')).toBeVisible()
  await expect(at(desk)).toHaveText('3 of 8: A crash at half load')
  return desk
}

test('the presenter’s window drives the wall: scenes, parameters, time, black @chromium', async ({
  context,
  page,
}) => {
  const desk = await windows(context, page)
  await desk.getByRole('button', { name: 'next scene' }).click()
  await expect(at(page)).toHaveText('4 of 8: A crash at 80% each')
  await expect(page).toHaveURL(/\/present\/active-active\/eighty-each\/$/)
  const load = desk.getByRole('textbox', { name: /^Load .*: type a value$/ })
  await typeInto(load, '100')
  await load.press('Enter')
  await expect(page).toHaveURL(/\?load=100$/)
  await desk.getByRole('button', { name: 'One step back' }).click()
  await expect(clock(page)).toHaveText((await clock(desk).textContent()) ?? '')
  await desk.getByRole('button', { name: 'Black out' }).click()
  await expect(page.getByRole('button', { name: 'Show the figure again' })).toBeVisible()
  // A hand at the wall is as good as one at the desk.
  await page.keyboard.press('b')
  await expect(desk.getByRole('button', { name: 'Black out' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await page.keyboard.press('PageUp')
  await expect(at(desk)).toHaveText('3 of 8: A crash at half load')
})

test('what one window does is seen in the other within 100 ms, and both run alike @chromium', async ({
  context,
  page,
}) => {
  const desk = await windows(context, page)
  const lateness: number[] = []
  for (let round = 0; round < 5; round++) {
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const place = document.querySelector('[data-picture]')
          const observer = new MutationObserver(() => {
            observer.disconnect()
            resolve(Date.now())
          })
          if (place) observer.observe(place, { subtree: true, attributes: true, childList: true })
        }),
    )
    const done = await desk.evaluate(
      (way) => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')]
        buttons.find((button) => button.ariaLabel === way)?.click()
        return Date.now()
      },
      round % 2 === 0 ? 'One step back' : 'One step on',
    )
    lateness.push((await seen) - done)
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[2] ?? NaN
  expect(median(lateness)).toBeLessThan(100)

  await desk.getByRole('button', { name: 'To the start' }).click()
  await desk.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  const apart: number[] = []
  for (let round = 0; round < 5; round++) {
    const moment = (one: Page) =>
      one.evaluate(
        () =>
          new Promise<readonly [number, number]>((resolve) =>
            requestAnimationFrame(() =>
              resolve([
                Date.now(),
                parseFloat(document.querySelector('output')?.textContent ?? ''),
              ]),
            ),
          ),
      )
    const [[wallNow, wall], [deskNow, own]] = await Promise.all([moment(page), moment(desk)])
    // Seconds of the figure's time, less those that passed between the two looks.
    apart.push(Math.abs(wall - own - ((wallNow - deskNow) / 1000) * PACE))
  }
  expect(median(apart)).toBeLessThan(0.1 * PACE)
  await page.keyboard.press(' ')
  await expect(desk.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(clock(page)).toHaveText((await clock(desk).textContent()) ?? '')
})

/** Seconds of the figure that pass in one of the reader, as its pace says. */
const PACE = 2

test('either window may be reloaded, and a second presenter may join', async ({
  context,
  page,
}) => {
  const desk = await windows(context, page)
  await desk.getByRole('button', { name: 'next scene' }).click()
  await expect(at(page)).toHaveText(/^4 of 8/)
  await page.reload()
  await answers(page)
  await expect(at(page)).toHaveText(/^4 of 8/)
  await desk.reload()
  await answers(desk)
  await expect(at(desk)).toHaveText(/^4 of 8/)
  const second = await context.newPage()
  await noteLiveParts(second)
  await second.goto(DESK)
  await answers(second)
  await expect(at(second)).toHaveText(/^4 of 8/)
  await expect(desk.getByText(/1 more presenter’s window/)).toBeVisible()
  await second.getByRole('button', { name: 'next scene' }).click()
  await expect(at(page)).toHaveText(/^5 of 8/)
  await expect(at(desk)).toHaveText(/^5 of 8/)
  await second.close()
  await expect(desk.getByText(/more presenter’s window/)).toHaveCount(0)
})

test('a room’s hands are counted before the figure, and drawn beside it @chromium', async ({
  page,
}) => {
  await page.goto('en/present/redundancy-paradox/ask/')
  await answers(page)
  await expect(page.getByRole('heading', { name: /server A works 99%/ })).toBeVisible()
  const count = page.getByRole('textbox', { name: 'more often than A alone' })
  await typeInto(count, '7')
  await page.getByRole('button', { name: 'One hand more: about half as often' }).click()
  await expect(page.getByText('8 hands')).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: 'The room expected' })).toBeVisible()
  await expect(page.getByText('88%')).toBeVisible()
  await page.reload()
  await expect(page.getByText('88%')).toBeVisible()
})

test('keys enlarge a part, light a spot, show the code and help, and take it all away', async ({
  page,
}) => {
  await page.goto('en/present/redundancy-paradox/router-in-path/')
  await answers(page)
  const drawing = page.locator('[data-picture] svg:visible').first()
  const width = async () => (await drawing.boundingBox())?.width ?? 0
  const before = await width()
  await page.keyboard.press('z')
  await expect.poll(width).toBeGreaterThan(before * 1.3)
  await page.keyboard.press('z')
  await page.keyboard.press('z')
  await expect.poll(width).toBeCloseTo(before, 0)
  await page.keyboard.press('s')
  const light = page.locator('[data-light]')
  const left = (await light.boundingBox())?.x ?? 0
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await light.boundingBox())?.x).toBeGreaterThan(left + 20)
  await page.keyboard.press('q')
  await expect(page.getByRole('img', { name: /QR code of http.*failover=1/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(light).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'all keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a talk can be turned from its first slide to its last @chromium', async ({ page }) => {
  test.slow()
  await page.goto(`en/talks/${talks[0]}/`)
  await answers(page)
  const [, slides = '0'] = /of (\d+):/.exec((await at(page).textContent()) ?? '') ?? []
  expect(Number(slides)).toBeGreaterThan(5)
  for (let slide = 2; slide <= Number(slides); slide++) {
    await page.keyboard.press('PageDown')
    await expect(at(page)).toHaveText(new RegExp(`^${slide} of `))
    await expect(page.locator('[data-widget] p').first()).not.toBeEmpty()
  }
  await expect(page).toHaveURL(new RegExp(`slide=${slides}`))
  await page.reload()
  await expect(at(page)).toHaveText(new RegExp(`^${slides} of `))
})

test('every lesson has a talk of five slides or more @chromium', async ({ request }) => {
  await Promise.all(
    talks.map(async (talk) => {
      const answer = await request.get(`en/talks/${talk}/`)
      expect(answer.status(), talk).toBe(200)
      expect(await answer.text(), talk).toMatch(/1 of ([5-9]|1\d):/)
    }),
  )
})

test.describe('an address that is wrong', () => {
  test.use({ tolerated: /status of 404/ })

  for (const [path, slide, message] of [
    ['en/talks/independence/?slide=99', /^1 of 9/, /“slide=99”/],
    ['en/talks/independence/?slide=<b>', /^1 of 9/, /“slide=<b>”/],
    [
      'en/present/redundancy-paradox/?scene=nope&failover=7',
      /^5 of 10/,
      /“scene=nope”.*100% is used/,
    ],
    ['en/present/redundancy-paradox/no-such-scene/', /^5 of 10/, /“scene=no-such-scene”/],
  ] as const)
    test(`opens the nearest that there is, and says so: ${path} @chromium`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByText('Part of this address could not be used')).toContainText(message)
      await expect(at(page)).toHaveText(slide)
    })
})

test('a figure fills a wall of any size, with nothing cut off and large letters @chromium', async ({
  page,
}) => {
  test.slow()
  for (const path of [
    'en/present/redundancy-paradox/all-at-once/',
    'en/present/circuit-breaker/brown-out/',
    'en/present/breaker-design/sound/',
    'en/present/single-point/a-dies/',
    'en/present/retry-storm/storm/',
    'en/present/failure-detector/usual/',
    'en/present/active-active/ask/',
    'en/talks/ha-and-ft/?slide=5',
  ]) {
    await page.goto(path)
    await answers(page)
    await expect(h1(page)).toBeVisible()
    for (const [width, height] of ROOMS) {
      await page.setViewportSize({ width, height })
      const found = await page.evaluate(() => {
        const root = document.documentElement
        const size = (selector: string) => {
          const one = document.querySelector(selector)
          return one ? parseFloat(getComputedStyle(one).fontSize) : 0
        }
        const cut = [
          ...document.querySelectorAll('[data-widget] :is(h1, h2, p, dd, dt, button, a)'),
        ]
          .filter((one) => !one.closest('.unseen') && one.checkVisibility())
          .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
          .map(({ text }) => text)
        return {
          scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
          title: size('h1'),
          cut,
        }
      })
      const name = `${path} at ${width} × ${height}`
      expect.soft(found.scrolls, name).toBe(false)
      expect.soft(found.cut, name).toEqual([])
      // 1.75 times the 15 px of the interface.
      expect.soft(found.title, name).toBeGreaterThanOrEqual(1.75 * 15 - 0.1)
      const picture = page.locator('[data-picture]')
      if ((await picture.count()) > 0) {
        const box = await picture.boundingBox()
        expect.soft(box?.height ?? 0, name).toBeGreaterThan(0.4 * height)
      }
    }
  }
})

test.describe('axe', () => {
  // The page's own policy would refuse axe itself.
  test.use({ bypassCSP: true, reducedMotion: 'reduce' })

  for (const path of [
    WALL,
    DESK,
    'en/present/redundancy-paradox/ask/',
    'en/talks/independence/',
    'en/console/talks/independence/',
    'en/embed/redundancy-paradox/',
  ])
    test(`axe finds nothing on ${path} @chromium`, async ({ page }) => {
      await page.goto(path)
      await answers(page)
      await expect(h1(page)).toBeVisible()
      await bringAxe(page)
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await sidewaysScroll(page), `${width} px`).toEqual([])
        expect(await violations(page), `${width} px`).toEqual([])
      }
    })
})

test('a wall says where it is to those who do not see it', async ({ page }) => {
  await page.goto(WALL)
  await answers(page)
  await page.keyboard.press('PageDown')
  await expect(status(page)).toHaveText('4 of 8: A crash at 80% each')
  await expect(reading(page)).toBeVisible()
})
