import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'v1'

/** Nodes, namespaces, and the rules of the whole cluster. */
export const CLUSTER: Models = {
  Namespace: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'NamespaceSpec',
      status: 'NamespaceStatus',
    },
  },
  NamespaceSpec: {
    home: HOME,
    fields: { finalizers: '[]string' },
  },
  NamespaceStatus: {
    home: HOME,
    fields: {
      conditions: '[]any@type',
      phase: 'string',
    },
  },
  Node: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'NodeSpec',
      status: 'NodeStatus',
    },
  },
  NodeSpec: {
    home: HOME,
    fields: {
      configSource: 'any',
      externalID: 'string',
      podCIDR: 'string',
      podCIDRs: '[]string',
      providerID: 'string',
      taints: '[]Taint',
      unschedulable: 'boolean',
    },
  },
  Taint: {
    home: HOME,
    fields: {
      effect: 'string!',
      key: 'string!',
      timeAdded: 'Time',
      value: 'string',
    },
  },
  NodeStatus: {
    home: HOME,
    fields: {
      addresses: '[]any@type',
      allocatable: 'map:Quantity',
      capacity: 'map:Quantity',
      conditions: '[]NodeCondition@type',
      config: 'any',
      daemonEndpoints: 'any',
      features: 'any',
      images: '[]any',
      nodeInfo: 'any',
      phase: 'string',
      runtimeHandlers: '[]any',
      volumesAttached: '[]any',
      volumesInUse: '[]string',
    },
  },
  NodeCondition: {
    home: HOME,
    fields: {
      lastHeartbeatTime: 'Time',
      lastTransitionTime: 'Time',
      message: 'string',
      reason: 'string',
      status: 'string!',
      type: 'string!',
    },
  },
  Lease: {
    home: 'coordination.k8s.io/v1',
    fields: { ...TOP, spec: 'LeaseSpec' },
  },
  LeaseSpec: {
    home: 'coordination.k8s.io/v1',
    fields: {
      acquireTime: 'Time',
      holderIdentity: 'string',
      leaseDurationSeconds: 'integer',
      leaseTransitions: 'integer',
      preferredHolder: 'string',
      renewTime: 'Time',
      strategy: 'string',
    },
  },
  PriorityClass: {
    home: 'scheduling.k8s.io/v1',
    fields: {
      ...TOP,
      description: 'string',
      globalDefault: 'boolean',
      preemptionPolicy: 'string',
      value: 'integer!',
    },
  },
  PodDisruptionBudget: {
    home: 'policy',
    fields: {
      ...TOP,
      spec: 'PodDisruptionBudgetSpec',
      status: 'PodDisruptionBudgetStatus',
    },
  },
  PodDisruptionBudgetSpec: {
    home: 'policy',
    fields: {
      maxUnavailable: 'IntOrString',
      minAvailable: 'IntOrString',
      selector: 'LabelSelector',
      unhealthyPodEvictionPolicy: 'string',
    },
  },
  PodDisruptionBudgetStatus: {
    home: 'policy',
    fields: {
      conditions: '[]Condition@type',
      currentHealthy: 'integer!',
      desiredHealthy: 'integer!',
      disruptedPods: 'map:string',
      disruptionsAllowed: 'integer!',
      expectedPods: 'integer!',
      observedGeneration: 'integer',
    },
  },
}
