import { follow, handOver } from './lead.ts'
import { isWritable } from './lease.ts'
import { common, merged } from './log.ts'
import { othersOf, patienceMs, REGIONS, type RegionId } from './parameters.ts'
import { change, setLog, tell, type Turn } from './turn.ts'
import type { Batch, Message } from './world.ts'

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>

/** A copy that is behind is sent so many seconds of writes in one. */
export const CATCH_UP = 8

/** Of acknowledged writes, those that the copy which counts does not have are lost. */
export function countLost(turn: Turn): void {
  const { regions, batches } = turn.world
  const heads = REGIONS.filter((id) => {
    const { up, role, ready } = regions[id]
    return up && role === 'primary' && ready
  })
  const [head] = heads.toSorted((one, other) => regions[other].term - regions[one].term)
  if (!head) return
  const { term } = regions[head]
  const kept = new Set(turn.world.logs[head])
  const gone = (batch: Batch, place: number): boolean =>
    batch.acknowledgedMs !== undefined && !batch.lost && batch.term < term && !kept.has(place)
  const lost = batches.filter(gone)
  const [first] = lost
  if (!first) return
  turn.notes.push({
    kind: 'lost',
    writes: lost.reduce((total, { writes }) => total + writes, 0),
    fromMs: first.atMs,
    toMs: lost.at(-1)?.atMs ?? first.atMs,
  })
  turn.world = {
    ...turn.world,
    batches: batches.map((batch, place) => (gone(batch, place) ? { ...batch, lost: true } : batch)),
    breaches: { nothingLost: turn.moment.nowMs, ...turn.world.breaches },
  }
}

/** A primary writes down what came in a second, and answers at once where it waits for nobody. */
export function write(turn: Turn, id: RegionId, writes: number): void {
  const { term } = turn.world.regions[id]
  const { nowMs } = turn.moment
  const { batches, parameters } = turn.world
  const acknowledgedMs = parameters.replication === 'async' ? nowMs : undefined
  const batch: Batch = { atMs: nowMs, region: id, term, writes, acknowledgedMs, lost: false }
  setLog(turn, id, turn.world.logs[id].concat(batches.length))
  turn.world = { ...turn.world, batches: batches.concat(batch) }
}

/** It sends each copy what that lacks, as much as goes in a second. */
export function stream(turn: Turn, id: RegionId): void {
  const { lagMs, replication } = turn.world.parameters
  for (const to of othersOf(id)) {
    const { sent, term } = turn.world.regions[id]
    const log = turn.world.logs[id]
    const after = Math.min(sent[to] ?? log.length, log.length)
    const batches = log.slice(after, after + CATCH_UP)
    const complete = after + batches.length === log.length
    change(turn, id, { sent: { ...sent, [to]: after + batches.length } })
    const message = {
      kind: 'stream',
      term,
      after,
      before: log[after - 1],
      batches,
      complete,
    } as const
    tell(turn, id, to, message, replication === 'async' ? lagMs : 0)
  }
}

export function streamed(turn: Turn, id: RegionId, from: RegionId, message: Of<'stream'>): void {
  if (!follow(turn, id, from, message.term)) return
  const { returning } = turn.world.regions[id]
  const log = turn.world.logs[id]
  const { term, after, before, batches, complete } = message
  if (log[after - 1] !== before) return tell(turn, id, from, { kind: 'lacks', term, log })
  const next = merged(log, after, batches)
  if (batches.length > 0 && next !== log) {
    setLog(turn, id, next)
    // Something was cut off: perhaps nobody else has it.
    if (next.length < log.length + batches.length) countLost(turn)
  }
  if (returning && complete) {
    change(turn, id, { returning: false })
    turn.notes.push({ kind: 'caught-up', region: id })
  }
  tell(turn, id, from, { kind: 'has', term, length: after + batches.length })
}

/** Whether this answer is for the primary that this still is. */
const isMine = (turn: Turn, id: RegionId, term: number): boolean =>
  turn.world.regions[id].role === 'primary' && turn.world.regions[id].term === term

export function lacks(turn: Turn, id: RegionId, from: RegionId, message: Of<'lacks'>): void {
  if (!isMine(turn, id, message.term)) return
  const { sent, known } = turn.world.regions[id]
  const length = common(turn.world.logs[id], message.log)
  change(turn, id, { sent: { ...sent, [from]: length }, known: { ...known, [from]: length } })
}

export function has(turn: Turn, id: RegionId, from: RegionId, message: Of<'has'>): void {
  if (!isMine(turn, id, message.term)) return
  const { known } = turn.world.regions[id]
  const length = Math.max(known[from] ?? 0, message.length)
  change(turn, id, { known: { ...known, [from]: length } })
  if (turn.world.parameters.replication === 'sync') acknowledge(turn, id, length)
  proceed(turn, id)
}

/** Writes of this term that a second region has are safe, and their clients are told so. */
function acknowledge(turn: Turn, id: RegionId, length: number): void {
  const { term } = turn.world.regions[id]
  const log = turn.world.logs[id]
  const batches = [...turn.world.batches]
  let any = false
  for (let place = length - 1; place >= 0; place -= 1) {
    const batch = batches[log[place] ?? -1]
    if (batch?.term !== term || batch.acknowledgedMs !== undefined) break
    batches[log[place] ?? -1] = { ...batch, acknowledgedMs: turn.moment.nowMs }
    any = true
  }
  if (any) turn.world = { ...turn.world, batches }
}

/**
 * A handover goes on: the primary stops to write when the next one has almost all, hands over when it
 * has all, and writes on where that takes too long.
 */
export function proceed(turn: Turn, id: RegionId): void {
  const { handing, frozenMs, known, granted } = turn.world.regions[id]
  const { nowMs } = turn.moment
  const { parameters } = turn.world
  if (handing === undefined) return
  const missing = turn.world.logs[id].length - (known[handing] ?? 0)
  const lag = parameters.replication === 'async' ? parameters.lagMs : 0
  const silent = nowMs - (granted[handing] ?? nowMs) > patienceMs(parameters)
  const late = frozenMs !== undefined && nowMs - frozenMs > patienceMs(parameters) + 2 * lag
  if (silent || late) {
    change(turn, id, { handing: undefined, frozenMs: undefined })
    turn.notes.push({ kind: 'abandoned', region: id })
  } else if (frozenMs === undefined) {
    if (missing > CATCH_UP + Math.ceil(lag / 1000) || !isWritable(turn.world, id, nowMs)) return
    change(turn, id, { frozenMs: nowMs })
  } else if (missing === 0) {
    handOver(turn, id, handing)
  }
}
