/** The missions, by the name that they have in addresses, in the order in which they are listed. */
export const missionIds = [
  'exercise',
  'node-loss',
  'zones',
  'drain-blocked',
  'never-met',
  'delete-bypasses',
  'rollout-deadlock',
  'rollback-deadlock',
  'scale-down-zones',
  'liveness',
  'single-replica',
  'capacity',
  'bad-image',
  'graceful',
] as const

export type MissionId = (typeof missionIds)[number]

export const isMission = (id: string): id is MissionId =>
  missionIds.some((mission) => mission === id)
