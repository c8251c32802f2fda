import { update } from '../../api/write.ts'
import type { KubeObject, Resource } from '../../objects.ts'
import type { Asked } from './asked.ts'
import { dryRunOf } from './results.ts'
import type { Target } from './targets.ts'

/** Puts an object in the place of the one that was found, unless that is only to be pretended. */
export function storeChanged(asked: Asked, { info }: Target, object: KubeObject): KubeObject {
  const dryRun = dryRunOf(asked)
  if (dryRun === 'client') return object
  return update<Resource>(asked.turn, info.name, object, { dryRun: dryRun === 'server' })
}
