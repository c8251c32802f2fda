import { attemptFailed } from './client.ts'
import { accepts, enqueue } from './serve.ts'
import { type Turn, changeBelief, changeServer, serverOf } from './turn.ts'
import { giveUpPrimary, primaryIsBack } from './takeover.ts'
import type { Request } from './world.ts'

/** The servers that the balancer would send something to now. */
export function candidates({ world }: Turn): readonly number[] {
  const { design } = world.parameters
  const usable = (index: number): boolean =>
    (world.beliefs[index]?.up ?? false) && !(world.servers[index]?.draining ?? true)
  switch (design) {
    case 'single':
      return [0]
    case 'active-passive':
      return world.primary === undefined ? [] : [world.primary]
    case 'active-active': {
      const all = world.servers.map((_, index) => index).filter(usable)
      // Round robin: those from the next one on, then those before it.
      return [
        ...all.filter((index) => index >= world.next),
        ...all.filter((index) => index < world.next),
      ]
    }
    case 'lockstep':
      // Nobody has to notice anything: a copy that does not answer is outvoted by one that does.
      return world.servers.flatMap(({ draining }, index) => (draining ? [] : [index]))
  }
}

/** Sends an attempt where the design says, or refuses it. */
export function dispatch(turn: Turn, request: Request, attempt: number): void {
  const { design, timeoutMs } = turn.world.parameters
  const open = turn.world.balancerUp ? candidates(turn) : []
  const able = open.filter((index) => accepts(turn, index))
  const chosen = design === 'lockstep' ? able : able.slice(0, 1)
  const [first] = chosen
  if (first === undefined) {
    attemptFailed(turn, request, attempt, 'refused', undefined)
    return
  }
  if (design === 'active-active') {
    turn.world = { ...turn.world, next: (first + 1) % turn.world.servers.length }
  }
  turn.notes.push({ kind: 'sent', request: request.id, attempt, servers: chosen })
  for (const index of chosen) enqueue(turn, index, request, attempt)
  turn.schedule.push({
    afterMs: timeoutMs,
    event: { kind: 'give-up', servers: chosen, request: request.id, attempt },
  })
}

/** A probe sets out, and its answer comes at once, or after its timeout never came. */
export function probe(turn: Turn, index: number): void {
  const { check, untilMs } = turn.world.parameters
  const { condition, erring } = serverOf(turn, index)
  const { draw, nowMs } = turn.moment
  const lost = draw.happens(`probe ${index}`, check.loss)
  const good = condition === 'up' && !erring && !lost
  // A server that is down refuses at once; one that hangs, or a lost probe, is waited for.
  const afterMs = good || condition === 'down' || erring ? 0 : check.timeoutMs
  turn.schedule.push({ afterMs, event: { kind: 'probed', server: index, good } })
  if (nowMs < untilMs) {
    turn.schedule.push({ afterMs: check.intervalMs, event: { kind: 'probe', server: index } })
  }
}

/** What a probe says moves the balancer's belief; `fall` or `rise` in a row turn it. */
export function probed(turn: Turn, index: number, good: boolean): void {
  const { check } = turn.world.parameters
  const { up, against } = turn.world.beliefs[index] ?? { up: true, against: 0 }
  if (good === up) {
    if (against > 0) changeBelief(turn, index, up, 0)
    return
  }
  const now = against + 1
  if (now < (up ? check.fall : check.rise)) {
    changeBelief(turn, index, up, now)
    if (up) turn.notes.push({ kind: 'suspected', server: index, against: now })
    return
  }
  changeBelief(turn, index, !up, 0)
  if (up) {
    const rightly = serverOf(turn, index).condition !== 'up' || serverOf(turn, index).erring
    turn.notes.push({ kind: 'taken-out', server: index, rightly })
    giveUpPrimary(turn, index)
  } else {
    turn.notes.push({ kind: 'brought-back', server: index })
    changeServer(turn, index, { draining: false })
    primaryIsBack(turn, index)
  }
}
