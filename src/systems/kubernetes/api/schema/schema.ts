import type { ProfileName } from '../../resources.ts'
import { CLUSTER } from './cluster.ts'
import { CONTAINERS } from './containers.ts'
import { META } from './meta.ts'
import { type FieldType, type Models, type ModelText, typeFrom } from './model.ts'
import { PODS } from './pods.ts'
import { SERVICES } from './services.ts'
import { WORKLOADS } from './workloads.ts'

const MODELS: Models = {
  ...META,
  ...CONTAINERS,
  ...PODS,
  ...WORKLOADS,
  ...SERVICES,
  ...CLUSTER,
}

/** A field of a kind or of a part of one. */
export interface Field extends FieldType {
  readonly name: string
}

/** A kind, or a part of one, with its fields in the order of their names. */
export interface Model {
  readonly name: string
  /** As messages name it: `io.k8s.api.apps.v1.DeploymentSpec`. */
  readonly fullName: string
  readonly fields: readonly Field[]
}

/** Groups whose kinds 1.20 served as a beta. */
const BETA_GROUPS: readonly string[] = ['policy', 'discovery.k8s.io']

/** Fields that came after 1.20, by model. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  PodSpec: ['hostUsers', 'os', 'resourceClaims', 'resources', 'schedulingGates'],
  Container: ['resizePolicy', 'restartPolicy'],
  Probe: ['grpc', 'terminationGracePeriodSeconds'],
  LifecycleHandler: ['sleep'],
  Lifecycle: ['stopSignal'],
  ResourceRequirements: ['claims'],
  VolumeMount: ['recursiveReadOnly'],
  Volume: ['image'],
  TopologySpreadConstraint: [
    'matchLabelKeys',
    'minDomains',
    'nodeAffinityPolicy',
    'nodeTaintsPolicy',
  ],
  PodAffinityTerm: ['matchLabelKeys', 'mismatchLabelKeys', 'namespaceSelector'],
  ServiceSpec: ['internalTrafficPolicy', 'loadBalancerClass', 'trafficDistribution'],
  PodDisruptionBudgetSpec: ['unhealthyPodEvictionPolicy'],
  Endpoint: ['deprecatedTopology', 'zone'],
  DeploymentStatus: ['terminatingReplicas'],
  ReplicaSetStatus: ['terminatingReplicas'],
}

/** Fields that were gone by 1.33. */
const GONE: Readonly<Record<string, readonly string[]>> = {
  Endpoint: ['topology'],
}

function fullNameOf(name: string, home: string, profile: ProfileName): string {
  if (home === 'meta/v1') return `io.k8s.apimachinery.pkg.apis.meta.v1.${name}`
  if (home === 'v1') return `io.k8s.api.core.v1.${name}`
  const [group = '', version] = home.split('/')
  const served = version ?? (BETA_GROUPS.includes(group) && profile === '1.20' ? 'v1beta1' : 'v1')
  return `io.k8s.api.${group.replace('.k8s.io', '')}.${served}.${name}`
}

function modelFrom(profile: ProfileName, name: string, text: ModelText): Model {
  const unknown = (profile === '1.20' ? LATER : GONE)[name] ?? []
  const fields = Object.entries(text.fields)
    .filter(([field]) => !unknown.includes(field))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([field, type]) => ({ name: field, ...typeFrom(type) }))
  return { name, fullName: fullNameOf(name, text.home, profile), fields }
}

const modelsOf = (profile: ProfileName): Readonly<Record<string, Model>> =>
  Object.fromEntries(
    Object.entries(MODELS).map(([name, text]) => [name, modelFrom(profile, name, text)]),
  )

const BY_PROFILE: Readonly<Record<ProfileName, Readonly<Record<string, Model>>>> = {
  '1.20': modelsOf('1.20'),
  '1.33': modelsOf('1.33'),
}

/** A model as a release knows it; none of that name is undefined. */
export function modelOf(profile: ProfileName, name: string): Model | undefined {
  const models = BY_PROFILE[profile]
  return Object.hasOwn(models, name) ? models[name] : undefined
}

/** The names of all models. */
export const modelNames: readonly string[] = Object.keys(MODELS).toSorted()

/** The field of that name. */
export const fieldOf = (model: Model, name: string): Field | undefined =>
  model.fields.find((field) => field.name === name)
