// npm run bench:kubernetes: how long the cluster takes with 500 pods on 50 nodes: one reconcile, one
// event of any kind, an hour of cluster time and a look at any moment of it, and what its history
// holds.
import { type Deed, history } from '../src/simulation/history.ts'
import { machine } from '../src/simulation/machine.ts'
import { cluster } from '../src/systems/kubernetes/rules.ts'
import type {
  ClusterAction,
  ClusterEvent,
  ClusterParameters,
  World,
} from '../src/systems/kubernetes/world.ts'
import type { Moment } from '../src/simulation/rules.ts'
import { tableOf } from './table.mjs'

const HOUR_MS = 3_600_000

const NODES: ClusterParameters['nodes'] = Array.from({ length: 50 }, (_, index) => ({
  name: `node-${index + 1}`,
  zone: `zone-${'abc'[index % 3] ?? 'a'}`,
  cpu: '4',
  memory: '8Gi',
}))

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: 50
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      topologySpreadConstraints:
      - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: ${name}}}}
      containers:
      - name: web
        image: shop/checkout:1
        ports: [{containerPort: 8080}]
        readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 2}
        livenessProbe: {httpGet: {path: /, port: 8080}}
        resources: {requests: {cpu: 100m, memory: 64Mi}}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec: {selector: {app: ${name}}, ports: [{port: 80, targetPort: 8080}]}
`

const APPS = Array.from({ length: 10 }, (_, index) => `app-${index}`)

const type = (atMs: number, text: string): Deed<ClusterAction> => ({
  atMs,
  action: { do: 'type', shell: '1', text },
})

/** Ten applications, and every few minutes something that concerns many pods. */
const DEEDS: readonly Deed<ClusterAction>[] = [
  ...APPS.map((name, index) => type(1000 + index * 1000, `kubectl apply -f ${name}.yaml`)),
  { atMs: 60_000, action: { do: 'load', namespace: 'default', service: 'app-0', perSecond: 200 } },
  { atMs: 300_000, action: { do: 'power', node: 'node-7', on: false } },
  type(900_000, 'kubectl set image deploy/app-1 web=shop/checkout:2'),
  { atMs: 1_200_000, action: { do: 'power', node: 'node-7', on: true } },
  type(1_500_000, 'kubectl scale deploy/app-2 --replicas=10'),
  type(1_800_000, 'kubectl scale deploy/app-2 --replicas=60'),
  type(2_400_000, 'kubectl drain node-9 --ignore-daemonsets'),
  type(3_000_000, 'kubectl rollout restart deploy/app-3'),
]

const PARAMETERS: ClusterParameters = {
  profile: '1.33',
  nodes: NODES,
  files: Object.fromEntries(APPS.map((name) => [`${name}.yaml`, deployment(name)])),
}

/** So often the hour is run: the least of several times is what a step takes on a quiet machine. */
const ROUNDS = 5

/** A reconcile step may take so many milliseconds. */
const STEP_LIMIT_MS = 8

/** What a step was, and the least time that it took, in milliseconds. */
interface Step {
  readonly kind: string
  readonly ms: number
}

/** Runs the hour and gives its steps in their order, which is the same every time. */
function steps(): readonly Step[] {
  const taken: Step[] = []
  const run = machine(
    {
      ...cluster,
      happen(world: World, event: ClusterEvent, moment: Moment) {
        const from = performance.now()
        const step = cluster.happen(world, event, moment)
        const ms = performance.now() - from
        taken.push({ kind: event.kind === 'sync' ? event.controller : event.kind, ms })
        return step
      },
    },
    { parameters: PARAMETERS },
    1,
  )
  let done = 0
  for (;;) {
    const deed = DEEDS[done]
    if (Math.min(run.nextAtMs(), deed?.atMs ?? Infinity) > HOUR_MS) return taken
    if (deed && deed.atMs < run.nextAtMs()) {
      run.act(deed.action, deed.atMs)
      done += 1
    } else run.advance()
  }
}

/** The least times of all rounds, by kind of step. */
function leastTimes(): ReadonlyMap<string, readonly number[]> {
  const [first = [], ...others] = Array.from({ length: ROUNDS }, steps)
  const byKind = new Map<string, number[]>()
  first.forEach(({ kind, ms }, index) => {
    const list = byKind.get(kind) ?? []
    byKind.set(kind, list)
    list.push(Math.min(ms, ...others.map((round) => round[index]?.ms ?? Infinity)))
  })
  return byKind
}

function milliseconds(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

export function main(): void {
  const taken = leastTimes()
  const rows = [...taken].map(([kind, list]) => {
    const sorted = list.toSorted((first, second) => first - second)
    const at = (share: number) =>
      (sorted[Math.floor((sorted.length - 1) * share)] ?? NaN).toFixed(2)
    const over = list.filter((ms) => ms > STEP_LIMIT_MS).length
    return {
      kind,
      count: String(list.length),
      median: at(0.5),
      most: at(0.99),
      longest: at(1),
      over: String(over),
    }
  })
  console.log(
    tableOf(rows, [
      { key: 'kind', head: 'step' },
      { key: 'count', head: 'how many', right: true },
      { key: 'median', head: 'median ms', right: true },
      { key: 'most', head: '99 % ms', right: true },
      { key: 'longest', head: 'longest ms', right: true },
      { key: 'over', head: `over ${STEP_LIMIT_MS} ms`, right: true },
    ]),
  )

  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const run = history(cluster, { parameters: PARAMETERS, seed: 1, deeds: DEEDS })
  const whole = milliseconds(() => run.at(HOUR_MS))
  globalThis.gc?.()
  const held = process.memoryUsage().heapUsed - before
  // Moments in no order, so that none is a short way after the one before.
  const looks = Array.from({ length: 200 }, (_, look) => (look * 7919 * 1000) % HOUR_MS)
  const rounds = Array.from({ length: ROUNDS }, () =>
    looks.map((atMs) => milliseconds(() => run.at(atMs))),
  )
  const times = looks
    .map((_, look) => Math.min(...rounds.map((round) => round[look] ?? Infinity)))
    .toSorted((a, b) => a - b)
  const { world, count } = run.at(HOUR_MS)
  console.log(
    [
      `an hour: ${count} events, ${Object.keys(world.store.tables.pods).length} pods, simulated in ${(whole / 1000).toFixed(1)} s`,
      `a look at any moment: median ${(times[100] ?? NaN).toFixed(1)} ms, longest ${(times.at(-1) ?? NaN).toFixed(1)} ms (limit 200)`,
      `held: ${(held / 1e6).toFixed(1)} MB (limit 100)`,
    ].join('\n'),
  )
}
