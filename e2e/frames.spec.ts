import { expect } from '@playwright/test'
import { lesson } from './addresses.ts'
import { test } from './course-test.ts'
import { slider } from './figure.ts'
import { figureIsLive } from './live.ts'

test('the picture follows a slider within a frame or so @chromium', async ({ page }) => {
  await page.goto(lesson.path)
  await figureIsLive(page)
  const failover = slider(page, 'Failover works')
  await failover.focus()
  // From the key press to the frame that shows the answer, measured in the page itself.
  await page.evaluate(() => {
    const times: number[] = []
    addEventListener(
      'keydown',
      () => {
        const pressed = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => {
            times.push(performance.now() - pressed)
            document.documentElement.dataset['times'] = JSON.stringify(times)
          })
          channel.port1.start()
          channel.port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
  const steps = 60
  const read = async (): Promise<readonly number[]> =>
    JSON.parse((await page.locator('html').getAttribute('data-times')) ?? '[]')
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowLeft')
    await expect.poll(async () => (await read()).length, { intervals: [20] }).toBe(step + 1)
  }
  const times = [...(await read())].sort((one, other) => one - other)
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Infinity
  console.log(
    `slider to next paint: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (aim: 16.7 ms)`,
  )
  // The aim is one frame; a shared machine gets three.
  expect(at(0.95)).toBeLessThan(50)
})
