// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Pod } from './objects.ts'
import type { PromiseName } from './promises.ts'
import type { Turn } from './turn.ts'
import type { Store } from './world.ts'

// A cluster that keeps its promises shows nothing unless one that does not is caught: here one part
// of it is replaced at a time by one that is a little wrong.

/** Every flaw must be found within so many lists. */
const FOUND_WITHIN = 500
const LENGTH = 6

/** A turn that sees no budgets. */
const blind = (turn: Turn): Turn => ({
  ...turn,
  world: () => {
    const { store, ...rest } = turn.world()
    return { ...rest, store: { ...store, tables: { ...store.tables, poddisruptionbudgets: {} } } }
  },
})

/** A store that shows only the pods that run. */
const running = (store: Store): Store => ({
  ...store,
  tables: {
    ...store.tables,
    pods: Object.fromEntries(
      Object.entries(store.tables.pods).filter(([, { status }]) => status.phase === 'Running'),
    ),
  },
})

/** Everything of which a part is replaced below. */
const MODULES = [
  './api/evict.ts',
  './controllers/budget.ts',
  './controllers/endpoint-pods.ts',
  './controllers/garbage.ts',
  './controllers/rolling.ts',
  './scheduler/node-filters.ts',
  './scheduler/pod-affinity.ts',
  './scheduler/snapshot.ts',
]

interface Flaw {
  readonly name: string
  /** Puts the wrong part in its place. */
  readonly plant: () => void
  /** The promise that it breaks. */
  readonly breaks: PromiseName
}

const FLAWS: readonly Flaw[] = [
  {
    name: 'evicts without asking the budget',
    breaks: 'no eviction breaks a budget',
    plant: () =>
      vi.doMock(import('./api/evict.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          evict: (turn: Turn, ...rest: [string]) => real.evict(blind(turn), ...rest),
        }
      }),
  },
  {
    name: 'lets one more pod go than the budget says',
    breaks: 'no eviction breaks a budget',
    plant: () =>
      vi.doMock(import('./controllers/budget.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          disruptionsAllowed: (...of: Parameters<typeof real.disruptionsAllowed>) =>
            real.disruptionsAllowed(...of) + 1,
        }
      }),
  },
  {
    name: 'rounds what a budget wants down',
    breaks: 'no eviction breaks a budget',
    plant: () =>
      vi.doMock(import('./controllers/budget.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          budgetGoal: (...of: Parameters<typeof real.budgetGoal>) => {
            const { minAvailable } = of[0]
            const goal = real.budgetGoal(...of)
            return typeof minAvailable === 'string' &&
              (goal.expected * parseInt(minAvailable)) % 100
              ? { ...goal, desired: goal.desired - 1 }
              : goal
          },
        }
      }),
  },
  {
    name: 'rolls with one pod too many',
    breaks: 'a rollout keeps within its surge',
    plant: () =>
      vi.doMock(import('./controllers/rolling.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          fencepostsOf: (...of: Parameters<typeof real.fencepostsOf>) => {
            const limits = real.fencepostsOf(...of)
            return { ...limits, surge: limits.surge + 1 }
          },
        }
      }),
  },
  {
    name: 'rounds what may be missing up',
    breaks: 'a rollout keeps enough available',
    plant: () =>
      vi.doMock(import('./controllers/rolling.ts'), async (original) => {
        const real = await original()
        const { portionOf } = await import('./controllers/portion.ts')
        return {
          ...real,
          fencepostsOf: (...of: Parameters<typeof real.fencepostsOf>) => ({
            ...real.fencepostsOf(...of),
            unavailable: portionOf(of[1] ?? 0, of[2], 'up'),
          }),
        }
      }),
  },
  {
    name: 'takes new pods for available before they are',
    breaks: 'a rollout keeps enough available',
    plant: () =>
      vi.doMock(import('./controllers/rolling.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          rollingStep: (...[replicas, limits, newer, older]: Parameters<typeof real.rollingStep>) =>
            real.rollingStep(replicas, limits, { ...newer, available: newer.replicas }, older),
        }
      }),
  },
  ...(['cpu', 'memory'] as const).map((what): Flaw => ({
    name: `forgets ${what} as it places pods`,
    breaks: 'no node is promised more than it has',
    plant: () =>
      vi.doMock(import('./scheduler/node-filters.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          fitRefusal: (...[pod, ...rest]: Parameters<typeof real.fitRefusal>) =>
            real.fitRefusal({ ...pod, requests: { ...pod.requests, [what]: 0 } }, ...rest),
        }
      }),
  })),
  {
    name: 'counts no pod that does not run yet',
    breaks: 'no node is promised more than it has',
    plant: () =>
      vi.doMock(import('./scheduler/snapshot.ts'), async (original) => {
        const real = await original()
        return {
          ...real,
          snapshotFor: (...[store, ...rest]: Parameters<typeof real.snapshotFor>) =>
            real.snapshotFor(running(store), ...rest),
        }
      }),
  },
  {
    name: 'places pods on cordoned nodes',
    breaks: 'no pod is placed where it may not be',
    plant: () =>
      vi.doMock(import('./scheduler/node-filters.ts'), async (original) => ({
        ...(await original()),
        cordonRefusal: () => undefined,
        taintRefusal: () => undefined,
      })),
  },
  {
    name: 'does not keep pods apart',
    breaks: 'no pod is placed where it may not be',
    plant: () =>
      vi.doMock(import('./scheduler/pod-affinity.ts'), async (original) => ({
        ...(await original()),
        podAffinityRefusal: () => undefined,
      })),
  },
  {
    name: 'collects no garbage',
    breaks: 'every pod has its owner',
    plant: () =>
      vi.doMock(import('./controllers/garbage.ts'), async (original) => {
        const real = await original()
        return { ...real, garbage: { ...real.garbage, concerns: () => [] } }
      }),
  },
  {
    name: 'does not tell Services that a pod is no longer ready',
    breaks: 'endpoints are ready pods',
    plant: () =>
      vi.doMock(import('./controllers/endpoint-pods.ts'), async (original) => {
        const real = await original()
        const { isReady } = await import('./controllers/pod-state.ts')
        return {
          ...real,
          servicesOf: (...[change, world]: Parameters<typeof real.servicesOf>) =>
            change.resource === 'pods' && change.before && isReady(change.before as Pod)
              ? []
              : real.servicesOf(change, world),
        }
      }),
  },
]

/** Which list is the first to break a promise of the cluster as it now is, and which promise. */
async function firstBreach() {
  const { explore, operations } = await import('./explore.ts')
  for (let seed = 0; seed < FOUND_WITHIN; seed += 1) {
    const { breach } = explore(operations(seed, LENGTH), seed)
    if (breach) return { seed, ...breach }
  }
  return undefined
}

describe.each(FLAWS)('a cluster that $name', ({ plant, breaks }) => {
  afterEach(() => {
    for (const path of MODULES) vi.doUnmock(path)
    // Files of tests share a worker: none may find a flawed part that is left here.
    vi.resetModules()
  })

  it(`is caught within ${FOUND_WITHIN} lists`, { timeout: 120_000 }, async () => {
    vi.resetModules()
    plant()
    const found = await firstBreach()
    expect(found?.promise).toBe(breaks)
  })
})
