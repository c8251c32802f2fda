// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { jsonPatch, mergePatch } from './json-patch.ts'
import { strategicPatch } from './strategic-patch.ts'

/* Expected values by hand, from RFC 7386, RFC 6902 and the documentation of strategic merge. */

describe('a merge patch', () => {
  it('replaces lists and takes away what is null', () => {
    expect(mergePatch({ a: [1], b: { c: 1, d: 2 } }, { a: [2], b: { c: null } })).toEqual({
      a: [2],
      b: { d: 2 },
    })
  })
})

describe('a JSON patch', () => {
  it('adds, moves and tests', () => {
    const steps = [
      { op: 'test', path: '/a/0', value: 1 },
      { op: 'add', path: '/a/-', value: 3 },
      { op: 'add', path: '/a/1', value: 2 },
      { op: 'move', from: '/b', path: '/x~1y' },
    ] as const
    expect(jsonPatch({ a: [1], b: 5 }, steps)).toEqual({ a: [1, 2, 3], 'x/y': 5 })
  })

  it('refuses a path that is not there', () => {
    expect(() => jsonPatch({ a: 1 }, [{ op: 'remove', path: '/b' }])).toThrow(RangeError)
  })
})

describe('a strategic merge patch', () => {
  const deployment = {
    spec: {
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      template: {
        spec: {
          containers: [
            { name: 'web', image: 'web:1', env: [{ name: 'A', value: '1' }] },
            { name: 'log', image: 'log:1' },
          ],
          tolerations: [{ key: 'a' }],
        },
      },
    },
  }
  const patched = (spec: Record<string, unknown>): unknown =>
    strategicPatch('1.33', 'Deployment', deployment, { spec })

  it('finds containers and variables by name, and replaces tolerations', () => {
    const containers = [{ name: 'web', env: [{ name: 'B', value: '2' }] }]
    const tolerations = [{ key: 'b' }]
    expect(patched({ template: { spec: { containers, tolerations } } })).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'web',
                image: 'web:1',
                env: [
                  { name: 'A', value: '1' },
                  { name: 'B', value: '2' },
                ],
              },
              { name: 'log', image: 'log:1' },
            ],
            tolerations: [{ key: 'b' }],
          },
        },
      },
    })
  })

  it('deletes an element, orders the others, keeps only the keys named', () => {
    expect(
      patched({
        strategy: { $retainKeys: ['type'], type: 'Recreate' },
        template: {
          spec: {
            '$setElementOrder/containers': [{ name: 'new' }, { name: 'log' }],
            containers: [
              { name: 'web', $patch: 'delete' },
              { name: 'new', image: 'new:1' },
            ],
          },
        },
      }),
    ).toMatchObject({
      spec: {
        strategy: { type: 'Recreate' },
        template: {
          spec: {
            containers: [
              { name: 'new', image: 'new:1' },
              { name: 'log', image: 'log:1' },
            ],
          },
        },
      },
    })
  })
})
