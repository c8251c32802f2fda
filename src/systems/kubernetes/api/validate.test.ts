// @vitest-environment node
import { parseAllDocuments } from 'yaml'
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../../simulation/draw.ts'
import type { Resource } from '../objects.ts'
import type { ProfileName } from '../resources.ts'
import { turnOf } from '../turn.ts'
import { emptyWorld } from '../world-begins.ts'
import badName from '../../../../tools/lab/recorded/bad-name.yaml?raw'
import badSelector from '../../../../tools/lab/recorded/bad-selector.yaml?raw'
import shop from '../../../../tools/lab/recorded/shop.yaml?raw'
import { ApiError } from './status.ts'
import { create, type Draft, update } from './write.ts'

const MANIFEST: Readonly<Record<string, Resource>> = {
  Deployment: 'deployments',
  Service: 'services',
}

/** A turn in a cluster with the namespace `shop` and nothing else. */
function fresh(profile: ProfileName = '1.33') {
  const world = emptyWorld({ profile, nodes: [], files: {} })
  const { turn } = turnOf(world, { nowMs: 1000, draw: drawFrom(7).draw })
  create(turn, 'namespaces', { metadata: { name: 'shop' }, spec: {} })
  return turn
}

interface Parsed {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: Record<string, unknown>
}

const parsed = (text: string): readonly Parsed[] =>
  parseAllDocuments(text).map((one) => one.toJS() as Parsed)

/** What the server says of each document; `stored` where it takes it. */
function judged(text: string, profile?: ProfileName): readonly string[] {
  const turn = fresh(profile)
  return parsed(text).map((object) => {
    try {
      create(turn, MANIFEST[object.kind] ?? 'pods', object as unknown as Draft<Resource>)
      return 'stored'
    } catch (error) {
      if (error instanceof ApiError) return error.message
      throw error
    }
  })
}

/** The shop's Deployment with its spec changed. */
function judgedSpec(change: Record<string, unknown>): string {
  const [first] = parsed(shop)
  if (!first) throw new Error('no deployment')
  return judged(JSON.stringify({ ...first, spec: { ...first.spec, ...change } }))[0] ?? ''
}

describe('the server', () => {
  // Texts recorded from Kubernetes 1.20.2, session s6.
  it('refuses names as recorded', () => {
    expect(judged(badName)).toEqual([
      `Deployment.apps "Check_Out" is invalid: metadata.name: Invalid value: "Check_Out": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      `Service "Check_Out" is invalid: metadata.name: Invalid value: "Check_Out": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`,
    ])
  })

  it('refuses a template whose pods its selector misses, as recorded', () => {
    expect(judged(badSelector)[0]).toBe(
      'Deployment.apps "checkout" is invalid: spec.template.metadata.labels: Invalid value: map[string]string{"app":"checkout", "tier":"web"}: `selector` does not match template `labels`',
    )
  })

  it('names every cause at once', () => {
    expect(judgedSpec({ replicas: -1, minReadySeconds: -2 })).toBe(
      'Deployment.apps "checkout" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.minReadySeconds: Invalid value: -2: must be greater than or equal to 0]',
    )
  })

  it('refuses a rolling update that may move nothing', () => {
    expect(judgedSpec({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } })).toBe(
      'Deployment.apps "checkout" is invalid: spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:""}: may not be 0 when `maxSurge` is 0',
    )
  })

  it('refuses an amount that is none before it looks at anything else', () => {
    const template = {
      metadata: { labels: { app: 'checkout' } },
      spec: { containers: [{ name: 'web', image: 'a', resources: { requests: { cpu: 'lots' } } }] },
    }
    expect(judgedSpec({ template })).toMatch(
      /^Deployment in version "v1" cannot be handled as a Deployment: quantities must match/,
    )
  })

  it('takes the recorded shop and never lets its selector change', () => {
    const turn = fresh()
    const [first] = parsed(shop)
    const stored = create(turn, 'deployments', first as unknown as Draft<'deployments'>)
    expect(stored.spec.strategy.rollingUpdate).toEqual({ maxSurge: '25%', maxUnavailable: '25%' })
    const selector = { matchLabels: { app: 'checkout', tier: 'web' } }
    expect(() =>
      update(turn, 'deployments', { ...stored, spec: { ...stored.spec, selector } }),
    ).toThrow(
      'Deployment.apps "checkout" is invalid: spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"app":"checkout", "tier":"web"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable',
    )
  })
})
