import type { Manual } from './manual.ts'

/** Nodes, namespaces, budgets and the rest. */
export const CLUSTER: Manual = {
  Namespace: {
    about: 'A space for names.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'What has to happen before it goes.',
      status: 'Whether it is being deleted.',
    },
  },
  NamespaceSpec: {
    about: 'What has to happen before a namespace goes.',
    fields: {
      finalizers: 'Who still has to clean up.',
    },
  },
  NamespaceStatus: {
    about: 'Whether a namespace is being deleted.',
    fields: {
      conditions: 'What holds its deletion up.',
      phase: 'Active or Terminating.',
    },
  },
  Node: {
    about: 'A machine that runs pods.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'How it is to be used.',
      status: 'How it is, as its kubelet says.',
    },
  },
  NodeSpec: {
    about: 'How a node is to be used.',
    fields: {
      configSource: 'No longer used.',
      externalID: 'No longer used.',
      podCIDR: 'The addresses of its pods.',
      podCIDRs: 'The addresses of its pods, of each family.',
      providerID: 'What its provider calls it.',
      taints: 'What pods have to put up with there.',
      unschedulable: 'Whether new pods are kept off it; kubectl cordon sets it.',
    },
  },
  Taint: {
    about: 'What keeps pods off a node, or drives them away.',
    fields: {
      effect: 'NoSchedule, PreferNoSchedule or NoExecute.',
      key: 'Its key.',
      timeAdded: 'When it was added; for NoExecute alone.',
      value: 'Its value.',
    },
  },
  NodeStatus: {
    about: 'How a node is.',
    fields: {
      addresses: 'Where it is reached.',
      allocatable: 'What pods can have of it.',
      capacity: 'What it has.',
      conditions: 'Whether it is ready or short of something.',
      config: 'No longer used.',
      daemonEndpoints: 'Where its kubelet listens.',
      features: 'What it can do.',
      images: 'Images that it has.',
      nodeInfo: 'Versions and identifiers.',
      phase: 'No longer used.',
      runtimeHandlers: 'What can run containers there.',
      volumesAttached: 'Volumes that are attached.',
      volumesInUse: 'Volumes that are used.',
    },
  },
  NodeCondition: {
    about: 'One aspect of how a node is.',
    fields: {
      lastHeartbeatTime: 'When its kubelet wrote it last.',
      lastTransitionTime: 'When its status changed last.',
      message: 'The reason in words.',
      reason: 'Why, in one word.',
      status: 'True, False or Unknown.',
      type: 'Ready, MemoryPressure, DiskPressure, PIDPressure.',
    },
  },
  Lease: {
    about: 'A claim that has to be renewed; kubelets say by it that they live.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'Who holds it, and since when.',
    },
  },
  LeaseSpec: {
    about: 'Who holds a lease, and since when.',
    fields: {
      acquireTime: 'Since when it is held.',
      holderIdentity: 'Who holds it.',
      leaseDurationSeconds: 'How long it holds without being renewed.',
      leaseTransitions: 'How often it changed hands.',
      preferredHolder: 'Who should hold it.',
      renewTime: 'When it was renewed last.',
      strategy: 'How its holder is chosen.',
    },
  },
  PriorityClass: {
    about: 'A name for how important pods are.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      description: 'When to use it.',
      globalDefault: 'Whether pods without a class get it.',
      preemptionPolicy: 'Whether its pods may push others out: PreemptLowerPriority or Never.',
      value: 'The priority; more is more important.',
    },
  },
  PodDisruptionBudget: {
    about:
      'How many pods of a kind may be taken away at once on purpose. It holds evictions up, not failures.',
    fields: {
      apiVersion: 'The group and version of the kind, such as apps/v1.',
      kind: 'What the object is.',
      metadata: 'Its name, labels and the like.',
      spec: 'What is wanted.',
      status: 'What may go now.',
    },
  },
  PodDisruptionBudgetSpec: {
    about: 'How many pods must stay, or may go.',
    fields: {
      maxUnavailable: 'So many may be missing; excludes minAvailable.',
      minAvailable: 'So many must be there; excludes maxUnavailable.',
      selector: 'Which pods.',
      unhealthyPodEvictionPolicy:
        'When pods that are not ready may go: IfHealthyBudget or AlwaysAllow.',
    },
  },
  PodDisruptionBudgetStatus: {
    about: 'What may go now.',
    fields: {
      conditions: 'Whether the count is right.',
      currentHealthy: 'Pods that are ready.',
      desiredHealthy: 'Pods that must be.',
      disruptedPods: 'Pods that were let go and may still be there, and when.',
      disruptionsAllowed: 'How many may go now.',
      expectedPods: 'Pods that are counted.',
      observedGeneration: 'The generation that its controller has seen.',
    },
  },
}
