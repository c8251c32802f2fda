/**
 * The objects of the cluster as its API shows them: the fields this laboratory gives a meaning to.
 * Names, nesting and units are those of Kubernetes; times are RFC 3339 in whole seconds, as stored.
 */

export type Labels = Readonly<Record<string, string>>

/** RFC 3339 in UTC, whole seconds: `2026-11-24T21:07:29Z`. */
export type Timestamp = string

/** A count, or a percentage such as `25%`. */
export type IntOrString = number | string

export interface OwnerReference {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string
  readonly controller?: boolean
  readonly blockOwnerDeletion?: boolean
}

export interface ObjectMeta {
  readonly name: string
  readonly generateName?: string
  /** Absent for what belongs to no namespace. */
  readonly namespace?: string
  readonly uid: string
  readonly resourceVersion: string
  /** Counts changes of the spec; absent for kinds that do not count them. */
  readonly generation?: number
  readonly creationTimestamp: Timestamp
  readonly deletionTimestamp?: Timestamp
  readonly deletionGracePeriodSeconds?: number
  readonly labels?: Labels
  readonly annotations?: Labels
  readonly ownerReferences?: readonly OwnerReference[]
  readonly finalizers?: readonly string[]
}

interface KubeBase {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
}

export interface SelectorRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'
  readonly values?: readonly string[]
}

export interface LabelSelector {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly SelectorRequirement[]
}

export interface Condition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason?: string
  readonly message?: string
  readonly lastTransitionTime?: Timestamp | null
  readonly lastUpdateTime?: Timestamp
  readonly lastHeartbeatTime?: Timestamp
  readonly lastProbeTime?: Timestamp | null
  readonly observedGeneration?: number
}

/* Nodes */

export type TaintEffect = 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'

export interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: TaintEffect
  readonly timeAdded?: Timestamp
}

/** Quantities by resource name, as written: `{ cpu: '500m', memory: '64Mi' }`. */
export type ResourceList = Readonly<Record<string, string>>

export interface Node extends KubeBase {
  readonly spec: {
    readonly podCIDR?: string
    readonly podCIDRs?: readonly string[]
    readonly taints?: readonly Taint[]
    readonly unschedulable?: boolean
  }
  readonly status: {
    readonly capacity?: ResourceList
    readonly allocatable?: ResourceList
    readonly conditions?: readonly Condition[]
    readonly addresses?: readonly { readonly type: string; readonly address: string }[]
    readonly nodeInfo?: Readonly<Record<string, string>>
    readonly images?: readonly { readonly names: readonly string[]; readonly sizeBytes: number }[]
  }
}

/** What a node's kubelet renews to say that it lives. */
export interface Lease extends KubeBase {
  readonly spec: {
    readonly holderIdentity?: string
    readonly leaseDurationSeconds?: number
    readonly acquireTime?: Timestamp
    readonly renewTime?: Timestamp
  }
}

/* Pods */

export interface Probe {
  readonly httpGet?: {
    readonly path?: string
    readonly port: IntOrString
    readonly scheme?: string
  }
  readonly tcpSocket?: { readonly port: IntOrString }
  readonly exec?: { readonly command?: readonly string[] }
  readonly initialDelaySeconds?: number
  readonly timeoutSeconds?: number
  readonly periodSeconds?: number
  readonly successThreshold?: number
  readonly failureThreshold?: number
}

export interface Container {
  readonly name: string
  readonly image: string
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never'
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: readonly { readonly name: string; readonly value?: string }[]
  readonly ports?: readonly {
    readonly name?: string
    readonly containerPort: number
    readonly hostPort?: number
    readonly protocol?: string
  }[]
  readonly resources?: { readonly requests?: ResourceList; readonly limits?: ResourceList }
  readonly readinessProbe?: Probe
  readonly livenessProbe?: Probe
  readonly startupProbe?: Probe
  readonly lifecycle?: {
    readonly preStop?: {
      readonly sleep?: { readonly seconds: number }
      readonly exec?: { readonly command?: readonly string[] }
    }
  }
  readonly terminationMessagePath?: string
  readonly terminationMessagePolicy?: string
  readonly volumeMounts?: readonly {
    readonly name: string
    readonly mountPath: string
    readonly readOnly?: boolean
    readonly subPath?: string
  }[]
}

export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly SelectorRequirement[]
  readonly matchFields?: readonly SelectorRequirement[]
}

export interface PodAffinityTerm {
  readonly labelSelector?: LabelSelector
  readonly namespaces?: readonly string[]
  readonly topologyKey: string
  readonly matchLabelKeys?: readonly string[]
}

export interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[]
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number
    readonly podAffinityTerm: PodAffinityTerm
  }[]
}

export interface Affinity {
  readonly nodeAffinity?: {
    readonly requiredDuringSchedulingIgnoredDuringExecution?: {
      readonly nodeSelectorTerms: readonly NodeSelectorTerm[]
    }
    readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
      readonly weight: number
      readonly preference: NodeSelectorTerm
    }[]
  }
  readonly podAffinity?: PodAffinity
  readonly podAntiAffinity?: PodAffinity
}

export interface Toleration {
  readonly key?: string
  readonly operator?: 'Exists' | 'Equal'
  readonly value?: string
  readonly effect?: TaintEffect
  readonly tolerationSeconds?: number
}

export interface TopologySpreadConstraint {
  readonly maxSkew: number
  readonly topologyKey: string
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway'
  readonly labelSelector?: LabelSelector
  readonly matchLabelKeys?: readonly string[]
  readonly minDomains?: number
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore'
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore'
}

/** Where a pod's files come from, by the kind of the source: `{ name: 'tmp', emptyDir: {} }`. */
export interface Volume {
  readonly name: string
  readonly secret?: {
    readonly secretName?: string
    readonly defaultMode?: number
    readonly optional?: boolean
  }
  readonly configMap?: { readonly name?: string; readonly defaultMode?: number }
  readonly emptyDir?: { readonly medium?: string; readonly sizeLimit?: string }
  readonly hostPath?: { readonly path: string; readonly type?: string }
  readonly projected?: {
    readonly defaultMode?: number
    readonly sources: readonly {
      readonly serviceAccountToken?: { readonly expirationSeconds: number; readonly path: string }
      readonly configMap?: {
        readonly name: string
        readonly items?: readonly { readonly key: string; readonly path: string }[]
      }
      readonly downwardAPI?: {
        readonly items: readonly {
          readonly path: string
          readonly fieldRef: { readonly apiVersion?: string; readonly fieldPath: string }
        }[]
      }
    }[]
  }
}

export interface PodSpec {
  readonly containers: readonly Container[]
  readonly volumes?: readonly Volume[]
  readonly nodeName?: string
  readonly nodeSelector?: Labels
  readonly affinity?: Affinity
  readonly tolerations?: readonly Toleration[]
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[]
  readonly terminationGracePeriodSeconds?: number
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never'
  readonly priorityClassName?: string
  readonly priority?: number
  readonly schedulerName?: string
  readonly serviceAccountName?: string
  /** The old name of `serviceAccountName`; the server writes both. */
  readonly serviceAccount?: string
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never'
  readonly enableServiceLinks?: boolean
  readonly dnsPolicy?: string
  readonly securityContext?: Readonly<Record<string, unknown>>
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string }
  readonly running?: { readonly startedAt: Timestamp }
  readonly terminated?: {
    readonly exitCode: number
    readonly reason?: string
    readonly message?: string
    readonly startedAt?: Timestamp
    readonly finishedAt?: Timestamp
  }
}

export interface ContainerStatus {
  readonly name: string
  readonly image: string
  readonly imageID: string
  readonly ready: boolean
  readonly started?: boolean
  readonly restartCount: number
  readonly containerID?: string
  readonly state: ContainerState
  readonly lastState: ContainerState
}

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown'

export interface PodStatus {
  readonly phase: PodPhase
  readonly reason?: string
  readonly message?: string
  readonly conditions?: readonly Condition[]
  readonly hostIP?: string
  readonly podIP?: string
  readonly podIPs?: readonly { readonly ip: string }[]
  readonly startTime?: Timestamp
  readonly containerStatuses?: readonly ContainerStatus[]
  readonly nominatedNodeName?: string
  readonly qosClass?: 'Guaranteed' | 'Burstable' | 'BestEffort'
}

export interface Pod extends KubeBase {
  readonly spec: PodSpec
  readonly status: PodStatus
}

export interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Labels
    readonly annotations?: Labels
    /** The server writes out that a template was never created. */
    readonly creationTimestamp?: null
  }
  readonly spec: PodSpec
}

/* Workloads */

export interface ReplicaSet extends KubeBase {
  readonly spec: {
    readonly replicas: number
    readonly minReadySeconds?: number
    readonly selector: LabelSelector
    readonly template: PodTemplate
  }
  readonly status: {
    readonly replicas: number
    readonly fullyLabeledReplicas?: number
    readonly readyReplicas?: number
    readonly availableReplicas?: number
    readonly observedGeneration?: number
    readonly conditions?: readonly Condition[]
  }
}

export interface DeploymentStrategy {
  readonly type: 'RollingUpdate' | 'Recreate'
  readonly rollingUpdate?: {
    readonly maxSurge?: IntOrString
    readonly maxUnavailable?: IntOrString
  }
}

export interface Deployment extends KubeBase {
  readonly spec: {
    readonly replicas: number
    readonly selector: LabelSelector
    readonly template: PodTemplate
    readonly strategy: DeploymentStrategy
    readonly minReadySeconds?: number
    readonly revisionHistoryLimit?: number
    readonly progressDeadlineSeconds?: number
    readonly paused?: boolean
  }
  readonly status: {
    readonly observedGeneration?: number
    readonly replicas?: number
    readonly updatedReplicas?: number
    readonly readyReplicas?: number
    readonly availableReplicas?: number
    readonly unavailableReplicas?: number
    readonly collisionCount?: number
    readonly conditions?: readonly Condition[]
  }
}

/* Services */

export interface ServicePort {
  readonly name?: string
  readonly protocol?: string
  readonly port: number
  readonly targetPort?: IntOrString
  readonly nodePort?: number
}

export interface Service extends KubeBase {
  readonly spec: {
    readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer'
    readonly clusterIP?: string
    readonly clusterIPs?: readonly string[]
    readonly selector?: Labels
    readonly ports?: readonly ServicePort[]
    readonly sessionAffinity?: string
    readonly ipFamilies?: readonly string[]
    readonly ipFamilyPolicy?: string
    readonly internalTrafficPolicy?: string
    readonly externalTrafficPolicy?: string
    readonly publishNotReadyAddresses?: boolean
  }
  readonly status: Readonly<Record<string, unknown>>
}

export interface TargetRef {
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  readonly uid?: string
}

export interface EndpointPort {
  readonly name?: string
  readonly port: number
  readonly protocol?: string
}

export interface Endpoints extends KubeBase {
  readonly subsets?: readonly {
    readonly addresses?: readonly {
      readonly ip: string
      readonly nodeName?: string
      readonly targetRef?: TargetRef
    }[]
    readonly notReadyAddresses?: readonly {
      readonly ip: string
      readonly nodeName?: string
      readonly targetRef?: TargetRef
    }[]
    readonly ports?: readonly EndpointPort[]
  }[]
}

export interface EndpointSlice extends KubeBase {
  readonly addressType: 'IPv4'
  readonly endpoints: readonly {
    readonly addresses: readonly string[]
    readonly conditions: {
      readonly ready: boolean
      readonly serving?: boolean
      readonly terminating?: boolean
    }
    readonly nodeName?: string
    readonly zone?: string
    readonly targetRef?: TargetRef
  }[]
  readonly ports: readonly EndpointPort[]
}

/* Policy and the rest */

export interface PodDisruptionBudget extends KubeBase {
  readonly spec: {
    readonly minAvailable?: IntOrString
    readonly maxUnavailable?: IntOrString
    readonly selector?: LabelSelector
    readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow'
  }
  readonly status: {
    readonly currentHealthy: number
    readonly desiredHealthy: number
    readonly disruptionsAllowed: number
    readonly expectedPods: number
    readonly observedGeneration?: number
    /** When each evicted pod that still counts was let go. */
    readonly disruptedPods?: Readonly<Record<string, Timestamp>>
    readonly conditions?: readonly Condition[]
  }
}

export interface PriorityClass extends KubeBase {
  readonly value: number
  readonly globalDefault?: boolean
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never'
  readonly description?: string
}

export interface Namespace extends KubeBase {
  readonly spec: { readonly finalizers?: readonly string[] }
  readonly status: {
    readonly phase: 'Active' | 'Terminating'
    /** Only while it is being deleted: what is still in it. */
    readonly conditions?: readonly Condition[]
  }
}

export interface KubeEvent extends KubeBase {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly involvedObject: {
    readonly apiVersion?: string
    readonly kind: string
    readonly name: string
    readonly namespace?: string
    readonly uid?: string
    readonly fieldPath?: string
  }
  /** How often it was told; what the scheduler tells has a series instead. */
  readonly count?: number
  readonly series?: { readonly count: number; readonly lastObservedTime: Timestamp }
  /** Null for what is told by way of `events.k8s.io`, as the scheduler does: see `eventTime`. */
  readonly firstTimestamp: Timestamp | null
  readonly lastTimestamp: Timestamp | null
  readonly eventTime?: Timestamp
  readonly action?: string
  readonly reportingComponent?: string
  readonly reportingInstance?: string
  readonly source: { readonly component?: string; readonly host?: string }
}

/** The kind that each resource of the API holds. */
export interface Kinds {
  readonly namespaces: Namespace
  readonly nodes: Node
  readonly pods: Pod
  readonly replicasets: ReplicaSet
  readonly deployments: Deployment
  readonly services: Service
  readonly endpoints: Endpoints
  readonly endpointslices: EndpointSlice
  readonly poddisruptionbudgets: PodDisruptionBudget
  readonly leases: Lease
  readonly events: KubeEvent
  readonly priorityclasses: PriorityClass
}

export type Resource = keyof Kinds
export type KubeObject = Kinds[Resource]
