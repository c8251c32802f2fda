import { describe, expect, it } from 'vitest'
import { columnsOf, narrow, placed, roomOf, wide } from './layout.ts'
import { rollout, type RolloutValues } from './model.ts'
import { stepWords, stuckWords } from './steps.ts'

// Five replicas, one at a time: after the start three passes for each, sixteen columns in all.
const LONG: RolloutValues = { replicas: 5, nodes: 6, surge: 1, unavailable: 0, apart: 'required' }

describe('a rollout that is longer than the picture', () => {
  it('is drawn whole where there is room, and elsewhere up to a mark, with its end', () => {
    expect(columnsOf(3, 7)).toEqual([0, 1, 2])
    expect(columnsOf(7, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(columnsOf(16, 7)).toEqual([0, 1, 2, 3, 4, 'gap', 15])
  })

  it('has a mark on a phone, and none where all of it fits', () => {
    const model = rollout(LONG)
    expect(model.steps).toHaveLength(16)
    const stepsIn = (layout: typeof wide) => placed(model, layout).columns.map(({ step }) => step)
    expect(stepsIn(narrow)).toContain('gap')
    expect(stepsIn(narrow)).toHaveLength(roomOf(narrow))
    expect(stepsIn(wide)).toEqual(model.steps.map((_, at) => at))
  })

  it('is told step by step without a gap', () => {
    const words = stepWords(rollout(LONG))
    expect(words).toHaveLength(16)
    expect(words.slice(0, 4)).toEqual([
      'before: 5 v1 ready',
      'controller: +1 v2',
      'scheduler: 1 v2 placed',
      'controller: −1 v1',
    ])
  })
})

describe('a rollout that never ends', () => {
  it('is told with who waits for whom, and another one is not', () => {
    const stuck = rollout({ ...LONG, nodes: 5 })
    expect(stuck.outcome).toBe('stuck')
    expect(stuckWords(stuck)).toContain('controller: 5 must be ready, no v1 goes')
    expect(stuckWords(rollout(LONG))).toEqual([])
  })
})

describe('the drawing', () => {
  it('keeps its columns apart, inside of the picture, and clear of the words at their side', () => {
    for (const replicas of [1, 3, 5])
      for (const surge of [0, 1, 3])
        for (const unavailable of [0, 1, 3])
          for (const layout of [wide, narrow]) {
            const model = rollout({ ...LONG, replicas, surge, unavailable })
            const { columns, podWidth, words } = placed(model, layout)
            const xs = columns.map(({ x }) => x)
            xs.forEach((x, at) => {
              if (at > 0) expect(x - (xs[at - 1] ?? 0)).toBeGreaterThan(podWidth)
            })
            const end = words.y < 30 ? words.x : layout.width
            expect((xs.at(-1) ?? 0) + podWidth / 2).toBeLessThanOrEqual(end)
            expect(xs[0]).toBeGreaterThan(layout.head)
            expect(podWidth).toBeGreaterThanOrEqual(24)
          }
  })
})
