import { targetOf } from '../../frame/course.ts'
import { linkOf } from '../../systems/replication/links.ts'
import type { ReplicationAction, ServerId } from '../../systems/replication/world.ts'
import { DELAY_MS } from './fixed.ts'

/** Servers and links as they stand in addresses. */
export const serverTarget = (id: ServerId): string => id.toLowerCase()
export const linkTarget = (one: ServerId, other: ServerId): string =>
  linkOf(one, other).toLowerCase()

const ON_SERVER: Readonly<
  Record<string, readonly Exclude<ReplicationAction, { kind: 'write' }>['kind'][]>
> = {
  kill: ['kill'],
  pause: ['pause'],
  isolate: ['isolate'],
  stop: ['stop-replay'],
  heal: ['restart', 'resume', 'rejoin', 'replay-again'],
  promote: ['promote'],
}

/** What a deed of the reader is in the words of the world; nothing where it names nothing. */
export function actionsOf(deed: string): readonly ReplicationAction[] {
  for (const kind of ['drop', 'delay'] as const) {
    const flight = Number(targetOf(kind, deed))
    if (Number.isSafeInteger(flight))
      return [kind === 'drop' ? { kind, flight } : { kind, flight, byMs: DELAY_MS }]
  }
  for (const kind of ['cut', 'mend'] as const) {
    const [one, other] = targetOf(kind, deed)?.toUpperCase().split('-') ?? []
    if (one !== undefined && other !== undefined) return [{ kind, one, other }]
  }
  for (const [id, kinds] of Object.entries(ON_SERVER)) {
    const server = targetOf(id, deed)?.toUpperCase()
    if (server !== undefined) return kinds.map((kind) => ({ kind, server }) as ReplicationAction)
  }
  return []
}
