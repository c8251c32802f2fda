import { type Turn } from './turn.ts'
import type { Failure, Request } from './world.ts'

/** A new request, and the arrival after it. */
export function arrive(turn: Turn): Request {
  const { world, moment } = turn
  const { arrivalsPerSecond, arrivals, untilMs, service, serviceMs } = world.parameters
  const { draw, nowMs } = moment
  const meanMs = 1000 / arrivalsPerSecond
  const afterMs = arrivals === 'poisson' ? draw.exponential('arrivals', meanMs) : meanMs
  // Evenly spaced arrivals are counted from the start, so that rounding never adds up.
  const nextMs = arrivals === 'poisson' ? nowMs + afterMs : (world.requests + 1) * meanMs
  if (nextMs < untilMs) {
    turn.schedule.push({ afterMs: Math.max(0, nextMs - nowMs), event: { kind: 'arrive' } })
  }
  const workMs = service === 'fixed' ? serviceMs : draw.exponential('work', serviceMs)
  const request = { id: world.requests, bornMs: nowMs, workMs }
  turn.world = { ...world, requests: world.requests + 1 }
  turn.notes.push({ kind: 'arrived', request: request.id })
  return request
}

/** An attempt came to nothing: another one after a wait, or the end of the request. */
export function attemptFailed(
  turn: Turn,
  request: Request,
  attempt: number,
  why: Failure,
  server: number | undefined,
): void {
  const { retry } = turn.world.parameters
  turn.notes.push({ kind: 'attempt-failed', request: request.id, attempt, server, why })
  if (attempt >= retry.retries) {
    turn.notes.push({ kind: 'failed', request: request.id, why })
    return
  }
  const limit = Math.min(retry.capMs, retry.baseMs * 2 ** attempt)
  turn.schedule.push({
    afterMs: turn.moment.draw.uniform('backoff') * limit,
    event: { kind: 'send', request, attempt: attempt + 1 },
  })
}
