// @vitest-environment node
import { expect, it } from 'vitest'
import { chain, NEAREST_LUCK } from './chain.ts'
import { actionsOf } from './befall.ts'
import { differenceLines, differences, withoutChance } from './compare.ts'
import { RECORDED_NODES } from './replay.ts'
import { parseSession } from './session.ts'

// What a real control plane answered, and the manifests that it was given.
const files = import.meta.glob<string>('../../../../tools/lab/recorded/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const folder = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [
    file.slice('../../../../tools/lab/recorded/'.length),
    text,
  ]),
)

/** An update of the service's slice that another writer had overtaken, as its event tells it. */
const overtaken = (service: string): string =>
  `Error updating Endpoint Slices for Service ${service}: failed to update ${service.split('/')[1]}-XXXXX EndpointSlice for Service ${service}: Operation cannot be fulfilled on endpointslices.discovery.k8s.io "${service.split('/')[1]}-XXXXX": the object has been modified; please apply your changes to the latest version and try again`

/** Such an event in a description, instead of none. */
const eventOf = (service: string): readonly string[] => [
  ' - Events:',
  ' - Type Reason Age From Message',
  ' - ---- ------ ---- ---- -------',
  ` - Warning FailedToUpdateEndpointSlices AGE endpoint-slice-controller ${overtaken(service)}`,
  ' + Events: <none>',
]

// All that is left of three sessions with 129 commands, and why. It may get shorter, not longer.
const LEFT: Readonly<Record<string, readonly string[]>> = {
  's1-seed-lab.txt': [
    // Real controllers now and then write what another one has just changed, tell so, and try again.
    // Ours read and write in one step, so that they never do.
    '$ kubectl get events -n redundancy-lab --sort-by=.lastTimestamp',
    ` - AGE Warning FailedToUpdateEndpointSlices service/web-app ${overtaken('redundancy-lab/web-app')}`,
    ' - AGE Warning FailedToUpdateEndpoint endpoints/web-app Failed to update endpoint redundancy-lab/web-app: Operation cannot be fulfilled on endpoints "web-app": the object has been modified; please apply your changes to the latest version and try again',
    '$ kubectl describe svc web-app -n redundancy-lab',
    ...eventOf('redundancy-lab/web-app'),
  ],
  's2-pdb-drain.txt': [
    // The luck of placement: of four pods, the one without a controller was on the node drained.
    '$ kubectl drain node-1 --ignore-daemonsets',
    ' - [stderr] error: unable to drain node "node-1" due to error: cannot delete cannot delete Pods that declare no controller (use --force to override): redundancy-lab/naked, continuing command...',
    ' - [stderr] There are pending nodes to be drained:',
    ' - [stderr] node-1',
    ' - [stderr] cannot delete cannot delete Pods that declare no controller (use --force to override): redundancy-lab/naked',
    ' + evicting pod redundancy-lab/web-app-HASH-XXXXX',
    ' + pod/web-app-HASH-XXXXX evicted',
    ' + node/node-1 drained',
    ' exit 0 instead of 1',
  ],
  's6-commands.txt': [
    // One pod is younger, by what was done between the sessions and is not in them.
    '$ kubectl get pods -A',
    ' - redundancy-lab web-app-HASH-XXXXX 1/1 Running 0 AGE',
    ' + redundancy-lab web-app-HASH-XXXXX 1/1 Running 0 AGE',
    // The luck of placement: which of twelve pods stay is decided by where they are.
    `$ kubectl get pods -n shop -o jsonpath='{range .items[*]}{.spec.nodeName}{"\\n"}{end}' | sort`,
    ' - node-1',
    ' + node-3',
    // The Deployment's status was written between two updates of its replica sets' own.
    '$ timeout 40 kubectl rollout status deploy/checkout -n shop',
    ' - Waiting for deployment "checkout" rollout to finish: 2 old replicas are pending termination...',
    ' + Waiting for deployment "checkout" rollout to finish: 2 out of 3 new replicas have been updated...',
    // As in the first session.
    '$ kubectl describe svc checkout -n shop',
    ...eventOf('shop/checkout'),
  ],
}

it('answers the recorded sessions as the real cluster did, but for what is listed here', () => {
  const found = chain(folder, 's6-commands.txt', NEAREST_LUCK).map(
    ({ name, session, replay }) =>
      [name, differenceLines(differences(session, replay)).map(withoutChance)] as const,
  )
  expect(Object.fromEntries(found)).toEqual(LEFT)
}, 30_000)

it.each([
  ['power off node-2', [{ do: 'power', node: 'node-2', on: false }]],
  ['node-1: kubelet killed (power loss)', [{ do: 'power', node: 'node-1', on: false }]],
  ['node-2 power restored', [{ do: 'power', node: 'node-2', on: true }]],
  ['kubelet of node-3 restarted', [{ do: 'power', node: 'node-3', on: true }]],
  ['zone-a lost; zone-b and zone-c remain', [{ do: 'power', node: 'node-1', on: false }]],
  ['node-1 is Ready', [{ do: 'power', node: 'node-1', on: true }]],
  ['node-1 is NotReady', [{ do: 'power', node: 'node-1', on: false }]],
  ['network of node-1 cut', [{ do: 'link', nodes: ['node-1'], up: false }]],
  ['drain node-1', []],
  ['the second part', []],
])('takes "%s" for what it says', (text, actions) => {
  expect(actionsOf(text, RECORDED_NODES)).toEqual(actions)
})

it('reads commands over several lines, and what befell at a time of its own', () => {
  const session = parseSession(
    [
      '[t=1.0s] $ kubectl apply -f - <<EOF',
      'kind: Pod',
      'EOF',
      'pod/a created',
      '[exit 0]',
      "[t=2.0s] $ kubectl patch deploy web -p '{",
      "  }' \\",
      '  -n shop',
      '[exit 0]',
      '[t=6.7s] ### power off node-1',
      '### [t=9.0s] node-1 is back',
      '### node-2 lost',
    ].join('\n'),
  )
  expect(session.steps).toMatchObject([
    { command: 'kubectl apply -f - <<EOF\nkind: Pod\nEOF', lines: [{ text: 'pod/a created' }] },
    { command: "kubectl patch deploy web -p '{\n  }' \\\n  -n shop", lines: [] },
    { kind: 'befell', atMs: 6700, text: 'power off node-1' },
    { kind: 'befell', atMs: 9000, text: 'node-1 is back' },
    { kind: 'befell', atMs: undefined, text: 'node-2 lost' },
  ])
})
