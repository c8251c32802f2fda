import type { Container, ContainerState, ContainerStatus, Probe } from '../../objects.ts'
import { byText } from '../table.ts'
import { indented, timeText } from './lines.ts'
import type { Lines } from './lines.ts'

/** A probe in one line: `http-get http://:80/ delay=5s timeout=1s period=5s #success=1 #failure=3`. */
function probeText(probe: Probe): string {
  const numbers =
    `delay=${probe.initialDelaySeconds ?? 0}s timeout=${probe.timeoutSeconds ?? 0}s ` +
    `period=${probe.periodSeconds ?? 0}s #success=${probe.successThreshold ?? 0} ` +
    `#failure=${probe.failureThreshold ?? 0}`
  if (probe.exec) return `exec [${(probe.exec.command ?? []).join(' ')}] ${numbers}`
  if (probe.httpGet) {
    const { scheme = 'http', port, path = '' } = probe.httpGet
    const address = path === '' || path.startsWith('/') ? path : `/${path}`
    return `http-get ${scheme.toLowerCase()}://:${port}${address} ${numbers}`
  }
  if (probe.tcpSocket) return `tcp-socket :${probe.tcpSocket.port} ${numbers}`
  return `unknown ${numbers}`
}

function portLines({ ports = [] }: Container): Lines {
  const several = ports.length > 1 ? 's' : ''
  const inside = ports.map(({ containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol}`)
  const outside = ports.map(({ hostPort = 0, protocol = 'TCP' }) => `${hostPort}/${protocol}`)
  return [
    `Port${several}:\t${inside.join(', ') || '<none>'}`,
    `Host Port${several}:\t${outside.join(', ') || '<none>'}`,
  ]
}

const wordLines = (title: string, words: readonly string[] = []): Lines =>
  words.length === 0
    ? []
    : [
        `${title}:`,
        ...indented(
          1,
          words.flatMap((word) => word.split('\n')),
        ),
      ]

function stateLines(title: string, { running, waiting, terminated }: ContainerState): Lines {
  if (running) return [`${title}:\tRunning`, `  Started:\t${timeText(running.startedAt)}`]
  if (terminated)
    return [
      `${title}:\tTerminated`,
      ...(terminated.reason ? [`  Reason:\t${terminated.reason}`] : []),
      ...(terminated.message ? [`  Message:\t${terminated.message}`] : []),
      `  Exit Code:\t${terminated.exitCode}`,
      `  Started:\t${timeText(terminated.startedAt)}`,
      `  Finished:\t${timeText(terminated.finishedAt)}`,
    ]
  return [`${title}:\tWaiting`, ...(waiting?.reason ? [`  Reason:\t${waiting.reason}`] : [])]
}

const statusLines = (status: ContainerStatus): Lines => [
  ...stateLines('State', status.state),
  ...(status.lastState.terminated ? stateLines('Last State', status.lastState) : []),
  `Ready:\t${status.ready ? 'True' : 'False'}`,
  `Restart Count:\t${status.restartCount}`,
]

const amountLines = (title: string, amounts: Readonly<Record<string, string>> = {}): Lines => {
  const all = Object.entries(amounts).toSorted(([a], [b]) => byText(a, b))
  return all.length === 0
    ? []
    : [`${title}:`, ...all.map(([key, amount]) => `  ${key}:\t${amount}`)]
}

function environmentLines({ env = [] }: Container): Lines {
  if (env.length === 0) return ['Environment:\t<none>']
  return [
    'Environment:',
    ...env.flatMap(({ name, value = '' }) => {
      const [first = '', ...rest] = value.split('\n')
      return [`  ${name}:\t${first}`, ...rest.map((line) => `  \t${line}`)]
    }),
  ]
}

function mountLines({ volumeMounts = [] }: Container): Lines {
  if (volumeMounts.length === 0) return ['Mounts:\t<none>']
  const sorted = volumeMounts.toSorted((a, b) => byText(a.mountPath, b.mountPath))
  return [
    'Mounts:',
    ...sorted.map(
      ({ mountPath, name, readOnly = false }) =>
        `  ${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'})`,
    ),
  ]
}

const probeLines = (title: string, probe: Probe | undefined): Lines =>
  probe ? [`${title}:\t${probeText(probe)}`] : []

function containerLines(container: Container, status: ContainerStatus | undefined): Lines {
  return [
    ...(status ? [`Container ID:\t${status.containerID ?? ''}`] : []),
    `Image:\t${container.image}`,
    ...(status ? [`Image ID:\t${status.imageID}`] : []),
    ...portLines(container),
    ...wordLines('Command', container.command),
    ...wordLines('Args', container.args),
    ...(status ? statusLines(status) : []),
    ...amountLines('Limits', container.resources?.limits),
    ...amountLines('Requests', container.resources?.requests),
    ...probeLines('Liveness', container.livenessProbe),
    ...probeLines('Readiness', container.readinessProbe),
    ...probeLines('Startup', container.startupProbe),
    ...environmentLines(container),
    ...mountLines(container),
  ]
}

/**
 * The containers of a pod or of a template.
 *
 * @param statuses what the kubelet says of them; absent in a template, which is set one space deeper
 */
export function containersLines(
  containers: readonly Container[],
  statuses: readonly ContainerStatus[] | undefined,
  inTemplate: boolean,
): Lines {
  return [
    `${inTemplate ? '  ' : ''}Containers:`,
    ...containers.flatMap((container) => [
      `${inTemplate ? '   ' : '  '}${container.name}:`,
      ...indented(
        2,
        containerLines(
          container,
          statuses?.find(({ name }) => name === container.name),
        ),
      ),
    ]),
  ]
}
