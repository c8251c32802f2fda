import type { Entry } from '../../simulation/machine.ts'
import type { TrafficNote } from '../../systems/traffic/world.ts'

/** A stretch of a part's life: at work; dead and nobody knows; dead and out; well and not yet back. */
export interface Spell {
  readonly state: 'works' | 'unnoticed' | 'out' | 'returning'
  readonly fromMs: number
  readonly toMs: number
}

interface Spells {
  readonly lives: readonly (readonly Spell[])[]
  readonly balancerAway: readonly Spell[]
  readonly silences: readonly Spell[]
}

/** What a server is, of what is true and what is believed. A lone server is believed by nobody. */
function stateOf(dead: boolean, trusted: boolean, watched: boolean): Spell['state'] {
  if (dead) return watched && trusted ? 'unnoticed' : 'out'
  return trusted || !watched ? 'works' : 'returning'
}

/** Lays stretches end to end; those that last no time are left out. */
function recorder(first: Spell['state']) {
  const spells: Spell[] = []
  let now = { state: first, fromMs: 0 }
  return {
    turn(state: Spell['state'], atMs: number) {
      if (state === now.state) return
      if (atMs > now.fromMs) spells.push({ ...now, toMs: atMs })
      now = { state, fromMs: atMs }
    },
    done: (lengthMs: number): readonly Spell[] => [...spells, { ...now, toMs: lengthMs }],
  }
}

/** The lives of the servers and of the balancer of a lane, from its event table. */
export function spellsOf(
  entries: readonly Entry<TrafficNote>[],
  design: 'single' | 'active-active',
  lengthMs: number,
): Spells {
  const watched = design === 'active-active'
  const servers = (watched ? [0, 1] : [0]).map(() => ({
    dead: false,
    trusted: true,
    life: recorder('works'),
  }))
  const balancer = recorder('works')
  const whole = recorder('works')
  let balancerUp = true
  for (const { atMs, note } of entries) {
    if (note.kind === 'balancer') {
      balancerUp = note.up
      balancer.turn(balancerUp ? 'works' : 'out', atMs)
    } else if ('server' in note && note.server !== undefined) {
      const server = servers[note.server]
      if (!server) continue
      if (note.kind === 'struck') server.dead = true
      else if (note.kind === 'healed') server.dead = false
      else if (note.kind === 'taken-out') server.trusted = false
      else if (note.kind === 'brought-back') server.trusted = true
      server.life.turn(stateOf(server.dead, server.trusted, watched), atMs)
    } else continue
    const reachable =
      balancerUp && servers.some(({ dead, trusted }) => !dead && (trusted || !watched))
    whole.turn(reachable ? 'works' : 'out', atMs)
  }
  const away = (spells: readonly Spell[]) => spells.filter(({ state }) => state === 'out')
  return {
    lives: servers.map(({ life }) => life.done(lengthMs)),
    balancerAway: away(balancer.done(lengthMs)),
    silences: away(whole.done(lengthMs)),
  }
}
