import { itComesBack } from './it-comes-back.ts'
import type { Mission } from './mission.ts'
import type { MissionId } from './mission-ids.ts'

/** What is in each mission. */
export const missions: Readonly<Record<MissionId, Mission>> = {
  'it-comes-back': itComesBack,
}
