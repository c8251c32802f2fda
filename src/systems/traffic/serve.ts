import { attemptFailed } from './client.ts'
import { type Turn, changeServer, serverOf } from './turn.ts'
import type { Failure, Job, Request } from './world.ts'

const isJob = (job: Job, request: number, attempt: number): boolean =>
  job.request.id === request && job.attempt === attempt

/** Sets free workers to work on what waits. */
export function startWaiting(turn: Turn, index: number): void {
  const { workers } = turn.world.parameters
  const server = serverOf(turn, index)
  const free = Math.min(workers - server.busy.length, server.waiting.length)
  if (server.condition !== 'up' || free <= 0) return
  const starting = server.waiting.slice(0, free)
  for (const { request, attempt } of starting) {
    turn.schedule.push({
      afterMs: request.workMs * server.slowness,
      event: { kind: 'done', server: index, life: server.life, request: request.id, attempt },
    })
  }
  changeServer(turn, index, {
    busy: [...server.busy, ...starting],
    waiting: server.waiting.slice(free),
  })
}

/** Whether a server takes a request at all; a server that hangs does, and never answers. */
export function accepts(turn: Turn, index: number): boolean {
  const { workers, queue } = turn.world.parameters
  const { condition, busy, waiting } = serverOf(turn, index)
  return condition !== 'down' && busy.length + waiting.length < workers + queue
}

/** Puts an attempt into the queue of a server that accepts it. */
export function enqueue(turn: Turn, index: number, request: Request, attempt: number): void {
  const { waiting } = serverOf(turn, index)
  changeServer(turn, index, { waiting: [...waiting, { request, attempt, abandoned: false }] })
  startWaiting(turn, index)
}

/** The copies of an attempt that other servers still work on. */
const elsewhere = ({ world }: Turn, index: number, { request, attempt }: Job): readonly number[] =>
  world.servers.flatMap((server, other) =>
    other !== index &&
    [...server.busy, ...server.waiting].some((job) => isJob(job, request.id, attempt))
      ? [other]
      : [],
  )

/** Takes an attempt away from a server, whatever came of it there. */
function remove(turn: Turn, index: number, request: number, attempt: number): void {
  const { busy, waiting } = serverOf(turn, index)
  const without = (jobs: readonly Job[]): readonly Job[] =>
    jobs.filter((job) => !isJob(job, request, attempt))
  changeServer(turn, index, { busy: without(busy), waiting: without(waiting) })
  startWaiting(turn, index)
}

/** A server is through with a request. */
export function finish(turn: Turn, index: number, request: number, attempt: number): void {
  const { world, moment } = turn
  const server = serverOf(turn, index)
  const job = server.busy.find((one) => isJob(one, request, attempt))
  if (!job || server.condition !== 'up') return
  const copies = elsewhere(turn, index, job)
  remove(turn, index, request, attempt)
  if (job.abandoned) return
  const failed = server.erring || !world.dependencyUp
  if (failed && copies.length > 0) {
    // Another copy works on it; a wrong answer of this one is not believed.
    turn.notes.push({ kind: 'masked', request, server: index })
    return
  }
  for (const copy of copies) remove(turn, copy, request, attempt)
  if (failed) {
    attemptFailed(turn, job.request, attempt, 'error', index)
    return
  }
  const latencyMs = moment.nowMs - job.request.bornMs
  turn.notes.push({ kind: 'served', request, attempt, server: index, latencyMs })
  acknowledge(turn, index, request)
}

/** Remembers which answers the standby does not have yet. */
function acknowledge(turn: Turn, index: number, request: number): void {
  const { design, replicationLagMs } = turn.world.parameters
  if (design !== 'active-passive' || replicationLagMs === 0) return
  const { nowMs } = turn.moment
  const recent = serverOf(turn, index).unreplicated.filter(
    ({ atMs }) => atMs > nowMs - replicationLagMs,
  )
  changeServer(turn, index, { unreplicated: [...recent, { request, atMs: nowMs }] })
}

/** Everything that a server works on breaks off; what no other copy has comes to nothing. */
export function dropAll(turn: Turn, index: number, why: Failure): void {
  const { busy, waiting } = serverOf(turn, index)
  const jobs = [...busy, ...waiting]
  changeServer(turn, index, { busy: [], waiting: [] })
  for (const job of jobs) {
    const { request, attempt, abandoned } = job
    if (abandoned) continue
    if (elsewhere(turn, index, job).length > 0) {
      turn.notes.push({ kind: 'masked', request: request.id, server: index })
    } else attemptFailed(turn, request, attempt, why, index)
  }
}

/** The client's patience is over. The server knows nothing of it and works on. */
export function giveUp(
  turn: Turn,
  servers: readonly number[],
  request: number,
  attempt: number,
): void {
  let given: Request | undefined
  const abandon = (job: Job): Job => {
    if (!isJob(job, request, attempt) || job.abandoned) return job
    given = job.request
    return { ...job, abandoned: true }
  }
  for (const index of servers) {
    const { busy, waiting } = serverOf(turn, index)
    // What waits in a queue is dropped there: the connection is closed before anybody looks at it.
    const stays = waiting.filter((job) => abandon(job) === job)
    changeServer(turn, index, { busy: busy.map(abandon), waiting: stays })
  }
  if (given) attemptFailed(turn, given, attempt, 'timed-out', servers[0])
}
