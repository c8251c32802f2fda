import { type Draw, drawFrom } from '../../simulation/draw.ts'
import type { Moment } from '../../simulation/rules.ts'
import { machine } from '../../simulation/machine.ts'
import { type Breach, promiseKeeper } from './promises.ts'
import { cluster } from './rules.ts'
import type { ClusterAction, ClusterEvent, ClusterParameters, World } from './world.ts'

/** An action and when it is taken. */
export interface Operation {
  readonly atMs: number
  readonly action: ClusterAction
}

const NODES: ClusterParameters['nodes'] = [1, 2, 3, 4].map((number) => ({
  name: `node-${number}`,
  zone: `zone-${'abc'[(number - 1) % 3] ?? 'a'}`,
  cpu: '1',
  memory: '1Gi',
}))

const APPS = ['api', 'shop'] as const

const SPREADS = [
  '',
  `
      topologySpreadConstraints:
      - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: APP}}}`,
  `
      affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {app: APP}}, topologyKey: kubernetes.io/hostname}]}}`,
]

const STRATEGIES = [
  '',
  `
  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}`,
  `
  strategy: {rollingUpdate: {maxSurge: 2, maxUnavailable: 50%}}`,
  `
  strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}`,
  `
  strategy: {type: Recreate}`,
]

const BUDGETS = ['minAvailable: 2', 'minAvailable: 50%', 'maxUnavailable: 1', 'maxUnavailable: 34%']

/** With the largest, memory is what a node runs out of. */
const MEMORIES = ['64Mi', '128Mi', '400Mi']

function manifest(app: string, draw: Draw): string {
  const of = (list: readonly string[]): string =>
    list[draw.whole('manifest', 0, list.length - 1)] ?? ''
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}, namespace: fuzz}
spec:
  replicas: ${draw.whole('manifest', 1, 5)}${of(STRATEGIES)}
  selector: {matchLabels: {app: ${app}}}
  template:
    metadata: {labels: {app: ${app}}}
    spec:${of(SPREADS).replace('APP', app)}
      containers:
      - name: web
        image: shop/checkout:1
        readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: ${draw.whole('manifest', 1, 5)}}
        resources: {requests: {cpu: ${draw.whole('manifest', 1, 4)}00m, memory: ${of(MEMORIES)}}}
---
apiVersion: v1
kind: Service
metadata: {name: ${app}, namespace: fuzz}
spec: {selector: {app: ${app}}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: ${app}, namespace: fuzz}
spec: {selector: {matchLabels: {app: ${app}}}, ${of(BUDGETS)}}
`
}

/** One thing that somebody might do, or that might befall the cluster. */
function anything(draw: Draw): ClusterAction {
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[draw.whole('operations', 0, list.length - 1)] ?? otherwise
  const app = pick(APPS, 'api')
  const node = `node-${draw.whole('operations', 1, NODES.length)}`
  // Each in a terminal of its own, so that a drain that waits holds nothing up.
  const type = (text: string): ClusterAction => ({
    do: 'type',
    shell: `fuzz ${draw.whole('shells', 0, 1e9)}`,
    text,
  })
  const count = draw.whole('operations', 0, 6)
  const first = `$(kubectl get pods -n fuzz -l app=${app} -o name | head -n 1)`
  const choices: readonly (() => ClusterAction)[] = [
    () => type(`kubectl scale deploy ${app} -n fuzz --replicas=${count}`),
    () => type(`kubectl set image deploy/${app} -n fuzz web=shop/checkout:${count + 1}`),
    () => type(`kubectl set image deploy/${app} -n fuzz web=shop/no-such-image:1`),
    () => type(`kubectl rollout undo deploy/${app} -n fuzz`),
    () => type(`kubectl rollout restart deploy/${app} -n fuzz`),
    () => type(`kubectl delete -n fuzz --wait=false ${first}`),
    () => type(`kubectl label -n fuzz --overwrite ${first} app=quarantine`),
    () => type(`kubectl drain ${node} --ignore-daemonsets --force --timeout=40s`),
    () => type(`kubectl drain ${node} --ignore-daemonsets --force --timeout=40s`),
    () => type(`kubectl cordon ${node}`),
    () => type(`kubectl uncordon ${node}`),
    () => type(`kubectl taint nodes ${node} --overwrite dedicated=batch:NoSchedule`),
    () => type(`kubectl taint nodes ${node} dedicated-`),
    () => type(`kubectl delete deploy ${app} -n fuzz`),
    () => ({ do: 'power', node, on: false }),
    () => ({ do: 'power', node, on: true }),
    () => ({ do: 'link', nodes: [node], up: draw.happens('operations', 0.5) }),
  ]
  return pick(choices, () => ({ do: 'power', node, on: true }))()
}

/**
 * A random list of operations: two Deployments with Services and budgets, and what befalls them.
 *
 * @param seed a whole number; the same seed gives the same list
 * @param length how many operations after the first
 */
export function operations(seed: number, length: number): readonly Operation[] {
  const { draw } = drawFrom(seed)
  const list: Operation[] = [
    { atMs: 0, action: { do: 'save', file: 'api.yaml', text: manifest('api', draw) } },
    { atMs: 0, action: { do: 'save', file: 'shop.yaml', text: manifest('shop', draw) } },
    {
      atMs: 100,
      action: {
        do: 'type',
        shell: '1',
        text: 'kubectl create namespace fuzz\nkubectl apply -f api.yaml\nkubectl apply -f shop.yaml',
      },
    },
  ]
  let atMs = 8000
  for (let made = 0; made < length; made += 1) {
    atMs += draw.happens('pauses', 0.5)
      ? draw.whole('pauses', 50, 2000)
      : draw.whole('pauses', 2000, 60_000)
    list.push({ atMs, action: anything(draw) })
  }
  return list
}

export interface Explored {
  readonly breach: Breach | undefined
  readonly events: number
}

/** How long a cluster is watched after the last operation. */
const AFTER_MS = 60_000

/**
 * Runs a list of operations and watches the cluster's promises.
 *
 * @param list in the order of their times
 * @param seed the cluster's own luck
 */
export function explore(list: readonly Operation[], seed: number): Explored {
  let event: ClusterEvent | undefined
  const run = machine(
    {
      ...cluster,
      happen(world: World, now: ClusterEvent, moment: Moment) {
        event = now
        return cluster.happen(world, now, moment)
      },
    },
    { parameters: { profile: '1.33', nodes: NODES, files: {} } },
    seed,
  )
  const look = promiseKeeper()
  const until = (list.at(-1)?.atMs ?? 0) + AFTER_MS
  let done = 0
  for (;;) {
    const next = list[done]
    const nextAtMs = run.nextAtMs()
    if (Math.min(nextAtMs, next?.atMs ?? Infinity) > until)
      return { breach: undefined, events: run.count() }
    event = undefined
    if (next && next.atMs < nextAtMs) {
      run.act(next.action, next.atMs)
      done += 1
    } else run.advance()
    const breach = look(run.world(), run.nowMs(), event)
    if (breach) return { breach, events: run.count() }
  }
}
