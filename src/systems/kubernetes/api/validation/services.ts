import type { Service, ServicePort } from '../../objects.ts'
import { protocolErrors } from './containers.ts'
import {
  duplicate,
  type FieldError,
  invalid,
  notSupported,
  Printed,
  required,
} from './field-error.ts'
import { labelErrors, labelNameProblems } from './names.ts'
import { portNumber, portNumberOrName } from './numbers.ts'

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']

function portErrors(
  port: ServicePort,
  at: string,
  before: readonly ServicePort[],
  nameNeeded: boolean,
): readonly FieldError[] {
  const { name = '' } = port
  const nameErrors =
    name === ''
      ? nameNeeded
        ? [required(`${at}.name`)]
        : []
      : [
          ...labelNameProblems(name).map((problem) => invalid(`${at}.name`, name, problem)),
          ...(before.some((one) => one.name === name) ? [duplicate(`${at}.name`, name)] : []),
        ]
  return [
    ...nameErrors,
    ...portNumber(port.port ?? 0, `${at}.port`),
    ...protocolErrors(port.protocol, `${at}.protocol`),
    ...(port.targetPort === undefined ? [] : portNumberOrName(port.targetPort, `${at}.targetPort`)),
  ]
}

/** A Service's spec. */
export function serviceErrors({ spec }: Service, before?: Service): readonly FieldError[] {
  const { ports = [], clusterIP, type } = spec
  const old = before?.spec.clusterIP
  return [
    ...(ports.length === 0 && clusterIP !== 'None' ? [required('spec.ports')] : []),
    ...(type === undefined || TYPES.includes(type) ? [] : [notSupported('spec.type', type, TYPES)]),
    ...ports.flatMap((port, index) =>
      portErrors(port, `spec.ports[${index}]`, ports.slice(0, index), ports.length > 1),
    ),
    ...labelErrors(spec.selector, 'spec.selector'),
    ...(old !== undefined && clusterIP !== old
      ? [
          invalid(
            'spec.clusterIPs[0]',
            new Printed(`[]string{${JSON.stringify(clusterIP ?? '')}}`),
            'may not change once set',
          ),
        ]
      : []),
  ]
}
