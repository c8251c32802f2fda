import { exercise } from './exercise.ts'
import { nodeLoss } from './node-loss.ts'
import { zones } from './zones.ts'
import { drainBlocked } from './drain-blocked.ts'
import { neverMet } from './never-met.ts'
import { deleteBypasses } from './delete-bypasses.ts'
import { rolloutDeadlock } from './rollout-deadlock.ts'
import { rollbackDeadlock } from './rollback-deadlock.ts'
import { scaleDownZones } from './scale-down-zones.ts'
import { liveness } from './liveness.ts'
import { singleReplica } from './single-replica.ts'
import { capacity } from './capacity.ts'
import { badImage } from './bad-image.ts'
import { graceful } from './graceful.ts'
import type { Mission } from './mission.ts'
import type { MissionId } from './mission-ids.ts'

/** What is in each mission. */
export const missions: Readonly<Record<MissionId, Mission>> = {
  exercise,
  'node-loss': nodeLoss,
  zones,
  'drain-blocked': drainBlocked,
  'never-met': neverMet,
  'delete-bypasses': deleteBypasses,
  'rollout-deadlock': rolloutDeadlock,
  'rollback-deadlock': rollbackDeadlock,
  'scale-down-zones': scaleDownZones,
  liveness,
  'single-replica': singleReplica,
  capacity,
  'bad-image': badImage,
  graceful,
}
