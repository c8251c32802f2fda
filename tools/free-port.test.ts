import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './free-port.mjs'

it('passes over a port on which somebody listens', async () => {
  const first = await freePort(46_173)
  const taken = createServer()
  await new Promise<void>((resolve) => void taken.listen(first, '127.0.0.1', resolve))
  const second = await freePort(first)
  await new Promise<unknown>((resolve) => void taken.close(resolve))
  expect(second).toBeGreaterThan(first)
  expect(await freePort(first)).toBe(first)
})

it('gives up past the last port there is', async () => {
  await expect(freePort(65_536)).rejects.toThrow(RangeError)
})
