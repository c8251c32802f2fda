import type { Lane } from './model.ts'

/** A stretch of a server's life. */
export interface Spell {
  readonly state: 'alive' | 'waiting' | 'dead'
  readonly fromMs: number
  readonly toMs: number
}

/** One attempt of a request at a server. */
export interface Work {
  readonly request: number
  readonly fromMs: number
  readonly toMs: number
  /** Nothing came of it. */
  readonly broken: boolean
}

/** What a server was and did through the run, for its row in the picture. */
export interface Life {
  readonly spells: readonly Spell[]
  readonly work: readonly Work[]
  readonly deaths: readonly number[]
}

/** The lives of both servers of a lane, from its event table. */
export function livesOf({ design, entries }: Lane, lengthMs: number): readonly Life[] {
  return [0, 1].map((index): Life => {
    const spells: Spell[] = []
    const work: Work[] = []
    const deaths: number[] = []
    const open = new Map<string, { request: number; fromMs: number }>()
    let state: Spell['state'] = design === 'active-passive' && index === 1 ? 'waiting' : 'alive'
    let since = 0
    const turn = (to: Spell['state'], atMs: number): void => {
      if (to === state) return
      if (atMs > since) spells.push({ state, fromMs: since, toMs: atMs })
      state = to
      since = atMs
    }
    const close = (key: string, atMs: number, broken: boolean): void => {
      const begun = open.get(key)
      if (!begun) return
      open.delete(key)
      work.push({ ...begun, toMs: atMs, broken })
    }
    for (const { atMs, note } of entries) {
      switch (note.kind) {
        case 'sent':
          // One that is dead takes requests at most, and works on none.
          if (note.servers.includes(index) && deaths.length === 0) {
            open.set(`${note.request} ${note.attempt}`, { request: note.request, fromMs: atMs })
          }
          break
        case 'served':
          close(`${note.request} ${note.attempt}`, atMs, false)
          break
        case 'attempt-failed':
          close(`${note.request} ${note.attempt}`, atMs, true)
          break
        case 'masked':
          if (note.server === index) {
            for (const [key, { request }] of open) {
              if (request === note.request) close(key, atMs, true)
            }
          }
          break
        case 'struck':
          if (note.server === index) {
            deaths.push(atMs)
            for (const key of open.keys()) close(key, atMs, true)
            turn('dead', atMs)
          }
          break
        case 'phase':
          if (note.phase !== 'serving') break
          if (note.server === index) turn('alive', atMs)
          else if (state === 'alive') turn('waiting', atMs)
          break
        case 'taken-out':
          if (note.server === index && design === 'active-passive' && state === 'alive')
            turn('waiting', atMs)
          break
        default:
      }
    }
    spells.push({ state, fromMs: since, toMs: lengthMs })
    for (const key of open.keys()) close(key, lengthMs, false)
    return { spells, work, deaths }
  })
}
