import { noteAcknowledged } from './ledger.ts'
import { serverIds } from './parameters.ts'
import { type Turn, post } from './turn.ts'
import type { Client, Message } from './world.ts'

function clientOf({ world }: Turn, name: string): Client {
  const client = world.clients[name]
  if (!client) throw new RangeError(`raft: no client ${name}`)
  return client
}

function changeClient(turn: Turn, name: string, part: Partial<Client>): void {
  const client = { ...clientOf(turn, name), ...part }
  turn.world = { ...turn.world, clients: { ...turn.world.clients, [name]: client } }
}

function ask(turn: Turn, name: string): void {
  const { number, attempts, asks } = clientOf(turn, name)
  post(turn, name, asks, { kind: 'write', write: { client: name, number } })
  turn.schedule.push({
    afterMs: turn.world.parameters.patienceMs,
    event: { kind: 'impatient', client: name, number, attempts },
  })
}

/** It begins its next write, if it is not at one. */
export function beginWrite(turn: Turn, name: string): void {
  const { number, open } = clientOf(turn, name)
  if (open) return
  changeClient(turn, name, { number: number + 1, open: true, attempts: 0 })
  ask(turn, name)
}

/** It has waited long enough: it asks the next server for the same write. */
export function impatient(turn: Turn, name: string, number: number, attempts: number): void {
  const client = clientOf(turn, name)
  if (!client.open || client.number !== number || client.attempts !== attempts) return
  const servers = serverIds(turn.world.parameters)
  const asks = servers[(servers.indexOf(client.asks) + 1) % servers.length] ?? client.asks
  changeClient(turn, name, { asks, attempts: attempts + 1 })
  ask(turn, name)
}

/** A server answers: it is done, or somebody else leads. */
export function answered(
  turn: Turn,
  name: string,
  from: string,
  { write, done, leader }: Extract<Message, { kind: 'answer' }>,
): void {
  const client = clientOf(turn, name)
  if (!client.open || client.number !== write.number) return
  if (done) {
    changeClient(turn, name, { open: false, asks: from })
    noteAcknowledged(turn, write, done)
    turn.schedule.push({
      afterMs: turn.world.parameters.writeEveryMs,
      event: { kind: 'write', client: name, number: write.number + 1 },
    })
  } else if (leader !== undefined && leader !== client.asks && from === client.asks) {
    changeClient(turn, name, { asks: leader, attempts: client.attempts + 1 })
    ask(turn, name)
  }
}
