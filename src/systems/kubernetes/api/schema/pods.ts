import { TOP } from './meta.ts'
import type { Models } from './model.ts'

const HOME = 'v1'

/** The same for what a pod is to be near to and for what it is to be far from. */
const NEARNESS = {
  home: HOME,
  fields: {
    preferredDuringSchedulingIgnoredDuringExecution: '[]WeightedPodAffinityTerm',
    requiredDuringSchedulingIgnoredDuringExecution: '[]PodAffinityTerm',
  },
} as const

/** Pods, their templates and where they may run. */
export const PODS: Models = {
  Pod: {
    home: HOME,
    fields: {
      ...TOP,
      spec: 'PodSpec',
      status: 'PodStatus',
    },
  },
  PodTemplateSpec: {
    home: HOME,
    fields: {
      metadata: 'ObjectMeta',
      spec: 'PodSpec',
    },
  },
  PodSpec: {
    home: HOME,
    fields: {
      activeDeadlineSeconds: 'integer',
      affinity: 'Affinity',
      automountServiceAccountToken: 'boolean',
      containers: '[]Container@name!',
      dnsConfig: 'any',
      dnsPolicy: 'string',
      enableServiceLinks: 'boolean',
      ephemeralContainers: '[]any',
      hostAliases: '[]any',
      hostIPC: 'boolean',
      hostNetwork: 'boolean',
      hostPID: 'boolean',
      hostUsers: 'boolean',
      hostname: 'string',
      imagePullSecrets: '[]any',
      initContainers: '[]Container@name',
      nodeName: 'string',
      nodeSelector: 'map:string',
      os: 'any',
      overhead: 'map:Quantity',
      preemptionPolicy: 'string',
      priority: 'integer',
      priorityClassName: 'string',
      readinessGates: '[]any',
      resourceClaims: '[]any',
      resources: 'ResourceRequirements',
      restartPolicy: 'string',
      runtimeClassName: 'string',
      schedulerName: 'string',
      schedulingGates: '[]any',
      securityContext: 'any',
      serviceAccount: 'string',
      serviceAccountName: 'string',
      setHostnameAsFQDN: 'boolean',
      shareProcessNamespace: 'boolean',
      subdomain: 'string',
      terminationGracePeriodSeconds: 'integer',
      tolerations: '[]Toleration',
      topologySpreadConstraints: '[]TopologySpreadConstraint@topologyKey',
      volumes: '[]Volume@name',
    },
  },
  Volume: {
    home: HOME,
    fields: {
      configMap: 'any',
      csi: 'any',
      downwardAPI: 'any',
      emptyDir: 'any',
      ephemeral: 'any',
      hostPath: 'any',
      image: 'any',
      name: 'string!',
      nfs: 'any',
      persistentVolumeClaim: 'any',
      projected: 'any',
      secret: 'any',
    },
  },
  Toleration: {
    home: HOME,
    fields: {
      effect: 'string',
      key: 'string',
      operator: 'string',
      tolerationSeconds: 'integer',
      value: 'string',
    },
  },
  TopologySpreadConstraint: {
    home: HOME,
    fields: {
      labelSelector: 'LabelSelector',
      matchLabelKeys: '[]string',
      maxSkew: 'integer!',
      minDomains: 'integer',
      nodeAffinityPolicy: 'string',
      nodeTaintsPolicy: 'string',
      topologyKey: 'string!',
      whenUnsatisfiable: 'string!',
    },
  },
  Affinity: {
    home: HOME,
    fields: {
      nodeAffinity: 'NodeAffinity',
      podAffinity: 'PodAffinity',
      podAntiAffinity: 'PodAntiAffinity',
    },
  },
  NodeAffinity: {
    home: HOME,
    fields: {
      preferredDuringSchedulingIgnoredDuringExecution: '[]PreferredSchedulingTerm',
      requiredDuringSchedulingIgnoredDuringExecution: 'NodeSelector',
    },
  },
  NodeSelector: {
    home: HOME,
    fields: { nodeSelectorTerms: '[]NodeSelectorTerm!' },
  },
  NodeSelectorTerm: {
    home: HOME,
    fields: {
      matchExpressions: '[]NodeSelectorRequirement',
      matchFields: '[]NodeSelectorRequirement',
    },
  },
  NodeSelectorRequirement: {
    home: HOME,
    fields: {
      key: 'string!',
      operator: 'string!',
      values: '[]string',
    },
  },
  PreferredSchedulingTerm: {
    home: HOME,
    fields: {
      preference: 'NodeSelectorTerm!',
      weight: 'integer!',
    },
  },
  PodAffinity: NEARNESS,
  PodAntiAffinity: NEARNESS,
  PodAffinityTerm: {
    home: HOME,
    fields: {
      labelSelector: 'LabelSelector',
      matchLabelKeys: '[]string',
      mismatchLabelKeys: '[]string',
      namespaceSelector: 'LabelSelector',
      namespaces: '[]string',
      topologyKey: 'string!',
    },
  },
  WeightedPodAffinityTerm: {
    home: HOME,
    fields: {
      podAffinityTerm: 'PodAffinityTerm!',
      weight: 'integer!',
    },
  },
  PodStatus: {
    home: HOME,
    fields: {
      conditions: '[]PodCondition@type',
      containerStatuses: '[]ContainerStatus',
      ephemeralContainerStatuses: '[]any',
      hostIP: 'string',
      hostIPs: '[]any',
      initContainerStatuses: '[]ContainerStatus',
      message: 'string',
      nominatedNodeName: 'string',
      observedGeneration: 'integer',
      phase: 'string',
      podIP: 'string',
      podIPs: '[]any',
      qosClass: 'string',
      reason: 'string',
      resize: 'string',
      startTime: 'Time',
    },
  },
  PodCondition: {
    home: HOME,
    fields: {
      lastProbeTime: 'Time',
      lastTransitionTime: 'Time',
      message: 'string',
      observedGeneration: 'integer',
      reason: 'string',
      status: 'string!',
      type: 'string!',
    },
  },
  ContainerStatus: {
    home: HOME,
    fields: {
      allocatedResources: 'map:Quantity',
      containerID: 'string',
      image: 'string!',
      imageID: 'string!',
      lastState: 'ContainerState',
      name: 'string!',
      ready: 'boolean!',
      resources: 'ResourceRequirements',
      restartCount: 'integer!',
      started: 'boolean',
      state: 'ContainerState',
      volumeMounts: '[]any',
    },
  },
  ContainerState: {
    home: HOME,
    fields: {
      running: 'any',
      terminated: 'any',
      waiting: 'any',
    },
  },
}
