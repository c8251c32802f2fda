import { stream } from './links.ts'
import { type Turn, breach, change, lives, othersOf, rowsOf, serverOf } from './turn.ts'
import type { ReplicationWorld, Server, ServerId } from './world.ts'

/** Whether the monitor, which stands beside the replicas, hears of a server. */
export const seen = (server: Server): boolean => lives(server) && !server.isolated

/** Whom the monitor sees beside a server. */
export const seenBeside = (world: ReplicationWorld, id: ServerId): readonly ServerId[] =>
  othersOf(world, id).filter((other) => seen(serverOf(world, other)))

/** The monitor begins to miss the primary, or sees it again. */
export function watch(turn: Turn): void {
  const { primary, missedMs, parameters } = turn.world
  const server = serverOf(turn.world, primary)
  if (seen(server) && server.role === 'primary' && !server.fenced) {
    turn.world = { ...turn.world, missedMs: undefined, suspectedMs: undefined }
  } else if (missedMs === undefined) {
    turn.world = { ...turn.world, missedMs: turn.nowMs }
    if (Number.isFinite(parameters.detectMs))
      turn.schedule.push({
        afterMs: parameters.detectMs,
        event: { kind: 'suspect', missedMs: turn.nowMs },
      })
  }
}

/** What was acknowledged and the newest primary does not have is lost. */
export function noteLost(turn: Turn): void {
  const { primary, fates } = turn.world
  const kept = new Set(serverOf(turn.world, primary).log.map(({ write }) => write))
  const gone = fates.filter(
    ({ acknowledgedMs, lost, write }) => acknowledgedMs !== undefined && !lost && !kept.has(write),
  )
  const [first] = gone
  if (!first) return
  const writes = gone.map(({ write }) => write)
  turn.world = {
    ...turn.world,
    fates: fates.map((fate) => (writes.includes(fate.write) ? { ...fate, lost: true } : fate)),
  }
  turn.notes.push({ kind: 'lost', writes, rows: rowsOf(gone) })
  breach(turn, 'durable', { write: first.write, server: primary })
}

/** Everything received is applied: it takes writes from now on. */
export function becomePrimary(turn: Turn, id: ServerId): void {
  const { world, nowMs } = turn
  const { promotedMs = nowMs } = serverOf(world, id)
  const { missedMs, suspectedMs = promotedMs, parameters } = world
  const timelines = Object.values(world.servers).map(({ timeline }) => timeline)
  change(turn, id, {
    role: 'primary',
    timeline: Math.max(...timelines) + 1,
    promotedMs: undefined,
    confirmed: {},
    // Nobody counts before it has everything; those who cannot be seen are not waited for.
    counted: [],
    needs: Math.min(parameters.confirmations, seenBeside(world, id).length),
  })
  turn.world = { ...turn.world, primary: id }
  turn.notes.push({ kind: 'promoted', server: id })
  if (missedMs !== undefined) {
    const outage = {
      detectMs: Math.min(suspectedMs, promotedMs) - missedMs,
      decideMs: promotedMs - Math.min(suspectedMs, promotedMs),
      applyMs: nowMs - promotedMs,
    }
    turn.world = { ...turn.world, outages: [...turn.world.outages, outage] }
  }
  turn.world = { ...turn.world, missedMs: undefined, suspectedMs: undefined }
  noteLost(turn)
  for (const to of othersOf(turn.world, id)) stream(turn, id, to)
  watch(turn)
  const { client } = parameters
  if (client)
    turn.schedule.push({ afterMs: client.reconnectMs, event: { kind: 'redirect', to: id } })
}
