import type { KubeObject, ObjectMeta, OwnerReference } from '../objects.ts'

/** The one owner that manages an object; undefined for what is on its own. */
export const controllerOf = ({
  ownerReferences = [],
}: Pick<ObjectMeta, 'ownerReferences'>): OwnerReference | undefined =>
  ownerReferences.find(({ controller }) => controller === true)

/** Whether an object is managed by the one of this identity. */
export const isControlledBy = (metadata: ObjectMeta, uid: string): boolean =>
  controllerOf(metadata)?.uid === uid

/** The reference by which an object says who manages it. */
export const referenceTo = ({ apiVersion, kind, metadata }: KubeObject): OwnerReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
})

/** Metadata of an object that has found a manager. */
export const adopted = (metadata: ObjectMeta, owner: KubeObject): ObjectMeta => ({
  ...metadata,
  ownerReferences: [...(metadata.ownerReferences ?? []), referenceTo(owner)],
})

/** Metadata of an object that its manager lets go. */
export function released(metadata: ObjectMeta, uid: string): ObjectMeta {
  const { ownerReferences = [], ...rest } = metadata
  const left = ownerReferences.filter((one) => one.uid !== uid)
  return left.length === 0 ? rest : { ...rest, ownerReferences: left }
}
