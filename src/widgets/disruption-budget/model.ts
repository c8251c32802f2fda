import * as m from '#messages/messages.js'
import {
  type ChoiceParameter,
  evenStops,
  type NumberParameter,
  type Schema,
  type ValuesOf,
} from '../../frame/parameters.ts'

const count = (
  label: () => string,
  usual: number,
  minimum: number,
  maximum: number,
): NumberParameter => ({
  kind: 'number',
  unit: 'count',
  label,
  default: usual,
  minimum,
  maximum,
  stops: evenStops(minimum, maximum, 1),
})

const happens: ChoiceParameter<'drain' | 'failure' | 'deletion'> = {
  kind: 'choice',
  label: m.evict_happens,
  default: 'drain',
  options: {
    drain: m.evict_happens_drain,
    failure: m.evict_happens_failure,
    deletion: m.evict_happens_deletion,
  },
}

export const parameters = {
  happens,
  budget: count(m.evict_budget, 3, 0, 6),
  replicas: count(m.evict_replicas, 4, 2, 6),
  nodes: count(m.evict_nodes, 3, 2, 4),
} satisfies Schema

export type EvictionValues = ValuesOf<typeof parameters>

export interface Pod {
  /** From 1, in the order in which they were made. */
  readonly id: number
  /** From 0; none while it finds no node. */
  readonly node: number | undefined
}

/** What made the state that a step shows. */
export type Deed =
  | { readonly kind: 'before' }
  | { readonly kind: 'evicted'; readonly evicted: number; readonly refused: number }
  | { readonly kind: 'failed' | 'deleted' | 'replaced'; readonly pods: number }

export interface Step {
  readonly deed: Deed
  readonly pods: readonly Pod[]
  /** Pods that have a node and answer. */
  readonly ready: number
}

export interface EvictionModel {
  readonly values: EvictionValues
  readonly steps: readonly Step[]
  /** The drain asks on and on, and every answer is no. */
  readonly blocked: boolean
  readonly fewestReady: number
  readonly refused: number
}

/** The node that is drained or fails. */
export const STRUCK = 0

const readyOf = (pods: readonly Pod[]) => pods.filter(({ node }) => node !== undefined).length

/** Gives each pod without a node the emptiest of those that may be used. */
function scheduled(pods: readonly Pod[], nodes: readonly number[]): readonly Pod[] {
  let placed = pods
  for (const pod of pods) {
    if (pod.node !== undefined) continue
    const on = (node: number) => placed.filter((other) => other.node === node).length
    const node = nodes.toSorted((left, right) => on(left) - on(right))[0]
    placed = placed.map((other) => (other.id === pod.id ? { ...other, node } : other))
  }
  return placed
}

/** Without those pods, and with one made anew for each. */
function without(pods: readonly Pod[], gone: readonly Pod[]): readonly Pod[] {
  const newest = Math.max(...pods.map(({ id }) => id))
  return [
    ...pods.filter((pod) => !gone.includes(pod)),
    ...gone.map((_, at): Pod => ({ id: newest + 1 + at, node: undefined })),
  ]
}

const stepOf = (deed: Deed, pods: readonly Pod[]): Step => ({ deed, pods, ready: readyOf(pods) })

/** What is lost at once without a question, and what is made in its place. */
function struck(first: readonly Pod[], { happens: what, nodes }: EvictionValues): readonly Step[] {
  const failed = what === 'failure'
  const gone = failed ? first.filter(({ node }) => node === STRUCK) : first
  const all = Array.from({ length: nodes }, (_, node) => node)
  const left = without(first, gone)
  return [
    stepOf({ kind: failed ? 'failed' : 'deleted', pods: gone.length }, left),
    stepOf(
      { kind: 'replaced', pods: gone.length },
      scheduled(left, failed ? all.filter((node) => node !== STRUCK) : all),
    ),
  ]
}

/** Asks for every pod of the node, again and again, until they are gone or every answer is no. */
function drained(first: readonly Pod[], { budget, nodes }: EvictionValues): readonly Step[] {
  const others = Array.from({ length: nodes - 1 }, (_, at) => at + 1)
  const steps: Step[] = []
  for (let pods = first; ;) {
    const asked = pods.filter(({ node }) => node === STRUCK)
    if (asked.length === 0) return steps
    const evicted = Math.max(0, Math.min(asked.length, readyOf(pods) - budget))
    pods = without(pods, asked.slice(0, evicted))
    steps.push(stepOf({ kind: 'evicted', evicted, refused: asked.length - evicted }, pods))
    if (evicted === 0) return steps
    pods = scheduled(pods, others)
    steps.push(stepOf({ kind: 'replaced', pods: evicted }, pods))
  }
}

/**
 * What becomes of the pods behind a disruption budget when their node is drained, when it fails, and
 * when somebody deletes them: only the drain asks, and is refused what would leave too few ready.
 *
 * @param values sound values of {@link parameters}
 * @source k8s-disruptions
 * @source k8s-drain
 */
export function eviction(values: EvictionValues): EvictionModel {
  const blank = Array.from({ length: values.replicas }, (_, at): Pod => ({
    id: at + 1,
    node: undefined,
  }))
  const first = scheduled(
    blank,
    Array.from({ length: values.nodes }, (_, node) => node),
  )
  const steps = [
    stepOf({ kind: 'before' }, first),
    ...(values.happens === 'drain' ? drained(first, values) : struck(first, values)),
  ]
  const last = steps.at(-1)
  return {
    values,
    steps,
    blocked: last?.deed.kind === 'evicted',
    fewestReady: Math.min(...steps.map(({ ready }) => ready)),
    refused: steps.reduce((sum, { deed }) => sum + (deed.kind === 'evicted' ? deed.refused : 0), 0),
  }
}
