// npm run lab:serve -- [--port 8001] [--profile 1.33] [--speed 1]
// The cluster of the laboratory behind HTTP on this machine, so that a real kubectl can be put to
// it. Time goes by as on the wall; everything is lost when it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { RECORDED_NODES } from '../src/systems/kubernetes/lab/replay.ts'
import type { ProfileName } from '../src/systems/kubernetes/resources.ts'
import { onWallClock, type WallClock } from './lab/cluster-on-wall-clock.ts'
import { requestFrom, send } from './lab/http-requests.ts'
import { OPENAPI_V2, openapiV2 } from './lab/openapi-v2.ts'
import { isWatch, watch } from './lab/watches.ts'

export interface LabServer {
  readonly url: string
  /** The file that kubectl needs; it goes when the server stops. */
  readonly kubeconfig: string
  readonly clock: WallClock
  readonly stop: () => Promise<void>
}

export interface LabServerOptions {
  /** 0 for any that is free. */
  readonly port?: number
  readonly profile?: ProfileName
  /** How many seconds of the cluster go by in one of the wall clock. */
  readonly speed?: number
  readonly seed?: number
  /** Told of every request, for finding out what a client trips over. */
  readonly told?: (line: string) => void
}

const kubeconfigFor = (url: string): string => `apiVersion: v1
kind: Config
clusters:
- name: still-flying
  cluster: {server: "${url}"}
users:
- name: reader
  user: {}
contexts:
- name: still-flying
  context: {cluster: still-flying, user: reader}
current-context: still-flying
`

/** Starts the laboratory's cluster behind HTTP on the loopback interface. */
export async function serveLab({
  port = 0,
  profile = '1.33',
  speed = 1,
  seed = 1,
  told = () => undefined,
}: LabServerOptions = {}): Promise<LabServer> {
  const clock = onWallClock({ profile, nodes: RECORDED_NODES, files: {} }, seed, speed)
  const server = createServer((incoming, response) => {
    requestFrom(incoming, clock.behindMs)
      .then((request) => {
        told(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
        if (!request) send(response, { code: 405, body: 'method not allowed' }, 0)
        else if (request.path === '/openapi/v2')
          response.writeHead(200, { 'Content-Type': OPENAPI_V2 }).end(openapiV2(profile))
        else if (isWatch(request)) watch(clock, request, response)
        else send(response, clock.call(request), clock.behindMs)
      })
      .catch((error: unknown) => {
        if (response.headersSent) response.end()
        else
          send(response, { code: error instanceof SyntaxError ? 400 : 500, body: String(error) }, 0)
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const url = `http://127.0.0.1:${address.port}`
  const folder = mkdtempSync(path.join(tmpdir(), 'still-flying-'))
  const kubeconfig = path.join(folder, 'kubeconfig')
  writeFileSync(kubeconfig, kubeconfigFor(url))
  return {
    url,
    kubeconfig,
    clock,
    async stop() {
      clock.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Serves until it is interrupted. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8001' },
      profile: { type: 'string', default: '1.33' },
      speed: { type: 'string', default: '1' },
      log: { type: 'boolean', default: false },
    },
  })
  const { profile } = values
  const port = Number(values.port)
  const speed = Number(values.speed)
  if ((profile !== '1.20' && profile !== '1.33') || !(port >= 0) || !(speed > 0)) {
    console.error(
      'Usage: npm run lab:serve -- [--port 8001] [--profile 1.33|1.20] [--speed 1] [--log]',
    )
    return 2
  }
  const server = await serveLab({
    port,
    profile,
    speed,
    ...(values.log ? { told: (line: string) => console.error(line) } : {}),
  })
  console.log(`The cluster answers at ${server.url}. In another terminal:\n`)
  console.log(`  export KUBECONFIG=${server.kubeconfig}\n  kubectl get nodes\n\nCtrl-C ends it.`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.stop()
  return 0
}
