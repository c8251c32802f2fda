// @vitest-environment node
import { expect, it } from 'vitest'
import { befall } from './faults.ts'
import { logOf } from './logs.ts'
import { podOn, trial } from './trial.ts'

function logged(image: string, untilMs: number, previous = false) {
  const lab = trial('1.33')
  lab.at(
    0,
    podOn('node-1', 'one', {
      containers: [{ name: 'web', image, readinessProbe: { httpGet: { path: '/', port: 80 } } }],
    }),
  )
  lab.to(untilMs)
  const pod = lab.pod('one')
  if (!pod) throw new Error('no pod')
  return { lab, pod, log: logOf(lab.world(), pod, 'web', { previous, nowMs: untilMs }) }
}
const texts = (log: ReturnType<typeof logOf>) =>
  'lines' in log ? log.lines.map(({ text }) => text) : log.message

it('a server writes down that the kubelet asks it, once a period', () => {
  const { log } = logged('nginx:1.27', 35_000)
  const asked = 'lines' in log ? log.lines.filter(({ text }) => text.includes('kube-probe')) : []
  expect(asked[0]?.text).toMatch(
    /^10\.244\.0\.1 - - \[24\/Nov\/2026:21:07:\d\d \+0000\] "GET \/ HTTP\/1\.1" 200 615 "-" "kube-probe\/1\.33" "-"$/,
  )
  expect(asked.slice(1).map(({ atMs }, index) => atMs - (asked[index]?.atMs ?? 0))).toEqual(
    asked.slice(1).map(() => 10_000),
  )
})

it('what a crash left behind is asked for with --previous', () => {
  expect(texts(logged('shop/checkout:crashes', 12_000, true).log)).toEqual([
    'checkout: listening on :8080',
    'panic: runtime error: invalid memory address or nil pointer dereference',
  ])
  // The text of the API, from its source.
  expect(texts(logged('nginx:1.27', 12_000, true).log)).toBe(
    'previous terminated container "web" in pod "one" not found',
  )
})

it('a container without an image has no log yet', () => {
  expect(texts(logged('nginx:bad', 30_000).log)).toBe(
    'container "web" in pod "one" is waiting to start: trying and failing to pull image',
  )
})

it('the log of a pod on a dead node cannot be had', () => {
  const { lab, pod } = logged('nginx:1.27', 30_000)
  lab.at(30_000, (turn) => befall(turn, { do: 'power', node: 'node-1', on: false }))
  expect(texts(logOf(lab.world(), pod, 'web', { nowMs: 30_000 }))).toMatch(/no route to host$/)
})

it('a program that needs another one crashes until that is there', () => {
  const { lab } = logged('shop/checkout:needs-db', 60_000)
  const restarts = () => lab.pod('one')?.status.containerStatuses?.[0]?.restartCount ?? 0
  expect(restarts()).toBeGreaterThan(1)
  lab.at(60_000, (turn) => {
    const key = 'default/db-slice'
    turn.write('endpointslices', key, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'db-slice',
        namespace: 'default',
        uid: 'db-slice',
        resourceVersion: String(turn.nextRevision()),
        creationTimestamp: '2026-11-24T21:06:59Z',
        labels: { 'kubernetes.io/service-name': 'db' },
      },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.244.1.9'], conditions: { ready: true } }],
      ports: [{ port: 5432 }],
    })
  })
  lab.to(200_000)
  const after = restarts()
  lab.to(2_000_000)
  expect(restarts()).toBe(after)
})
