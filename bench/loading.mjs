// One cold visit to a page over a slow line: when its largest piece is painted, and how much script
// it fetches.
export const line = { downMbit: 1.6, upMbit: 0.75, roundTripMs: 150, cpuSlowdown: 4 }

const PHONE = { width: 412, height: 823 }
const QUIET_MS = 1500

const throttle = {
  offline: false,
  latency: line.roundTripMs,
  downloadThroughput: (line.downMbit * 1e6) / 8,
  uploadThroughput: (line.upMbit * 1e6) / 8,
}
const unthrottle = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

/** Counts packed bytes without headers, as the size budget does; waits for the line to go quiet. */
function watchNetwork(session) {
  const answers = new Map()
  const open = new Set()
  const seen = { script: 0, scripts: 0, all: 0 }
  let lastAt = performance.now()
  const touch = () => (lastAt = performance.now())
  session.on('Network.requestWillBeSent', ({ requestId }) => {
    open.add(requestId)
    touch()
  })
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    answers.set(requestId, { type, headers: response.encodedDataLength }),
  )
  session.on('Network.loadingFailed', ({ requestId }) => {
    open.delete(requestId)
    touch()
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    open.delete(requestId)
    touch()
    const { type, headers } = answers.get(requestId) ?? { type: 'Other', headers: 0 }
    const body = Math.max(0, encodedDataLength - headers)
    seen.all += body
    if (type !== 'Script') return
    seen.script += body
    seen.scripts += 1
  })
  const quiet = async () => {
    while (open.size > 0 || performance.now() - lastAt < QUIET_MS)
      await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { now: () => ({ ...seen }), quiet }
}

/** Reads to the end as a thumb does, so that everything that waits to come near has come near. */
const readToTheEnd = (page) =>
  page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })

/**
 * @returns when the largest piece was painted and which element it was, and what had come over the
 * line (bytes of script, files of script, bytes of all) before and after reading to the end
 */
export async function visit(browser, url) {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', throttle)
    await session.send('Emulation.setCPUThrottlingRate', { rate: line.cpuSlowdown })
    const network = watchNetwork(session)
    await page.goto(url, { waitUntil: 'load' })
    await network.quiet()
    // The buffered entries: the last one stands, since nobody has touched the page.
    const { lcpMs, lcpOf } = await page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1)
            resolve({ lcpMs: last.startTime, lcpOf: last.element?.localName ?? 'unknown' })
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
    const unread = network.now()
    await session.send('Network.emulateNetworkConditions', unthrottle)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await readToTheEnd(page)
    await network.quiet()
    return { lcpMs, lcpOf, unread, read: network.now() }
  } finally {
    await context.close()
  }
}
