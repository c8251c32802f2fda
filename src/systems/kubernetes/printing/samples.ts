import type { Deployment, EndpointSlice, Node, Pod, ReplicaSet, Service } from '../objects.ts'

/** Objects of the recorded session on the seed's laboratory, for the tests of printing. */

/** When the recorded descriptions were made, in milliseconds of the run. */
export const DESCRIBED_MS = 38_400

const meta = (name: string, namespace?: string) => ({
  name,
  uid: `uid-of-${name}`,
  resourceVersion: '7',
  creationTimestamp: '2026-11-24T21:07:29Z',
  ...(namespace === undefined ? {} : { namespace }),
})

const probe = (initialDelaySeconds: number, periodSeconds: number) => ({
  httpGet: { path: '/', port: 80, scheme: 'HTTP' },
  initialDelaySeconds,
  timeoutSeconds: 1,
  periodSeconds,
  successThreshold: 1,
  failureThreshold: 3,
})

const NGINX = {
  name: 'nginx',
  image: 'nginx:alpine',
  ports: [{ containerPort: 80, protocol: 'TCP' }],
  resources: { requests: { cpu: '50m', memory: '64Mi' } },
  livenessProbe: probe(5, 5),
  readinessProbe: probe(2, 3),
}

const evicted = (key: string) =>
  ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }) as const

/** The pod that session s1 describes. */
export const POD: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    ...meta('web-app-7c9d69dbc7-5mxpc', 'redundancy-lab'),
    labels: { app: 'web-app', 'pod-template-hash': '7c9d69dbc7' },
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        name: 'web-app-7c9d69dbc7',
        uid: 'uid-of-web-app-7c9d69dbc7',
        controller: true,
      },
    ],
  },
  spec: {
    containers: [
      {
        ...NGINX,
        volumeMounts: [
          {
            name: 'default-token-wrdm2',
            mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
            readOnly: true,
          },
        ],
      },
    ],
    nodeName: 'node-2',
    priority: 0,
    serviceAccountName: 'default',
    tolerations: [
      evicted('node.kubernetes.io/not-ready'),
      evicted('node.kubernetes.io/unreachable'),
    ],
    volumes: [
      {
        name: 'default-token-wrdm2',
        secret: { secretName: 'default-token-wrdm2', defaultMode: 420 },
      },
    ],
  },
  status: {
    phase: 'Running',
    qosClass: 'Burstable',
    hostIP: '192.168.49.3',
    podIP: '10.244.1.10',
    podIPs: [{ ip: '10.244.1.10' }],
    startTime: '2026-11-24T21:07:29Z',
    conditions: [
      { type: 'Initialized', status: 'True' },
      { type: 'Ready', status: 'True' },
      { type: 'ContainersReady', status: 'True' },
      { type: 'PodScheduled', status: 'True' },
    ],
    containerStatuses: [
      {
        name: 'nginx',
        image: 'nginx:alpine',
        imageID: '',
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: '2026-11-24T21:07:34Z' } },
        lastState: {},
      },
    ],
  },
}

const TEMPLATE = { metadata: { labels: { app: 'web-app' } }, spec: { containers: [NGINX] } }

/** The Deployment that session s1 describes. */
export const DEPLOYMENT: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    ...meta('web-app', 'redundancy-lab'),
    creationTimestamp: '2026-11-24T21:07:03Z',
    generation: 1,
    annotations: {
      'deployment.kubernetes.io/revision': '1',
      'kubectl.kubernetes.io/last-applied-configuration': '{"apiVersion":"apps/v1"}\n',
    },
  },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web-app' } },
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    },
    template: TEMPLATE,
  },
  status: {
    replicas: 3,
    updatedReplicas: 3,
    readyReplicas: 3,
    availableReplicas: 3,
    conditions: [
      { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
      { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' },
    ],
  },
}

/** The replica set of that Deployment. */
export const REPLICA_SET: ReplicaSet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    ...meta('web-app-7c9d69dbc7', 'redundancy-lab'),
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web-app',
        uid: 'uid-of-web-app',
        controller: true,
      },
    ],
  },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web-app', 'pod-template-hash': '7c9d69dbc7' } },
    template: {
      ...TEMPLATE,
      metadata: { labels: { app: 'web-app', 'pod-template-hash': '7c9d69dbc7' } },
    },
  },
  status: { replicas: 3, readyReplicas: 3, availableReplicas: 3 },
}

/** The Service that session s1 describes. */
export const SERVICE: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta('web-app', 'redundancy-lab'),
  spec: {
    type: 'ClusterIP',
    clusterIP: '10.96.149.118',
    clusterIPs: ['10.96.149.118'],
    selector: { app: 'web-app' },
    ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
    sessionAffinity: 'None',
  },
  status: {},
}

/** Its slice. */
export const SLICE: EndpointSlice = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    ...meta('web-app-bkh4s', 'redundancy-lab'),
    labels: { 'kubernetes.io/service-name': 'web-app' },
  },
  addressType: 'IPv4',
  ports: [{ name: '', port: 80, protocol: 'TCP' }],
  endpoints: ['10.244.0.4', '10.244.2.3', '10.244.1.2'].map((address) => ({
    addresses: [address],
    conditions: { ready: true },
  })),
}

const condition = (type: string, status: 'True' | 'False', reason: string, message: string) => ({
  type,
  status,
  reason,
  message,
  lastHeartbeatTime: '2026-11-24T21:07:29Z',
  lastTransitionTime: '2026-11-24T21:06:59Z',
})

const SIZE = { cpu: '2', memory: '2Gi', pods: '110' }

/** The node on which the pod runs, in the words in which session s1 describes its first. */
export const NODE: Node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    ...meta('node-2'),
    creationTimestamp: '2026-11-24T21:06:59Z',
    labels: { 'kubernetes.io/hostname': 'node-2', 'topology.kubernetes.io/zone': 'zone-b' },
    annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
  },
  spec: { podCIDR: '10.244.1.0/24', podCIDRs: ['10.244.1.0/24'] },
  status: {
    capacity: SIZE,
    allocatable: SIZE,
    addresses: [
      { type: 'InternalIP', address: '192.168.49.3' },
      { type: 'Hostname', address: 'node-2' },
    ],
    conditions: [
      condition(
        'MemoryPressure',
        'False',
        'KubeletHasSufficientMemory',
        'kubelet has sufficient memory available',
      ),
      condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
    ],
    nodeInfo: { kernelVersion: '6.1.0', kubeletVersion: 'v1.20.2' },
  },
}
