import type { Endpoints, EndpointSlice, Service, ServicePort } from '../objects.ts'
import { ageOf, columnsOf, labelsText } from './table.ts'
import type { TableForm } from './table.ts'

/** How many addresses a cell names before it only counts them. */
const SHOWN = 3

/** The first three of a list, and how many more there are. */
const firstFew = (all: readonly string[]): string => {
  const shown = all.slice(0, SHOWN).join(',')
  return all.length > SHOWN ? `${shown} + ${all.length - SHOWN} more...` : shown
}

/**
 * The addresses of an Endpoints object with their ports; `<none>` without subsets, blank where a
 * subset has nothing ready.
 */
function endpointsText({ subsets = [] }: Endpoints): string {
  if (subsets.length === 0) return '<none>'
  const all = subsets.flatMap(({ addresses = [], ports = [] }) =>
    ports.length === 0
      ? addresses.map(({ ip }) => ip)
      : ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`)),
  )
  return firstFew(all)
}

const portText = ({ port, nodePort, protocol = 'TCP' }: ServicePort): string =>
  nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`

/** The table of services. */
export const SERVICES: TableForm<Service> = {
  columns: columnsOf('Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', 'Selector*'),
  cells: (service, context) => [
    service.metadata.name,
    service.spec.type ?? 'ClusterIP',
    service.spec.clusterIPs?.[0] ?? service.spec.clusterIP ?? '<none>',
    // Nothing in the laboratory gives a Service an address outside.
    service.spec.type === 'LoadBalancer' ? '<pending>' : '<none>',
    (service.spec.ports ?? []).map(portText).join(',') || '<none>',
    ageOf(service, context),
    labelsText(service.spec.selector),
  ],
}

/** The table of Endpoints objects. */
export const ENDPOINTS: TableForm<Endpoints> = {
  columns: columnsOf('Name', 'Endpoints', 'Age'),
  cells: (endpoints, context) => [
    endpoints.metadata.name,
    endpointsText(endpoints),
    ageOf(endpoints, context),
  ],
}

/** The table of endpoint slices. */
export const SLICES: TableForm<EndpointSlice> = {
  columns: columnsOf('Name', 'AddressType', 'Ports', 'Endpoints', 'Age'),
  cells: (slice, context) => [
    slice.metadata.name,
    slice.addressType,
    firstFew((slice.ports ?? []).map(({ port }) => String(port))) || '<unset>',
    firstFew((slice.endpoints ?? []).flatMap(({ addresses }) => addresses)) || '<unset>',
    ageOf(slice, context),
  ],
}
