// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createLaboratory } from '../laboratory.ts'
import type { ClusterDeed } from '../session.ts'
import { missionIds } from './mission-ids.ts'
import { missions } from './missions.ts'

/** For so long nothing is done, and after its last deed a solution may still take a minute. */
const WAITING_MS = 10 * 60_000
const SOLVED_WITHIN_MS = 60_000

const laboratoryOf = (id: (typeof missionIds)[number]) => {
  const mission = missions[id]
  const { cluster, before, startMs } = mission
  return createLaboratory({ parameters: cluster, before, startMs, mission })
}

describe.each(missionIds)('the mission %s', (id) => {
  const { goals, parts, solution, startMs, ways = {} } = missions[id]

  it('has goals of different names, and none of its parts is without any', () => {
    expect(new Set(goals.map((goal) => goal.id)).size).toBe(goals.length)
    for (const part of parts) expect(goals.some((goal) => goal.part === part.id)).toBe(true)
  })

  it('begins with no goal met but those that can only be lost', () => {
    const { met } = laboratoryOf(id).getState()
    expect(met.now).toEqual(goals.filter(({ canBeLost }) => canBeLost).map((goal) => goal.id))
  })

  it('is not solved by waiting', () => {
    const store = laboratoryOf(id)
    store.getState().advance(WAITING_MS, () => true)
    expect(store.getState().met.now.length).toBeLessThan(goals.length)
  })

  it.each(Object.entries({ ...ways, solution: solution.deeds }))('is solved: %s', (_, deeds) => {
    const store = laboratoryOf(id)
    const planned: readonly ClusterDeed[] = deeds.map(({ afterMs, action }) => ({
      atMs: startMs + afterMs,
      action,
    }))
    store.getState().playSolution(planned)
    store.getState().advance((deeds.at(-1)?.afterMs ?? 0) + SOLVED_WITHIN_MS, () => true)
    expect([...store.getState().met.now].toSorted()).toEqual(
      goals.map((goal) => goal.id).toSorted(),
    )
  })
})
