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

const apart: ChoiceParameter<'required' | 'preferred' | 'new-only'> = {
  kind: 'choice',
  label: m.rollout_apart,
  default: 'required',
  options: {
    required: m.rollout_apart_required,
    preferred: m.rollout_apart_preferred,
    'new-only': m.rollout_apart_new,
  },
}

export const parameters = {
  replicas: count(m.rollout_replicas, 3, 1, 5),
  nodes: count(m.rollout_nodes, 3, 1, 6),
  surge: count(m.rollout_surge, 1, 0, 3),
  unavailable: count(m.rollout_unavailable, 0, 0, 3),
  apart,
} satisfies Schema

export type RolloutValues = ValuesOf<typeof parameters>

export interface Pod {
  /** From 1, in the order in which they were made. */
  readonly id: number
  readonly version: 'old' | 'new'
  /** From 0; none while it finds no node. */
  readonly node: number | undefined
}

export interface Step {
  readonly pods: readonly Pod[]
  /** Pods that have a node and answer. */
  readonly ready: number
}

export interface RolloutModel {
  readonly values: RolloutValues
  /** The fleet before, and after each pass of the controller or of the scheduler that changed it. */
  readonly steps: readonly Step[]
  readonly outcome: 'done' | 'stuck' | 'refused' | 'no-room'
  /** The fewest that were ready at any step. */
  readonly fewestReady: number
  /** Most pods at once, those that wait for a node included. */
  readonly most: number
}

/** The node for a pod: an empty one, or, where sharing is allowed, the one with fewest pods. */
function nodeFor(
  version: Pod['version'],
  pods: readonly Pod[],
  { nodes, apart: rule }: RolloutValues,
) {
  const onNode = (node: number) => pods.filter((pod) => pod.node === node)
  const all = Array.from({ length: nodes }, (_, node) => node)
  const allowed = all.filter((node) => {
    if (rule === 'preferred') return true
    const there = onNode(node)
    return rule === 'required' ? there.length === 0 : there.every((pod) => pod.version !== version)
  })
  return allowed.toSorted((left, right) => onNode(left).length - onNode(right).length)[0]
}

const stepOf = (pods: readonly Pod[]): Step => ({
  pods,
  ready: pods.filter(({ node }) => node !== undefined).length,
})

/** Gives each pod without a node one, where the rule leaves one. */
function scheduled(pods: readonly Pod[], values: RolloutValues): readonly Pod[] {
  let placed = pods
  for (const { id, node, version } of pods) {
    if (node !== undefined) continue
    const found = nodeFor(version, placed, values)
    if (found !== undefined)
      placed = placed.map((pod) => (pod.id === id ? { ...pod, node: found } : pod))
  }
  return placed
}

/** One pass of the controller: as many new ones as the surge allows, and old ones as readiness does. */
function controlled(pods: readonly Pod[], values: RolloutValues, next: number): readonly Pod[] {
  const { replicas, surge, unavailable } = values
  const made = pods.filter(({ version }) => version === 'new').length
  const more = Math.max(0, Math.min(replicas + surge - pods.length, replicas - made))
  const grown: readonly Pod[] = [
    ...pods,
    ...Array.from({ length: more }, (_, at): Pod => ({
      id: next + at,
      version: 'new',
      node: undefined,
    })),
  ]
  const spare = stepOf(pods).ready - (replicas - unavailable)
  const old = pods.filter(({ version }) => version === 'old')
  const gone = new Set(old.slice(0, Math.max(0, spare)).map(({ id }) => id))
  return grown.filter(({ id }) => !gone.has(id))
}

const same = (one: readonly Pod[], other: readonly Pod[]) =>
  JSON.stringify(one) === JSON.stringify(other)

/** The controller and the scheduler in turn, until neither changes anything. */
function updated(first: readonly Pod[], values: RolloutValues): readonly (readonly Pod[])[] {
  const states = [first]
  let pods = first
  for (let next = values.replicas + 1; ;) {
    const before = pods
    for (const act of [
      (given: readonly Pod[]) => controlled(given, values, next),
      (given: readonly Pod[]) => scheduled(given, values),
    ]) {
      const changed = act(pods)
      if (!same(changed, pods)) states.push(changed)
      pods = changed
    }
    next = Math.max(next, ...pods.map(({ id }) => id + 1))
    if (same(before, pods)) return states
  }
}

/**
 * A rolling update by the rules of a Deployment: never more than `replicas + surge` pods, never fewer
 * ready than `replicas - unavailable`, and pods of one app kept on nodes apart as the rule says.
 *
 * @param values sound values of {@link parameters}
 * @source k8s-deployments
 * @source k8s-affinity
 */
export function rollout(values: RolloutValues): RolloutModel {
  const { replicas, surge, unavailable } = values
  const blank = Array.from({ length: replicas }, (_, at): Pod => ({
    id: at + 1,
    version: 'old',
    node: undefined,
  }))
  const first = scheduled(blank, values)
  const fitted = first.every(({ node }) => node !== undefined)
  const sound = surge + unavailable > 0
  const states = sound && fitted ? updated(first, values) : [first]
  const steps = states.map(stepOf)
  const last = states.at(-1) ?? first
  const done =
    last.length === replicas &&
    last.every(({ version, node }) => version === 'new' && node !== undefined)
  return {
    values,
    steps,
    outcome: !sound ? 'refused' : !fitted ? 'no-room' : done ? 'done' : 'stuck',
    fewestReady: Math.min(...steps.map(({ ready }) => ready)),
    most: Math.max(...steps.map(({ pods: all }) => all.length)),
  }
}
