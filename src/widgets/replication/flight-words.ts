import * as m from '#messages/messages.js'
import { CLIENT, type Flight, type Message } from '../../systems/replication/world.ts'
import { whole } from './words.ts'

const endName = (end: string): string => (end === CLIENT ? m.replication_client() : end)

/** The newest write that a message carries, if it carries any. */
export const newestIn = (message: Message): number | undefined =>
  message.kind === 'stream' ? message.transactions.at(-1)?.write : undefined

function messageName(message: Message): string {
  switch (message.kind) {
    case 'stream': {
      const [first, last] = [message.transactions[0]?.write, newestIn(message)]
      if (first === undefined || last === undefined) return m.replication_message_nothing()
      return first === last
        ? m.replication_message_one({ write: whole(last) })
        : m.replication_message_several({ first: whole(first), last: whole(last) })
    }
    case 'confirm':
      return m.replication_message_confirm()
    case 'write':
      return m.replication_message_write()
    case 'answer':
      return m.replication_message_answer({ write: whole(message.write) })
    case 'read':
      return m.replication_message_read()
    case 'value':
      return m.replication_message_value({ write: whole(message.value) })
    case 'behind':
      return m.replication_message_behind()
    case 'refusal':
      return m.replication_message_refusal()
  }
}

/** A message on its way, in words. */
export const flightName = ({ from, to, message }: Flight): string =>
  m.replication_flight({
    what: messageName(message),
    from: endName(from),
    to: endName(to),
  })
