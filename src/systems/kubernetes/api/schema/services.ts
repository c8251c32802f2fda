import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'v1'
const SLICES = 'discovery.k8s.io'

const REFERENCE = {
  apiVersion: ['string', 'Its group and version.'],
  fieldPath: ['string', 'The part of it that is meant.'],
  kind: ['string', 'Its kind.'],
  name: ['string', 'Its name.'],
  namespace: ['string', 'Its namespace.'],
  resourceVersion: ['string', 'Its version.'],
  uid: ['string', 'Its identifier.'],
} as const

/** Services and the addresses behind them. */
export const SERVICES: Models = {
  Service: {
    home: HOME,
    about: 'One steady address for pods that come and go.',
    fields: {
      ...TOP,
      spec: ['ServiceSpec', 'What is wanted.'],
      status: ['any', 'What it got from outside.'],
    },
  },
  ServiceSpec: {
    home: HOME,
    about: 'Which pods a Service leads to, and how.',
    fields: {
      allocateLoadBalancerNodePorts: [
        'boolean',
        'Whether a load balancer needs ports of the nodes.',
      ],
      clusterIP: ['string', 'Its address; the server picks one. None asks for no address.'],
      clusterIPs: ['[]string', 'Its addresses.'],
      externalIPs: ['[]string', 'Addresses of nodes that take its requests too.'],
      externalName: ['string', 'The name that it stands for.'],
      externalTrafficPolicy: [
        'string',
        'Whether requests from outside stay on their node: Cluster or Local.',
      ],
      healthCheckNodePort: ['integer', 'Where nodes say whether they have pods of it.'],
      internalTrafficPolicy: [
        'string',
        'Whether requests from inside stay on their node: Cluster or Local.',
      ],
      ipFamilies: ['[]string', 'IPv4, IPv6 or both.'],
      ipFamilyPolicy: ['string', 'How many families of addresses it has.'],
      loadBalancerClass: ['string', 'Who makes its load balancer.'],
      loadBalancerIP: ['string', 'The address that its load balancer should get.'],
      loadBalancerSourceRanges: ['[]string', 'Who may reach its load balancer.'],
      ports: ['[]ServicePort@port', 'The ports that it answers at.'],
      publishNotReadyAddresses: ['boolean', 'Whether pods that are not ready get requests too.'],
      selector: ['map:string', 'The labels of the pods that it leads to.'],
      sessionAffinity: ['string', 'Whether a client stays with its pod: None or ClientIP.'],
      sessionAffinityConfig: ['any', 'For how long a client stays with its pod.'],
      trafficDistribution: ['string', 'Which pods are preferred, such as PreferClose.'],
      type: ['string', 'ClusterIP, NodePort, LoadBalancer or ExternalName.'],
    },
  },
  ServicePort: {
    home: HOME,
    about: 'A port of a Service.',
    fields: {
      appProtocol: ['string', 'What is spoken there.'],
      name: ['string', 'Its name; needed where there are several.'],
      nodePort: ['integer', 'The port of every node that leads to it.'],
      port: ['integer!', 'Its number.'],
      protocol: ['string', 'TCP, UDP or SCTP.'],
      targetPort: [
        'IntOrString',
        'The port of the pods, by number or name; its own number if absent.',
      ],
    },
  },
  Endpoints: {
    home: HOME,
    about: 'The addresses behind a Service in one object; slices have taken its place.',
    fields: { ...TOP, subsets: ['[]EndpointSubset', 'Addresses that share their ports.'] },
  },
  EndpointSubset: {
    home: HOME,
    about: 'Addresses that share their ports.',
    fields: {
      addresses: ['[]EndpointAddress', 'Those that are ready.'],
      notReadyAddresses: ['[]EndpointAddress', 'Those that are not.'],
      ports: ['[]EndpointPort', 'Their ports.'],
    },
  },
  EndpointAddress: {
    home: HOME,
    about: 'An address behind a Service.',
    fields: {
      hostname: ['string', 'Its host name.'],
      ip: ['string!', 'The address.'],
      nodeName: ['string', 'The node that it is on.'],
      targetRef: ['ObjectReference', 'The pod that it belongs to.'],
    },
  },
  EndpointPort: {
    home: HOME,
    about: 'A port behind a Service.',
    fields: {
      appProtocol: ['string', 'What is spoken there.'],
      name: ['string', 'The name of the port of the Service.'],
      port: ['integer', 'Its number.'],
      protocol: ['string', 'TCP, UDP or SCTP.'],
    },
  },
  EndpointSlice: {
    home: SLICES,
    about: 'Some of the addresses behind a Service.',
    fields: {
      ...TOP,
      addressType: ['string!', 'IPv4, IPv6 or FQDN.'],
      endpoints: ['[]Endpoint!', 'The addresses, and how they are.'],
      ports: ['[]EndpointPort', 'Their ports.'],
    },
  },
  Endpoint: {
    home: SLICES,
    about: 'One pod behind a Service.',
    fields: {
      addresses: ['[]string!', 'Its addresses.'],
      conditions: ['EndpointConditions', 'Whether it may get requests.'],
      deprecatedTopology: ['map:string', 'Where it is, as the beta said it.'],
      hints: ['any', 'For which zones it is meant.'],
      hostname: ['string', 'Its host name.'],
      nodeName: ['string', 'The node that it is on.'],
      targetRef: ['ObjectReference', 'The pod itself.'],
      topology: ['map:string', 'Where it is, as the beta said it.'],
      zone: ['string', 'The zone that it is in.'],
    },
  },
  EndpointConditions: {
    home: SLICES,
    about: 'Whether an endpoint may get requests.',
    fields: {
      ready: ['boolean', 'It serves and is not ending.'],
      serving: ['boolean', 'It serves, ending or not.'],
      terminating: ['boolean', 'It is ending.'],
    },
  },
  ObjectReference: { home: HOME, about: 'Which object is meant.', fields: REFERENCE },
  Event: {
    home: HOME,
    about: 'Something that happened to an object; kept for a while.',
    fields: {
      ...TOP,
      action: ['string', 'What was done.'],
      count: ['integer', 'How often it happened.'],
      eventTime: ['Time', 'When it happened.'],
      firstTimestamp: ['Time', 'When it happened first.'],
      involvedObject: ['ObjectReference!', 'To what it happened.'],
      lastTimestamp: ['Time', 'When it happened last.'],
      message: ['string', 'What happened, in words.'],
      reason: ['string', 'What happened, in one word.'],
      related: ['ObjectReference', 'What else it is about.'],
      reportingComponent: ['string', 'Who says so.'],
      reportingInstance: ['string', 'Which of them says so.'],
      series: ['any', 'How often, in the new form.'],
      source: ['any', 'Who says so, in the old form.'],
      type: ['string', 'Normal or Warning.'],
    },
  },
}
