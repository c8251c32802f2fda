import { expect } from '@playwright/test'
import { lesson } from './addresses.ts'
import { test } from './course-test.ts'
import { slider } from './figure.ts'
import { figureIsLive } from './live.ts'

const ROUNDS = 3
const STEPS = 40

test('the picture follows a slider within a frame or so @chromium', async ({ page }) => {
  test.slow()
  await page.goto(lesson.path)
  await figureIsLive(page)
  await slider(page, 'Failover works').focus()
  // From the key press to the frame that shows the answer, measured in the page itself.
  await page.evaluate(() => {
    const times: number[] = []
    const painted = new MessageChannel()
    let pressed = 0
    painted.port1.addEventListener('message', () => {
      times.push(performance.now() - pressed)
      document.documentElement.dataset['times'] = JSON.stringify(times)
    })
    painted.port1.start()
    addEventListener(
      'keydown',
      () => {
        pressed = performance.now()
        requestAnimationFrame(() => painted.port2.postMessage(undefined))
      },
      { capture: true },
    )
  })
  const read = async (): Promise<readonly number[]> =>
    JSON.parse((await page.locator('html').getAttribute('data-times')) ?? '[]')
  for (let step = 0; step < ROUNDS * STEPS; step++) {
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
    await expect.poll(async () => (await read()).length, { intervals: [20] }).toBe(step + 1)
  }
  const times = await read()
  const slowest = (share: number, round: number) =>
    times
      .slice(round * STEPS, (round + 1) * STEPS)
      .sort((one, other) => one - other)
      .at(Math.ceil(share * STEPS) - 1) ?? Infinity
  const rounds = Array.from({ length: ROUNDS }, (_, round) => slowest(0.95, round))
  // What else runs on this machine makes a round slower and never faster: the best one counts.
  const best = Math.min(...rounds)
  const listed = rounds.map((p95) => p95.toFixed(1)).join(', ')
  console.log(`slider to next paint, p95 of ${ROUNDS} rounds: ${listed} ms (aim: 16.7 ms)`)
  // The aim is one frame; a shared machine gets three.
  expect(best).toBeLessThan(50)
})
