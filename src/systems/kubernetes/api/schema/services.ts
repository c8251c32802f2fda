import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'v1'
const SLICES = 'discovery.k8s.io'

const REFERENCE = {
  apiVersion: 'string',
  fieldPath: 'string',
  kind: 'string',
  name: 'string',
  namespace: 'string',
  resourceVersion: 'string',
  uid: 'string',
} as const

/** Services and the addresses behind them. */
export const SERVICES: Models = {
  Service: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'ServiceSpec',
      status: 'any',
    },
  },
  ServiceSpec: {
    home: HOME,
    fields: {
      allocateLoadBalancerNodePorts: 'boolean',
      clusterIP: 'string',
      clusterIPs: '[]string',
      externalIPs: '[]string',
      externalName: 'string',
      externalTrafficPolicy: 'string',
      healthCheckNodePort: 'integer',
      internalTrafficPolicy: 'string',
      ipFamilies: '[]string',
      ipFamilyPolicy: 'string',
      loadBalancerClass: 'string',
      loadBalancerIP: 'string',
      loadBalancerSourceRanges: '[]string',
      ports: '[]ServicePort@port',
      publishNotReadyAddresses: 'boolean',
      selector: 'map:string',
      sessionAffinity: 'string',
      sessionAffinityConfig: 'any',
      trafficDistribution: 'string',
      type: 'string',
    },
  },
  ServicePort: {
    home: HOME,
    fields: {
      appProtocol: 'string',
      name: 'string',
      nodePort: 'integer',
      port: 'integer!',
      protocol: 'string',
      targetPort: 'IntOrString',
    },
  },
  Endpoints: {
    home: HOME,
    fields: { ...TOP, subsets: '[]EndpointSubset' },
  },
  EndpointSubset: {
    home: HOME,
    fields: {
      addresses: '[]EndpointAddress',
      notReadyAddresses: '[]EndpointAddress',
      ports: '[]EndpointPort',
    },
  },
  EndpointAddress: {
    home: HOME,
    fields: {
      hostname: 'string',
      ip: 'string!',
      nodeName: 'string',
      targetRef: 'ObjectReference',
    },
  },
  EndpointPort: {
    home: HOME,
    fields: {
      appProtocol: 'string',
      name: 'string',
      port: 'integer',
      protocol: 'string',
    },
  },
  EndpointSlice: {
    home: SLICES,
    fields: {
      ...TOP,
      addressType: 'string!',
      endpoints: '[]Endpoint!',
      ports: '[]EndpointPort',
    },
  },
  Endpoint: {
    home: SLICES,
    fields: {
      addresses: '[]string!',
      conditions: 'EndpointConditions',
      deprecatedTopology: 'map:string',
      hints: 'any',
      hostname: 'string',
      nodeName: 'string',
      targetRef: 'ObjectReference',
      topology: 'map:string',
      zone: 'string',
    },
  },
  EndpointConditions: {
    home: SLICES,
    fields: {
      ready: 'boolean',
      serving: 'boolean',
      terminating: 'boolean',
    },
  },
  ObjectReference: { home: HOME, fields: REFERENCE },
  Event: {
    home: HOME,
    fields: {
      ...TOP,
      action: 'string',
      count: 'integer',
      eventTime: 'Time',
      firstTimestamp: 'Time',
      involvedObject: 'ObjectReference!',
      lastTimestamp: 'Time',
      message: 'string',
      reason: 'string',
      related: 'ObjectReference',
      reportingComponent: 'string',
      reportingInstance: 'string',
      series: 'any',
      source: 'any',
      type: 'string',
    },
  },
}
