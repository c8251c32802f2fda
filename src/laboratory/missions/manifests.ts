/** What of the shop's checkout a mission wants otherwise; each a piece of YAML on one line. */
interface Wanted {
  readonly replicas: number
  readonly image?: string
  /** The field `strategy`, as a flow mapping. */
  readonly strategy?: string
  /** Lines of the pod template's `spec`, each of them a field. */
  readonly pod?: readonly string[]
  /** Lines of the container. */
  readonly container?: readonly string[]
}

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => `${' '.repeat(by)}${line}\n`).join('')

/** A Deployment of the shop's checkout and the Service before it. */
export const checkout = ({ replicas, image, strategy, pod = [], container = [] }: Wanted): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: checkout
spec:
  replicas: ${replicas}
${strategy === undefined ? '' : `  strategy: ${strategy}\n`}  selector:
    matchLabels:
      app: checkout
  template:
    metadata:
      labels:
        app: checkout
    spec:
${indented(pod, 6)}      containers:
        - name: checkout
          image: ${image ?? 'shop/checkout:1'}
          ports:
            - containerPort: 8080
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8080
            periodSeconds: 3
${indented(container, 10)}---
apiVersion: v1
kind: Service
metadata:
  name: checkout
spec:
  selector:
    app: checkout
  ports:
    - port: 80
      targetPort: 8080
`

/** A budget for the checkout: `minAvailable: 2` or the like. */
export const budget = (wants: string): string =>
  `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: checkout
spec:
  ${wants}
  selector:
    matchLabels:
      app: checkout
`

/** One after the other in one file. */
export const together = (...manifests: readonly string[]): string => manifests.join('---\n')

/** Keeps a Deployment's pods on nodes of their own, where `required`; else where it can. */
export const APART = {
  required: [
    'affinity:',
    '  podAntiAffinity:',
    '    requiredDuringSchedulingIgnoredDuringExecution:',
    '      - topologyKey: kubernetes.io/hostname',
    '        labelSelector: {matchLabels: {app: checkout}}',
  ],
  preferred: [
    'affinity:',
    '  podAntiAffinity:',
    '    preferredDuringSchedulingIgnoredDuringExecution:',
    '      - weight: 100',
    '        podAffinityTerm:',
    '          topologyKey: kubernetes.io/hostname',
    '          labelSelector: {matchLabels: {app: checkout}}',
  ],
} as const

/** Spreads a Deployment's pods over zones, each revision for itself, and rather waits than breaks it. */
export const OVER_ZONES = [
  'topologySpreadConstraints:',
  '  - maxSkew: 1',
  '    topologyKey: topology.kubernetes.io/zone',
  '    whenUnsatisfiable: DoNotSchedule',
  '    labelSelector: {matchLabels: {app: checkout}}',
  '    matchLabelKeys: [pod-template-hash]',
] as const

/** Spreads a Deployment's pods over nodes, each revision for itself, and rather waits than breaks it. */
export const OVER_NODES = OVER_ZONES.map((line) =>
  line.replace('topology.kubernetes.io/zone', 'kubernetes.io/hostname'),
)

/** Work that can wait: pods that answer nobody and take room. */
export const reports = (replicas: number, cpu: string): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: reports
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: reports
  template:
    metadata:
      labels:
        app: reports
    spec:
      containers:
        - name: reports
          image: busybox:1.36
          command: [sleep, infinity]
          resources: {requests: {cpu: ${cpu}}}
`
