// @vitest-environment node
// Expected texts are from the recorded session s1 where no other source is named.
import { describe, expect, it } from 'vitest'
import type { Kinds, KubeEvent, Resource } from '../../objects.ts'
import { DEPLOYMENT, DESCRIBED_MS, NODE, POD, REPLICA_SET, SERVICE, SLICE } from '../samples.ts'
import { describeObject } from './describe.ts'
import type { Related } from './lines.ts'

const event = (reason: string, message: string, more: Partial<KubeEvent> = {}): KubeEvent => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { ...POD.metadata, name: `${POD.metadata.name}.${reason}` },
  type: 'Normal',
  reason,
  message,
  involvedObject: { kind: 'Pod', name: POD.metadata.name, namespace: 'redundancy-lab' },
  count: 1,
  firstTimestamp: '2026-11-24T21:07:29Z',
  lastTimestamp: '2026-11-24T21:07:29Z',
  source: { component: 'kubelet' },
  ...more,
})

const EVENTS: readonly KubeEvent[] = [
  event('Started', 'Started container nginx'),
  event('Scheduled', 'Successfully assigned', {
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: '2026-11-24T21:07:29Z',
    source: {},
    reportingComponent: 'default-scheduler',
  }),
  event('Unhealthy', 'Readiness probe failed: HTTP probe failed', {
    type: 'Warning',
    count: 3,
    lastTimestamp: '2026-11-24T21:07:35Z',
  }),
]

/** A store with the events of the pod alone, and what else a description asks for. */
const holding = (objects: Partial<{ [R in Resource]: readonly Kinds[R][] }>): Related => ({
  list: (resource) => objects[resource] ?? [],
})

const AT = { nowMs: DESCRIBED_MS, profile: '1.20' } as const

describe('kubectl describe', () => {
  it('describes a pod with its containers, volumes, tolerations and events', () => {
    const text = describeObject('pods', POD, { ...AT, related: holding({ events: EVENTS }) })
    expect(text).toBe(
      `Name:             web-app-7c9d69dbc7-5mxpc
Namespace:        redundancy-lab
Priority:         0
Service Account:  default
Node:             node-2/192.168.49.3
Start Time:       Tue, 24 Nov 2026 21:07:29 +0000
Labels:           app=web-app
                  pod-template-hash=7c9d69dbc7
Annotations:      <none>
Status:           Running
IP:               10.244.1.10
IPs:
  IP:           10.244.1.10
Controlled By:  ReplicaSet/web-app-7c9d69dbc7
Containers:
  nginx:
    Container ID:   
    Image:          nginx:alpine
    Image ID:       
    Port:           80/TCP
    Host Port:      0/TCP
    State:          Running
      Started:      Tue, 24 Nov 2026 21:07:34 +0000
    Ready:          True
    Restart Count:  0
    Requests:
      cpu:        50m
      memory:     64Mi
    Liveness:     http-get http://:80/ delay=5s timeout=1s period=5s #success=1 #failure=3
    Readiness:    http-get http://:80/ delay=2s timeout=1s period=3s #success=1 #failure=3
    Environment:  <none>
    Mounts:
      /var/run/secrets/kubernetes.io/serviceaccount from default-token-wrdm2 (ro)
Conditions:
  Type              Status
  Initialized       True 
  Ready             True 
  ContainersReady   True 
  PodScheduled      True 
Volumes:
  default-token-wrdm2:
    Type:        Secret (a volume populated by a Secret)
    SecretName:  default-token-wrdm2
    Optional:    false
QoS Class:       Burstable
Node-Selectors:  <none>
Tolerations:     node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
                 node.kubernetes.io/unreachable:NoExecute op=Exists for 300s
Events:
  Type     Reason     Age              From               Message
  ----     ------     ----             ----               -------
  Normal   Scheduled  8s               default-scheduler  Successfully assigned
  Normal   Started    8s               kubelet            Started container nginx
  Warning  Unhealthy  2s (x3 over 8s)  kubelet            Readiness probe failed: HTTP probe failed
`,
    )
  })

  it('describes a Deployment with its template and its replica sets', () => {
    const related = holding({ replicasets: [REPLICA_SET] })
    expect(describeObject('deployments', DEPLOYMENT, { ...AT, related })).toBe(
      `Name:                   web-app
Namespace:              redundancy-lab
CreationTimestamp:      Tue, 24 Nov 2026 21:07:03 +0000
Labels:                 <none>
Annotations:            deployment.kubernetes.io/revision: 1
Selector:               app=web-app
Replicas:               3 desired | 3 updated | 3 total | 3 available | 0 unavailable
StrategyType:           RollingUpdate
MinReadySeconds:        0
RollingUpdateStrategy:  25% max unavailable, 25% max surge
Pod Template:
  Labels:  app=web-app
  Containers:
   nginx:
    Image:      nginx:alpine
    Port:       80/TCP
    Host Port:  0/TCP
    Requests:
      cpu:         50m
      memory:      64Mi
    Liveness:      http-get http://:80/ delay=5s timeout=1s period=5s #success=1 #failure=3
    Readiness:     http-get http://:80/ delay=2s timeout=1s period=3s #success=1 #failure=3
    Environment:   <none>
    Mounts:        <none>
  Volumes:         <none>
  Node-Selectors:  <none>
  Tolerations:     <none>
Conditions:
  Type           Status  Reason
  ----           ------  ------
  Progressing    True    NewReplicaSetAvailable
  Available      True    MinimumReplicasAvailable
OldReplicaSets:  <none>
NewReplicaSet:   web-app-7c9d69dbc7 (3/3 replicas created)
Events:          <none>
`,
    )
  })

  it('finds the addresses of a Service by slices that 1.20 does not serve', () => {
    const related = holding({ endpointslices: [SLICE] })
    const old = describeObject('services', SERVICE, { ...AT, related })
    expect(old).toBe(`Name:              web-app
Namespace:         redundancy-lab
Labels:            <none>
Annotations:       <none>
Selector:          app=web-app
Type:              ClusterIP
IP Families:       <none>
IP:                10.96.149.118
IPs:               10.96.149.118
Port:              <unset>  80/TCP
TargetPort:        80/TCP
Endpoints:         <none>
Session Affinity:  None
Events:            <none>
`)
    // Seen in kubectl 1.33 against a server that does.
    expect(describeObject('services', SERVICE, { ...AT, profile: '1.33', related })).toContain(
      'Endpoints:         10.244.0.4:80,10.244.2.3:80,10.244.1.2:80\n',
    )
  })

  it('adds up on a node what its pods ask for', () => {
    const text = describeObject('nodes', NODE, { ...AT, related: holding({ pods: [POD] }) })
    expect(text).toContain(`Conditions:
  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                       Message
  ----             ------  -----------------                 ------------------                ------                       -------
  MemoryPressure   False   Tue, 24 Nov 2026 21:07:29 +0000   Tue, 24 Nov 2026 21:06:59 +0000   KubeletHasSufficientMemory   kubelet has sufficient memory available
  Ready            True    Tue, 24 Nov 2026 21:07:29 +0000   Tue, 24 Nov 2026 21:06:59 +0000   KubeletReady                 kubelet is posting ready status
`)
    expect(text).toContain(`Non-terminated Pods:          (1 in total)
  Namespace                   Name                        CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age
  ---------                   ----                        ------------  ----------  ---------------  -------------  ---
  redundancy-lab              web-app-7c9d69dbc7-5mxpc    50m (2%)      0 (0%)      64Mi (3%)        0 (0%)         8s
Allocated resources:
  (Total limits may be over 100 percent, i.e., overcommitted.)
  Resource           Requests   Limits
  --------           --------   ------
  cpu                50m (2%)   0 (0%)
  memory             64Mi (3%)  0 (0%)
  ephemeral-storage  0 (0%)     0 (0%)
Events:              <none>
`)
  })
})
