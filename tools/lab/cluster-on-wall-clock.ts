// The model of the cluster behind the wall clock: what is due happens, whoever asks is answered at
// once. The only file here that knows the engine.
import type { ApiRequest, ApiResponse } from '../../src/systems/kubernetes/api/rest.ts'
import { BEGAN_MS } from '../../src/systems/kubernetes/clock.ts'
import { served, type ServedAction, type ServedNote } from '../../src/systems/kubernetes/served.ts'
import type { ClusterParameters, World } from '../../src/systems/kubernetes/world.ts'
import { machine } from '../../src/simulation/machine.ts'

export interface WallClock {
  readonly world: () => World
  readonly nowMs: () => number
  /** By how much the times of the run lie before those of the wall clock, in milliseconds. */
  readonly behindMs: number
  readonly call: (request: ApiRequest) => ApiResponse
  /** Does something to the cluster; what it comes to is told to those who hear. */
  readonly act: (action: ServedAction) => void
  /** Hears what every step noted; returns how to stop hearing. */
  readonly hear: (listener: (notes: readonly ServedNote[]) => void) => () => void
  readonly stop: () => void
}

export function onWallClock(parameters: ClusterParameters, seed: number, speed = 1): WallClock {
  const beganMs = Date.now()
  const running = machine(served, { parameters }, seed)
  const listeners = new Set<(notes: readonly ServedNote[]) => void>()
  let timer: NodeJS.Timeout | undefined
  let calls = 0

  const nowMs = (): number => Math.round((Date.now() - beganMs) * speed)
  const tell = (notes: readonly ServedNote[]): void => {
    for (const listener of listeners) listener(notes)
  }
  const catchUp = (): void => {
    const until = nowMs()
    const notes: ServedNote[] = []
    let happened = false
    while (running.nextAtMs() <= until) {
      for (const { note } of running.advance()) notes.push(note)
      happened = true
    }
    if (happened) tell(notes)
  }
  const arm = (): void => {
    clearTimeout(timer)
    const waitMs = Math.min(1000, Math.max(0, (running.nextAtMs() - nowMs()) / speed))
    timer = setTimeout(tick, waitMs)
  }
  const tick = (): void => {
    catchUp()
    arm()
  }
  const act = (action: ServedAction) => {
    catchUp()
    const noted = running.act(action, nowMs())
    tell(noted.map(({ note }) => note))
    arm()
    return noted
  }
  tick()
  return {
    world: running.world,
    nowMs,
    behindMs: beganMs - BEGAN_MS,
    call(request) {
      calls += 1
      const id = `call-${calls}`
      for (const { note } of act({ do: 'call', id, request }))
        if (note.note === 'answer' && note.id === id) return note.response
      throw new Error(`no answer to ${request.method} ${request.path}`)
    },
    act,
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
