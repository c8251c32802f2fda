import { exercise } from './exercise.ts'
import type { Mission } from './mission.ts'
import type { MissionId } from './mission-ids.ts'

/** What is in each mission. */
export const missions: Readonly<Record<MissionId, Mission>> = {
  exercise,
}
