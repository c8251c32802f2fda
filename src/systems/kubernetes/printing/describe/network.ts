import type { Endpoints, EndpointSlice, Service, ServicePort } from '../../objects.ts'
import { labelsText } from '../table.ts'
import { eventLines } from './events.ts'
import { annotationLines, labelLines } from './lines.ts'
import type { DescribeContext, Lines } from './lines.ts'

const SHOWN = 3

/** The ready addresses behind one port of a Service, by its slices. */
function addressesText(slices: readonly EndpointSlice[], { name = '' }: ServicePort): string {
  const shown: string[] = []
  let ready = 0
  let more = false
  for (const { ports, endpoints } of slices)
    for (const port of (ports ?? []).filter((one) => (one.name ?? '') === name))
      for (const { addresses, conditions } of endpoints ?? []) {
        // kubectl says that there are more as soon as anything follows, ready or not.
        more ||= shown.length === SHOWN
        if (!conditions.ready) continue
        ready += addresses.length
        if (!more) shown.push(...addresses.map((address) => `${address}:${port.port}`))
      }
  if (ready === 0) return ''
  return more ? `${shown.join(',')} + ${ready - SHOWN} more...` : shown.join(',')
}

/** The slices of a Service; kubectl asks for a version of them that 1.20 does not serve. */
const slicesOf = (
  { metadata }: Service,
  { related, profile }: DescribeContext,
): readonly EndpointSlice[] =>
  profile === '1.20'
    ? []
    : related
        .list('endpointslices', metadata.namespace)
        .filter((slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name)

function portLines(port: ServicePort, slices: readonly EndpointSlice[]): Lines {
  const { protocol = 'TCP', targetPort = 0, nodePort } = port
  const name = port.name ? port.name : '<unset>'
  return [
    `Port:\t${name}\t${port.port}/${protocol}`,
    `TargetPort:\t${targetPort}/${protocol}`,
    ...(nodePort ? [`NodePort:\t${name}\t${nodePort}/${protocol}`] : []),
    `Endpoints:\t${slices.length === 0 ? '<none>' : addressesText(slices, port)}`,
  ]
}

/** The description of a Service. */
export function describeService(service: Service, context: DescribeContext): Lines {
  const { metadata, spec } = service
  const slices = slicesOf(service, context)
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Selector:\t${labelsText(spec.selector)}`,
    `Type:\t${spec.type ?? ''}`,
    ...(spec.ipFamilyPolicy ? [`IP Family Policy:\t${spec.ipFamilyPolicy}`] : []),
    `IP Families:\t${spec.ipFamilies?.join(',') ?? '<none>'}`,
    `IP:\t${spec.clusterIP ?? ''}`,
    `IPs:\t${spec.clusterIPs?.join(',') ?? '<none>'}`,
    ...(spec.ports ?? []).flatMap((port) => portLines(port, slices)),
    `Session Affinity:\t${spec.sessionAffinity ?? ''}`,
    ...(spec.externalTrafficPolicy
      ? [`External Traffic Policy:\t${spec.externalTrafficPolicy}`]
      : []),
    ...(spec.internalTrafficPolicy
      ? [`Internal Traffic Policy:\t${spec.internalTrafficPolicy}`]
      : []),
    ...eventLines(service, context),
  ]
}

/** The description of an Endpoints object. */
export function describeEndpoints(endpoints: Endpoints, context: DescribeContext): Lines {
  const { metadata, subsets = [] } = endpoints
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    'Subsets:',
    ...subsets.flatMap(({ addresses = [], notReadyAddresses = [], ports = [] }) => [
      `  Addresses:\t${addresses.map(({ ip }) => ip).join(',') || '<none>'}`,
      `  NotReadyAddresses:\t${notReadyAddresses.map(({ ip }) => ip).join(',') || '<none>'}`,
      ...(ports.length === 0
        ? []
        : ['  Ports:', '    Name\tPort\tProtocol', '    ----\t----\t--------']),
      ...ports.map(
        ({ name, port, protocol = 'TCP' }) =>
          `    ${name ? name : '<unset>'}\t${port}\t${protocol}`,
      ),
      '',
    ]),
    ...eventLines(endpoints, context),
  ]
}

function endpointLines({
  addresses,
  conditions,
  targetRef,
  nodeName = '<unset>',
  zone = '<unset>',
}: EndpointSlice['endpoints'][number]): Lines {
  return [
    `  - Addresses:\t${addresses.join(', ')}`,
    '    Conditions:',
    `      Ready:\t${conditions.ready}`,
    '    Hostname:\t<unset>',
    ...(targetRef ? [`    TargetRef:\t${targetRef.kind}/${targetRef.name}`] : []),
    `    NodeName:\t${nodeName}`,
    `    Zone:\t${zone}`,
  ]
}

/** The description of an endpoint slice. */
export function describeSlice(slice: EndpointSlice, context: DescribeContext): Lines {
  const { metadata } = slice
  const ports = slice.ports ?? []
  const endpoints = slice.endpoints ?? []
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? ''}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `AddressType:\t${slice.addressType}`,
    ...(ports.length === 0
      ? ['Ports: <unset>']
      : ['Ports:', '  Name\tPort\tProtocol', '  ----\t----\t--------']),
    ...ports.map(
      ({ name, port, protocol = 'TCP' }) => `  ${name ? name : '<unset>'}\t${port}\t${protocol}`,
    ),
    ...(endpoints.length === 0 ? ['Endpoints: <none>'] : ['Endpoints:']),
    ...endpoints.flatMap(endpointLines),
    ...eventLines(slice, context),
  ]
}
