import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'v1'

/** Nodes, namespaces, and the rules of the whole cluster. */
export const CLUSTER: Models = {
  Namespace: {
    home: HOME,
    about: 'A space for names.',
    fields: {
      ...TOP,
      spec: ['NamespaceSpec', 'What has to happen before it goes.'],
      status: ['NamespaceStatus', 'Whether it is being deleted.'],
    },
  },
  NamespaceSpec: {
    home: HOME,
    about: 'What has to happen before a namespace goes.',
    fields: { finalizers: ['[]string', 'Who still has to clean up.'] },
  },
  NamespaceStatus: {
    home: HOME,
    about: 'Whether a namespace is being deleted.',
    fields: {
      conditions: ['[]any@type', 'What holds its deletion up.'],
      phase: ['string', 'Active or Terminating.'],
    },
  },
  Node: {
    home: HOME,
    about: 'A machine that runs pods.',
    fields: {
      ...TOP,
      spec: ['NodeSpec', 'How it is to be used.'],
      status: ['NodeStatus', 'How it is, as its kubelet says.'],
    },
  },
  NodeSpec: {
    home: HOME,
    about: 'How a node is to be used.',
    fields: {
      configSource: ['any', 'No longer used.'],
      externalID: ['string', 'No longer used.'],
      podCIDR: ['string', 'The addresses of its pods.'],
      podCIDRs: ['[]string', 'The addresses of its pods, of each family.'],
      providerID: ['string', 'What its provider calls it.'],
      taints: ['[]Taint', 'What pods have to put up with there.'],
      unschedulable: ['boolean', 'Whether new pods are kept off it; kubectl cordon sets it.'],
    },
  },
  Taint: {
    home: HOME,
    about: 'What keeps pods off a node, or drives them away.',
    fields: {
      effect: ['string!', 'NoSchedule, PreferNoSchedule or NoExecute.'],
      key: ['string!', 'Its key.'],
      timeAdded: ['Time', 'When it was added; for NoExecute alone.'],
      value: ['string', 'Its value.'],
    },
  },
  NodeStatus: {
    home: HOME,
    about: 'How a node is.',
    fields: {
      addresses: ['[]any@type', 'Where it is reached.'],
      allocatable: ['map:Quantity', 'What pods can have of it.'],
      capacity: ['map:Quantity', 'What it has.'],
      conditions: ['[]NodeCondition@type', 'Whether it is ready or short of something.'],
      config: ['any', 'No longer used.'],
      daemonEndpoints: ['any', 'Where its kubelet listens.'],
      features: ['any', 'What it can do.'],
      images: ['[]any', 'Images that it has.'],
      nodeInfo: ['any', 'Versions and identifiers.'],
      phase: ['string', 'No longer used.'],
      runtimeHandlers: ['[]any', 'What can run containers there.'],
      volumesAttached: ['[]any', 'Volumes that are attached.'],
      volumesInUse: ['[]string', 'Volumes that are used.'],
    },
  },
  NodeCondition: {
    home: HOME,
    about: 'One aspect of how a node is.',
    fields: {
      lastHeartbeatTime: ['Time', 'When its kubelet wrote it last.'],
      lastTransitionTime: ['Time', 'When its status changed last.'],
      message: ['string', 'The reason in words.'],
      reason: ['string', 'Why, in one word.'],
      status: ['string!', 'True, False or Unknown.'],
      type: ['string!', 'Ready, MemoryPressure, DiskPressure, PIDPressure.'],
    },
  },
  Lease: {
    home: 'coordination.k8s.io/v1',
    about: 'A claim that has to be renewed; kubelets say by it that they live.',
    fields: { ...TOP, spec: ['LeaseSpec', 'Who holds it, and since when.'] },
  },
  LeaseSpec: {
    home: 'coordination.k8s.io/v1',
    about: 'Who holds a lease, and since when.',
    fields: {
      acquireTime: ['Time', 'Since when it is held.'],
      holderIdentity: ['string', 'Who holds it.'],
      leaseDurationSeconds: ['integer', 'How long it holds without being renewed.'],
      leaseTransitions: ['integer', 'How often it changed hands.'],
      preferredHolder: ['string', 'Who should hold it.'],
      renewTime: ['Time', 'When it was renewed last.'],
      strategy: ['string', 'How its holder is chosen.'],
    },
  },
  PriorityClass: {
    home: 'scheduling.k8s.io/v1',
    about: 'A name for how important pods are.',
    fields: {
      ...TOP,
      description: ['string', 'When to use it.'],
      globalDefault: ['boolean', 'Whether pods without a class get it.'],
      preemptionPolicy: [
        'string',
        'Whether its pods may push others out: PreemptLowerPriority or Never.',
      ],
      value: ['integer!', 'The priority; more is more important.'],
    },
  },
  PodDisruptionBudget: {
    home: 'policy',
    about:
      'How many pods of a kind may be taken away at once on purpose. It holds evictions up, not failures.',
    fields: {
      ...TOP,
      spec: ['PodDisruptionBudgetSpec', 'What is wanted.'],
      status: ['PodDisruptionBudgetStatus', 'What may go now.'],
    },
  },
  PodDisruptionBudgetSpec: {
    home: 'policy',
    about: 'How many pods must stay, or may go.',
    fields: {
      maxUnavailable: ['IntOrString', 'So many may be missing; excludes minAvailable.'],
      minAvailable: ['IntOrString', 'So many must be there; excludes maxUnavailable.'],
      selector: ['LabelSelector', 'Which pods.'],
      unhealthyPodEvictionPolicy: [
        'string',
        'When pods that are not ready may go: IfHealthyBudget or AlwaysAllow.',
      ],
    },
  },
  PodDisruptionBudgetStatus: {
    home: 'policy',
    about: 'What may go now.',
    fields: {
      conditions: ['[]Condition@type', 'Whether the count is right.'],
      currentHealthy: ['integer!', 'Pods that are ready.'],
      desiredHealthy: ['integer!', 'Pods that must be.'],
      disruptedPods: ['map:string', 'Pods that were let go and may still be there, and when.'],
      disruptionsAllowed: ['integer!', 'How many may go now.'],
      expectedPods: ['integer!', 'Pods that are counted.'],
      observedGeneration: ['integer', 'The generation that its controller has seen.'],
    },
  },
}
