// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createLaboratory } from '../laboratory.ts'
import { missionIds } from './mission-ids.ts'
import { missions } from './missions.ts'

/** Long enough for whatever a solution waits for after its last deed. */
const AFTERWARDS_MS = 15 * 60_000

const laboratoryOf = (id: (typeof missionIds)[number]) => {
  const mission = missions[id]
  const { cluster, before, startMs } = mission
  return createLaboratory({ parameters: cluster, before, startMs, mission })
}

describe.each(missionIds)('the mission %s', (id) => {
  const { goals, solution, startMs } = missions[id]

  it('has goals of different names, and none of its parts is without any', () => {
    expect(new Set(goals.map((goal) => goal.id)).size).toBe(goals.length)
    for (const part of missions[id].parts)
      expect(goals.some((goal) => goal.part === part.id)).toBe(true)
  })

  it('is not solved by waiting, and is by its solution', () => {
    const store = laboratoryOf(id)
    store.getState().advance(AFTERWARDS_MS, () => true)
    expect(store.getState().met.now.length).toBeLessThan(goals.length)
    store
      .getState()
      .playSolution(
        solution.deeds.map(({ afterMs, action }) => ({ atMs: startMs + afterMs, action })),
      )
    store.getState().advance((solution.deeds.at(-1)?.afterMs ?? 0) + AFTERWARDS_MS, () => true)
    expect([...store.getState().met.now].toSorted()).toEqual(
      goals.map((goal) => goal.id).toSorted(),
    )
  })
})
