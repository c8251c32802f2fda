// Watches: an answer that never ends, one line of JSON for every change.
import type { ServerResponse } from 'node:http'
import { addressOf } from '../../src/systems/kubernetes/api/http/address.ts'
import { allFound } from '../../src/systems/kubernetes/api/http/reading.ts'
import {
  changesAfter,
  watchBegins,
  watchEvents,
  type WatchEvent,
} from '../../src/systems/kubernetes/api/http/watching.ts'
import { type ApiRequest, refusalAnswer } from '../../src/systems/kubernetes/api/rest.ts'
import { ApiError } from '../../src/systems/kubernetes/api/status.ts'
import type { WallClock } from './cluster-on-wall-clock.ts'
import { moved, send } from './http-requests.ts'

const BOOKMARK_EVERY_MS = 60_000

/** Whether a request wants to be told of changes. */
export const isWatch = ({ method, query }: ApiRequest): boolean =>
  method === 'GET' && (query.watch === '1' || query.watch === 'true')

/** Tells a client of changes until it goes away, its time is over, or the log is too short. */
export function watch(clock: WallClock, request: ApiRequest, response: ServerResponse): void {
  const { query } = request
  const address = addressOf(clock.world().profile, request.path)
  const view = () => ({ world: clock.world(), nowMs: clock.nowMs() })
  if (!address || address.part !== undefined) {
    send(response, clock.call({ ...request, query: {} }), clock.behindMs)
    return
  }
  let revision = 0
  const write = (events: readonly WatchEvent[]): void => {
    for (const event of events) response.write(`${moved(JSON.stringify(event), clock.behindMs)}\n`)
  }
  const goOn = (): void => {
    const changes = changesAfter(view(), revision)
    revision = clock.world().store.revision
    write(watchEvents(address, request, view(), changes))
  }
  const attempt = (what: () => void, refused: (error: ApiError) => void): void => {
    try {
      what()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      refused(error)
    }
  }
  attempt(
    () => {
      // Lists that come as a watch are younger than most clients; those ask for a list then.
      if (query.sendInitialEvents === 'true')
        throw new ApiError({
          code: 422,
          reason: 'Invalid',
          message:
            'ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
        })
      const given = Number(query.resourceVersion ?? 0)
      const fromStart = !(given > 0)
      revision = fromStart ? clock.world().store.revision : given
      const first = fromStart
        ? watchBegins(allFound(address, query, view()), address, request, view())
        : watchEvents(address, request, view(), changesAfter(view(), revision))
      revision = clock.world().store.revision
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.flushHeaders()
      write(first)
      listen()
    },
    ({ status }) => send(response, refusalAnswer(status), clock.behindMs),
  )

  function listen(): void {
    const end = clock.hear(() =>
      attempt(goOn, ({ status }) => {
        write([{ type: 'ERROR', object: refusalAnswer(status).body as object }])
        response.end()
      }),
    )
    const bookmark = (): void => {
      if (query.allowWatchBookmarks !== 'true' || !address) return
      const { kind } = address.info
      const metadata = { resourceVersion: String(clock.world().store.revision) }
      write([{ type: 'BOOKMARK', object: { kind, apiVersion: 'v1', metadata } }])
    }
    const bookmarks = setInterval(bookmark, BOOKMARK_EVERY_MS)
    const over = setTimeout(() => response.end(), Number(query.timeoutSeconds ?? 3600) * 1000)
    response.on('close', () => {
      end()
      clearInterval(bookmarks)
      clearTimeout(over)
    })
  }
}
