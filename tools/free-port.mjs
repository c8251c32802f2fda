import { createServer } from 'node:net'

const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })

/** The first port from `from` upward that nobody listens on; throws after a hundred. */
export async function freePort(from, host = '127.0.0.1') {
  for (let port = from; port < from + 100 && port < 65536; port += 1) {
    if (await isFree(port, host)) return port
  }
  throw new RangeError(`freePort: no port is free between ${from} and ${from + 99}`)
}
