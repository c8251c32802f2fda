import { canonicalQuantity, quantityMillis } from '../../quantity.ts'
import type { Container, Probe, ResourceList } from '../../objects.ts'
import {
  duplicate,
  type FieldError,
  forbiddenField,
  invalid,
  notSupported,
  required,
} from './field-error.ts'
import { labelNameProblems } from './names.ts'
import { nonNegative, portName, portNumber, portNumberOrName } from './numbers.ts'

const PROTOCOLS = ['SCTP', 'TCP', 'UDP']
const STANDARD = ['cpu', 'memory', 'ephemeral-storage']

/** A protocol of a port. */
export const protocolErrors = (protocol: string | undefined, field: string) =>
  protocol === undefined || PROTOCOLS.includes(protocol)
    ? []
    : [notSupported(field, protocol, PROTOCOLS)]

function portErrors(ports: NonNullable<Container['ports']>, field: string): readonly FieldError[] {
  return ports.flatMap(({ name, containerPort, protocol }, index) => {
    const at = `${field}[${index}]`
    const named = name === undefined || name === '' ? [] : portName(name, `${at}.name`)
    const again =
      name !== undefined && name !== '' && ports.slice(0, index).some((one) => one.name === name)
    return [
      ...named,
      ...(again ? [duplicate(`${at}.name`, name)] : []),
      ...(containerPort === undefined || containerPort === 0
        ? [required(`${at}.containerPort`)]
        : portNumber(containerPort, `${at}.containerPort`)),
      ...protocolErrors(protocol, `${at}.protocol`),
    ]
  })
}

function resourceListErrors(list: ResourceList | undefined, field: string): readonly FieldError[] {
  return Object.entries(list ?? {}).flatMap(([name, amount]) => {
    const at = `${field}[${name}]`
    const known = STANDARD.includes(name) || name.startsWith('hugepages-') || name.includes('/')
    return [
      ...(known
        ? []
        : [
            invalid(at, name, 'must be a standard resource type or fully qualified'),
            invalid(at, name, 'must be a standard resource for containers'),
          ]),
      ...(quantityMillis(amount) < 0
        ? [invalid(at, canonicalQuantity(amount), 'must be greater than or equal to 0')]
        : []),
    ]
  })
}

function resourceErrors(
  { limits, requests }: NonNullable<Container['resources']>,
  field: string,
): readonly FieldError[] {
  const above = Object.entries(requests ?? {}).flatMap(([name, amount]) => {
    const limit = limits?.[name]
    return limit !== undefined && quantityMillis(amount) > quantityMillis(limit)
      ? [
          invalid(
            `${field}.requests`,
            canonicalQuantity(amount),
            `must be less than or equal to ${name} limit of ${canonicalQuantity(limit)}`,
          ),
        ]
      : []
  })
  return [
    ...resourceListErrors(limits, `${field}.limits`),
    ...resourceListErrors(requests, `${field}.requests`),
    ...above,
  ]
}

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const

function probeErrors(
  probe: Probe | undefined,
  field: string,
  { onlyOneSuccess }: { readonly onlyOneSuccess: boolean },
): readonly FieldError[] {
  if (!probe) return []
  const handlers = HANDLERS.filter((one) => one in probe)
  const { httpGet, tcpSocket, exec, successThreshold } = probe
  const numbers = [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ] as const
  return [
    ...(handlers.length === 0 ? [required(field, 'must specify a handler type')] : []),
    ...handlers
      .slice(1)
      .map((one) => forbiddenField(`${field}.${one}`, 'may not specify more than 1 handler type')),
    ...(exec && (exec.command ?? []).length === 0 ? [required(`${field}.exec.command`)] : []),
    ...(httpGet ? portNumberOrName(httpGet.port, `${field}.httpGet.port`) : []),
    ...(tcpSocket ? portNumberOrName(tcpSocket.port, `${field}.tcpSocket.port`) : []),
    ...numbers.flatMap((name) => nonNegative(probe[name], `${field}.${name}`)),
    ...(onlyOneSuccess && successThreshold !== undefined && successThreshold !== 1
      ? [invalid(`${field}.successThreshold`, successThreshold, 'must be 1')]
      : []),
  ]
}

const ENV_RULE =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')"

const envErrors = (env: NonNullable<Container['env']>, field: string): readonly FieldError[] =>
  env.flatMap(({ name }, index) => {
    const at = `${field}[${index}].name`
    if (name === undefined || name === '') return [required(at)]
    return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) ? [] : [invalid(at, name, ENV_RULE)]
  })

function containerErrors(container: Container, at: string): readonly FieldError[] {
  const { name, image, imagePullPolicy: policy } = container
  const policies = ['Always', 'IfNotPresent', 'Never']
  return [
    ...(name === undefined || name === ''
      ? [required(`${at}.name`)]
      : labelNameProblems(name).map((problem) => invalid(`${at}.name`, name, problem))),
    ...(image === undefined || image === '' ? [required(`${at}.image`)] : []),
    ...(image !== undefined && image.trim() !== image
      ? [invalid(`${at}.image`, image, 'must not have leading or trailing whitespace')]
      : []),
    ...portErrors(container.ports ?? [], `${at}.ports`),
    ...envErrors(container.env ?? [], `${at}.env`),
    ...(policy === undefined || policies.includes(policy)
      ? []
      : [notSupported(`${at}.imagePullPolicy`, policy, policies)]),
    ...resourceErrors(container.resources ?? {}, `${at}.resources`),
    ...probeErrors(container.livenessProbe, `${at}.livenessProbe`, { onlyOneSuccess: true }),
    ...probeErrors(container.readinessProbe, `${at}.readinessProbe`, { onlyOneSuccess: false }),
    ...probeErrors(container.startupProbe, `${at}.startupProbe`, { onlyOneSuccess: true }),
  ]
}

/** The containers of a pod. */
export function containersErrors(
  containers: readonly Container[] | undefined,
  field: string,
): readonly FieldError[] {
  if (!containers || containers.length === 0) return [required(field)]
  return containers.flatMap((container, index) => {
    const at = `${field}[${index}]`
    const again = containers.slice(0, index).some(({ name }) => name === container.name)
    return [
      ...containerErrors(container, at),
      ...(again ? [duplicate(`${at}.name`, container.name)] : []),
    ]
  })
}
