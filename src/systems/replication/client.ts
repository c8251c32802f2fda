import { send } from './links.ts'
import { noteLost, seenBeside } from './promotion.ts'
import { type Turn, breach, serverOf, visibleAt } from './turn.ts'
import { CLIENT, type Client, type Message, type Read, type ServerId } from './world.ts'

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>

function changeClient(turn: Turn, part: Partial<Client>): void {
  const { client } = turn.world
  if (client) turn.world = { ...turn.world, client: { ...client, ...part } }
}

/** Sends a request and waits for its answer, or for its patience to end. */
function ask(turn: Turn, kind: 'write' | 'read', at: ServerId, atLeast = 0): void {
  const { client, parameters } = turn.world
  if (!client || !parameters.client) return
  const request = client.request + 1
  changeClient(turn, { request, waiting: { kind, at, sinceMs: turn.nowMs } })
  send(turn, CLIENT, at, kind === 'write' ? { kind, request } : { kind, request, atLeast })
  turn.schedule.push({
    afterMs: parameters.client.patienceMs,
    event: { kind: 'impatient', request },
  })
}

/** The next write is due after so long. */
function rest(turn: Turn, afterMs: number): void {
  const { client } = turn.world
  if (!client) return
  changeClient(turn, { waiting: undefined })
  turn.schedule.push({ afterMs, event: { kind: 'next', request: client.request } })
}

/** It begins with a write, unless it has begun with something else meanwhile. */
export function next(turn: Turn, request: number): void {
  const { client } = turn.world
  if (!client || client.waiting || client.request !== request) return
  changeClient(turn, { begunMs: turn.nowMs, rounds: client.rounds + 1 })
  ask(turn, 'write', client.primary)
}

/** A server is asked what it sees. One that was fenced says nothing of use. */
export function read(turn: Turn, at: ServerId, { request, atLeast }: Of<'read'>): void {
  if (serverOf(turn.world, at).fenced) return send(turn, at, CLIENT, { kind: 'refusal', request })
  const visible = visibleAt(turn.world, at)
  if (atLeast > 0 && !visible.some(({ write }) => write === atLeast))
    return send(turn, at, CLIENT, { kind: 'behind', request })
  send(turn, at, CLIENT, { kind: 'value', request, value: visible.at(-1)?.write ?? 0 })
}

/** Reads back what it has written. */
function readBack(turn: Turn): void {
  const { client, parameters } = turn.world
  if (!client || !parameters.client) return
  const { reads } = parameters.client
  const { readers, primary, wrote, saw, rounds } = client
  const reader = reads === 'primary' ? undefined : readers[rounds % readers.length]
  ask(turn, 'read', reader ?? primary, reads === 'session' && reader ? Math.max(wrote, saw) : 0)
}

/** The client hears that its write is there. */
export function answered(turn: Turn, { write, request }: Of<'answer'>): void {
  turn.world = {
    ...turn.world,
    fates: turn.world.fates.map((fate) =>
      fate.write === write && fate.acknowledgedMs === undefined
        ? { ...fate, acknowledgedMs: turn.nowMs }
        : fate,
    ),
  }
  turn.notes.push({ kind: 'acknowledged', write })
  noteLost(turn)
  const { client } = turn.world
  if (!client) return
  changeClient(turn, { wrote: Math.max(client.wrote, write) })
  if (client.waiting && client.request === request) readBack(turn)
}

function told(turn: Turn, from: ServerId, value: number): void {
  const { client, parameters } = turn.world
  if (!client?.waiting || !parameters.client) return
  const { wrote, saw, waiting, begunMs } = client
  const one: Read = { at: from, sentMs: waiting.sinceMs, atMs: turn.nowMs, value, wrote, saw }
  turn.world = { ...turn.world, reads: [...turn.world.reads, one] }
  turn.notes.push({ kind: 'read', read: one })
  if (value < wrote) breach(turn, 'ownWrites', { write: wrote, server: from })
  if (value < saw) breach(turn, 'monotonic', { write: saw, server: from })
  changeClient(turn, { saw: Math.max(saw, value) })
  rest(turn, Math.max(0, begunMs + parameters.client.everyMs - turn.nowMs))
}

/** Something comes to the client. Whatever it does not wait for any more is nothing to it. */
export function hear(turn: Turn, from: ServerId, message: Message): void {
  const { client, parameters } = turn.world
  if (message.kind === 'answer') return answered(turn, message)
  if (!client?.waiting || !('request' in message) || message.request !== client.request) return
  if (message.kind === 'value') told(turn, from, message.value)
  else if (message.kind === 'behind') ask(turn, 'read', client.primary)
  else if (message.kind === 'refusal') rest(turn, parameters.client?.everyMs ?? 0)
}

function giveUp(turn: Turn): void {
  const { fates, client } = turn.world
  const fate = fates.find(({ request }) => request === client?.request)
  if (!fate || client?.waiting?.kind !== 'write') return
  turn.world = {
    ...turn.world,
    fates: fates.map((one) => (one === fate ? { ...one, gaveUpMs: turn.nowMs } : one)),
  }
  turn.notes.push({ kind: 'gave-up', write: fate.write })
}

/** It has waited long enough, and asks a server that did not answer no more. */
export function impatient(turn: Turn, request: number): void {
  const { client } = turn.world
  if (!client?.waiting || client.request !== request) return
  giveUp(turn)
  const { waiting, readers } = client
  if (waiting.kind === 'read')
    changeClient(turn, { readers: readers.filter((id) => id !== waiting.at) })
  rest(turn, 0)
}

/** It hears who the primary is now, and begins anew there with what it was at. */
export function redirect(turn: Turn, to: ServerId): void {
  const { client, primary } = turn.world
  if (!client || to !== primary) return
  giveUp(turn)
  changeClient(turn, { primary: to, readers: seenBeside(turn.world, to) })
  turn.notes.push({ kind: 'redirected', server: to })
  if (client.waiting) rest(turn, 0)
}
