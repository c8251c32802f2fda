// From a slider's input event to the frame that shows its effect, at full speed.
export const STEPS = 200

const DESKTOP = { width: 1280, height: 900 }

/**
 * In the page. The clock starts when the input event is dispatched, before any other listener, and
 * stops in the first task after the frame: an animation frame's callback runs before style, layout
 * and paint, and a message posted from it arrives after them. What the screen does then is not in.
 */
function watchSlider(slider) {
  const picture = () => slider.closest('[data-widget]').querySelector('figure svg').outerHTML
  const steps = []
  let before = picture()
  addEventListener(
    'input',
    () => {
      const from = performance.now()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          const ms = performance.now() - from
          const after = picture()
          steps.push({ ms, changed: after !== before })
          before = after
        })
        port1.start()
        port2.postMessage(undefined)
      })
    },
    { capture: true },
  )
  globalThis.sliderSteps = steps
}

/** The slider with the most stops: it redraws most often under the same movement of a hand. */
async function finestSlider(page) {
  const sliders = page.locator('[data-controls] input[type=range]:enabled')
  const stops = await sliders.evaluateAll((all) => all.map((one) => Number(one.max)))
  return sliders.nth(stops.indexOf(Math.max(...stops)))
}

/** Does it once more for each step that is wanted, one at a time, each after the last was shown. */
async function collect(page, act) {
  const taken = () => page.evaluate(() => globalThis.sliderSteps.length)
  const first = await taken()
  for (let step = 0; step < STEPS; step += 1) {
    await act(step)
    await page.waitForFunction(
      (count) => globalThis.sliderSteps.length >= count,
      first + step + 1,
      {
        polling: 5,
      },
    )
  }
  return page.evaluate((from) => globalThis.sliderSteps.slice(from), first)
}

/** 0, 1, … n - 1, n, n - 1, … 1, 0, 1, …: from one end of the slider to the other and back. */
const toAndFro = (step, n) => Math.abs(((step + n) % (2 * n)) - n)

/**
 * @returns the steps of a drag and of the arrow keys: milliseconds, and whether the picture that
 * was on the screen at the end was another than before
 */
export async function slide(browser, url) {
  const context = await browser.newContext({ viewport: DESKTOP })
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const slider = await finestSlider(page)
    await slider.scrollIntoViewIfNeeded()
    await slider.focus()
    await page.keyboard.press('Home')
    await page.waitForTimeout(500)
    await slider.evaluate(watchSlider)
    const last = Number(await slider.getAttribute('max'))

    const keys = await collect(page, (step) =>
      page.keyboard.press(
        toAndFro(step + 1, last) > toAndFro(step, last) ? 'ArrowRight' : 'ArrowLeft',
      ),
    )

    const { x, y, width, height } = await slider.boundingBox()
    // The thumb's middle stops short of the ends by half a thumb.
    const at = (stop) => x + 10 + ((width - 20) * stop) / last
    await page.mouse.move(at(0), y + height / 2)
    await page.mouse.down()
    const drag = await collect(page, (step) =>
      page.mouse.move(at(toAndFro(step + 1, last)), y + height / 2),
    )
    await page.mouse.up()
    return { drag, keys }
  } finally {
    await context.close()
  }
}
