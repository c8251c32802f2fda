import { describe, expect, it } from 'vitest'
import { complete } from '../../frame/parameters.ts'
import { verdict } from './describe.ts'
import { parameters, rollout, type RolloutValues } from './model.ts'
import { scenes } from './scenes.ts'

// The edge between scenes and types, as in the frame: the schema made every one of these values.
const at = (id: string, over: Partial<RolloutValues> = {}) =>
  rollout({
    ...complete(parameters, scenes.find((scene) => scene.id === id)?.values ?? {}),
    ...over,
  } as RolloutValues)

// What a cluster did was recorded on Kubernetes 1.20 (required anti-affinity on three nodes: with
// maxUnavailable 0 the surge pod stays Pending and nothing is updated, with 1 the rollout proceeds).
describe('a rolling update', () => {
  it('with a surge and nothing to be away never begins on three nodes that pods do not share', () => {
    const { outcome, steps, fewestReady } = at('stuck')
    expect(outcome).toBe('stuck')
    expect(fewestReady).toBe(3)
    expect(steps.at(-1)?.pods.filter(({ node }) => node === undefined)).toHaveLength(1)
    expect(steps.at(-1)?.pods.filter(({ version }) => version === 'old')).toHaveLength(3)
  })

  it.each(['one-away', 'fourth-node', 'preferred', 'new-only'])('ends in scene %s', (id) => {
    expect(at(id).outcome).toBe('done')
  })

  it('takes a pod away first where one may be away', () => {
    expect(at('one-away').fewestReady).toBe(2)
    expect(at('fourth-node').fewestReady).toBe(3)
  })

  it('says that nothing answers where all may be away at once, and only there', () => {
    for (const replicas of [1, 2, 3, 4, 5])
      for (const unavailable of [1, 2, 3]) {
        const model = at('one-away', { replicas, nodes: replicas, unavailable })
        const { text, tone } = verdict(model)
        expect(text.includes('For a while nothing answers.')).toBe(unavailable >= replicas)
        expect(tone).toBe(unavailable >= replicas ? 'fails' : 'works')
      }
  })

  it('is refused with nothing more and nothing fewer', () => {
    expect(at('stuck', { surge: 0 }).outcome).toBe('refused')
  })

  it('does not begin where the replicas themselves do not fit', () => {
    expect(at('stuck', { nodes: 2 }).outcome).toBe('no-room')
  })

  it('says where pods end up on one node, which a rule that is only preferred lets happen', () => {
    expect(verdict(at('preferred')).text).toMatch(/2 of them stand on one node/)
    expect(verdict(at('preferred', { replicas: 4, nodes: 2 })).text).toMatch(/[2-4] of them stand/)
    for (const id of ['one-away', 'fourth-node', 'new-only'])
      expect(verdict(at(id)).text).not.toMatch(/stand on one node/)
  })

  it('leaves a pod waiting that has no node to itself, and those that run alone', () => {
    const { steps } = at('two-nodes')
    expect(steps[0]?.ready).toBe(2)
    expect(steps[0]?.pods).toHaveLength(3)
  })

  it('keeps the promises of its two numbers at every step, whatever they are', () => {
    for (const replicas of [1, 2, 3, 4, 5])
      for (const nodes of [1, 2, 3, 4, 5, 6])
        for (const surge of [0, 1, 2, 3])
          for (const unavailable of [0, 1, 2, 3])
            for (const apart of ['required', 'preferred', 'new-only'] as const) {
              const model = rollout({ replicas, nodes, surge, unavailable, apart })
              if (model.outcome === 'refused' || model.outcome === 'no-room') continue
              expect(model.most).toBeLessThanOrEqual(replicas + surge)
              expect(model.fewestReady).toBeGreaterThanOrEqual(Math.max(0, replicas - unavailable))
              // Where sharing is only disliked, or every version may have its own nodes, it ends.
              if (apart !== 'required') expect(model.outcome).toBe('done')
              for (const { pods } of model.steps)
                if (apart === 'required')
                  expect(new Set(pods.map(({ id, node }) => node ?? `none ${id}`)).size).toBe(
                    pods.length,
                  )
            }
  })
})
