// @vitest-environment node
// Expected texts are from the recorded sessions s1 and s2, where no other source is named.
import { describe, expect, it } from 'vitest'
import type { Endpoints, Pod } from '../objects.ts'
import { DEPLOYMENT, NODE, POD, REPLICA_SET, SERVICE, SLICE } from './samples.ts'
import { printNextRows, printTable, printTables } from './text-table.ts'
import { tableOf } from './tables.ts'

const AT = { nowMs: 41_000, profile: '1.20' } as const

const pod = (name: string, status: Partial<Pod['status']>, deleted = false): Pod => ({
  ...POD,
  metadata: {
    ...POD.metadata,
    name,
    ...(deleted ? { deletionTimestamp: '2026-11-24T21:08:00Z' } : {}),
  },
  status: { ...POD.status, ...status },
})

const statusOf = (one: Pod): unknown => tableOf('pods', [one], AT).rows[0]?.cells[2]

const CREATING = {
  phase: 'Pending',
  containerStatuses: [
    {
      name: 'nginx',
      image: 'nginx:alpine',
      imageID: '',
      ready: false,
      restartCount: 0,
      state: { waiting: { reason: 'ContainerCreating' } },
      lastState: {},
    },
  ],
} as const

describe('kubectl get', () => {
  it('prints wide columns only when they are asked for', () => {
    const table = tableOf('pods', [POD], AT)
    expect(printTable(table)).toBe(
      'NAME                       READY   STATUS    RESTARTS   AGE\n' +
        'web-app-7c9d69dbc7-5mxpc   1/1     Running   0          11s\n',
    )
    expect(printTable(table, { wide: true })).toBe(
      'NAME                       READY   STATUS    RESTARTS   AGE   IP            NODE     NOMINATED NODE   READINESS GATES\n' +
        'web-app-7c9d69dbc7-5mxpc   1/1     Running   0          11s   10.244.1.10   node-2   <none>           <none>\n',
    )
  })

  it('names kinds where there are several and parts their tables by an empty line', () => {
    const text = printTables([
      {
        table: tableOf('deployments', [DEPLOYMENT], { ...AT, nowMs: 11_000 }),
        options: { kindPrefix: 'deployment.apps' },
      },
      { table: tableOf('pods', [], AT), options: { kindPrefix: 'pod' } },
      {
        table: tableOf('replicasets', [REPLICA_SET], AT),
        options: { kindPrefix: 'replicaset.apps' },
      },
      { table: tableOf('services', [SERVICE], AT), options: { kindPrefix: 'service' } },
      {
        table: tableOf('endpointslices', [SLICE], AT),
        options: { kindPrefix: 'endpointslice.discovery.k8s.io' },
      },
    ])
    expect(text).toBe(
      `NAME                      READY   UP-TO-DATE   AVAILABLE   AGE
deployment.apps/web-app   3/3     3            3           7s

NAME                                 DESIRED   CURRENT   READY   AGE
replicaset.apps/web-app-7c9d69dbc7   3         3         3       11s

NAME              TYPE        CLUSTER-IP      EXTERNAL-IP   PORT(S)   AGE
service/web-app   ClusterIP   10.96.149.118   <none>        80/TCP    11s

NAME                                           ADDRESSTYPE   PORTS   ENDPOINTS                          AGE
endpointslice.discovery.k8s.io/web-app-bkh4s   IPv4          80      10.244.0.4,10.244.2.3,10.244.1.2   11s
`,
    )
  })

  it('gives labels a column by the end of their name, and namespaces the first', () => {
    const table = tableOf('nodes', [NODE], AT)
    expect(printTable(table, { labelColumns: ['topology.kubernetes.io/zone', 'disk'] })).toBe(
      'NAME     STATUS   ROLES    AGE   VERSION   ZONE     DISK\n' +
        'node-2   Ready    <none>   41s   v1.20.2   zone-b   \n',
    )
    expect(
      printTable(tableOf('pods', [POD], AT), { withNamespace: true, showLabels: true }),
    ).toContain(
      'redundancy-lab   web-app-7c9d69dbc7-5mxpc   1/1     Running   0          11s   app=web-app,pod',
    )
  })

  it('prints nothing without rows and no header where none is wanted', () => {
    expect(printTable(tableOf('pods', [], AT))).toBe('')
    expect(printTable(tableOf('namespaces', [], AT), { noHeaders: true })).toBe('')
    expect(printTable(tableOf('pods', [POD], AT), { noHeaders: true })).not.toContain('NAME')
  })
})

describe('kubectl get --watch', () => {
  it('widens columns for good, from the row on that needs it', () => {
    const rows = (one: Pod) => tableOf('pods', [one], AT)
    const first = printNextRows(rows(POD))
    const second = printNextRows(rows(pod('web-1', CREATING)), {}, first.widths)
    const third = printNextRows(rows(POD), {}, second.widths)
    expect(first.text + second.text + third.text).toBe(
      'NAME                       READY   STATUS    RESTARTS   AGE\n' +
        'web-app-7c9d69dbc7-5mxpc   1/1     Running   0          11s\n' +
        'web-1                      0/1     ContainerCreating   0          11s\n' +
        'web-app-7c9d69dbc7-5mxpc   1/1     Running             0          11s\n',
    )
  })
})

describe('the STATUS of a pod', () => {
  it('is what its container waits for rather than its phase', () => {
    expect(statusOf(pod('a', CREATING))).toBe('ContainerCreating')
  })
  it('is Terminating once it is deleted, whatever its containers say', () => {
    expect(statusOf(pod('a', CREATING, true))).toBe('Terminating')
  })
  it('is the reason that the pod itself gives, where containers give none', () => {
    // As in the source of 1.20: an evicted pod has no container statuses.
    expect(statusOf(pod('a', { phase: 'Failed', reason: 'Evicted', containerStatuses: [] }))).toBe(
      'Evicted',
    )
  })
  it('tells in today’s release alone when a container restarted last', () => {
    const again = pod('a', {
      containerStatuses: [
        {
          ...CREATING.containerStatuses[0],
          restartCount: 3,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { exitCode: 1, finishedAt: '2026-11-24T21:06:59Z' } },
        },
      ],
    })
    expect(tableOf('pods', [again], AT).rows[0]?.cells[3]).toBe('3')
    expect(tableOf('pods', [again], { ...AT, profile: '1.33' }).rows[0]?.cells[3]).toBe(
      '3 (41s ago)',
    )
  })
})

describe('the addresses of a Service', () => {
  const endpoints = (...ready: readonly number[]): Endpoints => ({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { ...SERVICE.metadata },
    subsets: [
      {
        addresses: ready.map((last) => ({ ip: `10.244.0.${last}` })),
        ports: [{ port: 80 }],
      },
    ],
  })
  const cell = (one: Endpoints): unknown => tableOf('endpoints', [one], AT).rows[0]?.cells[1]

  it('are three and a count of the rest', () => {
    expect(cell(endpoints(1, 2, 3))).toBe('10.244.0.1:80,10.244.0.2:80,10.244.0.3:80')
    expect(cell(endpoints(1, 2, 3, 4, 5))).toBe(
      '10.244.0.1:80,10.244.0.2:80,10.244.0.3:80 + 2 more...',
    )
  })
  it('are blank while pods are not ready and <none> when there is no pod', () => {
    expect(cell(endpoints())).toBe('')
    expect(cell({ ...endpoints(), subsets: [] })).toBe('<none>')
  })
})
