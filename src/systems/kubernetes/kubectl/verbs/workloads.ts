import type {
  Deployment,
  KubeObject,
  Pod,
  PodSpec,
  PodTemplate,
  ReplicaSet,
} from '../../objects.ts'

/** Objects that have pods made out of a template. */
export type Workload = Deployment | ReplicaSet

/** An object as the Deployment it is, if it is one. */
export const asDeployment = (object: KubeObject): Deployment | undefined =>
  object.kind === 'Deployment' ? (object as Deployment) : undefined

/** An object as what makes pods out of a template, if it does. */
export const asWorkload = (object: KubeObject): Workload | undefined =>
  object.kind === 'Deployment' || object.kind === 'ReplicaSet' ? (object as Workload) : undefined

const asPod = (object: KubeObject): Pod | undefined =>
  object.kind === 'Pod' ? (object as Pod) : undefined

/** The pod spec in an object: a pod's own, or its template's. */
export const podSpecOf = (object: KubeObject): PodSpec | undefined =>
  asPod(object)?.spec ?? asWorkload(object)?.spec.template.spec

/** A workload with another template. */
export function withTemplate<W extends Workload>(workload: W, template: PodTemplate): W {
  return { ...workload, spec: { ...workload.spec, template } }
}

/** An object with another pod spec. */
export function withPodSpec(object: KubeObject, spec: PodSpec): KubeObject {
  const pod = asPod(object)
  if (pod) return { ...pod, spec }
  const workload = asWorkload(object)
  return workload ? withTemplate(workload, { ...workload.spec.template, spec }) : object
}
