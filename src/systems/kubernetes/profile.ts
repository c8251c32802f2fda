import type { ProfileName } from './resources.ts'

/** In what the recorded Kubernetes and today's differ, where it is more than wording. */
export interface Profile {
  readonly name: ProfileName
  /** What `kubectl version` and nodes say. */
  readonly serverVersion: string
  /** How long a silent kubelet is believed in; 40 s until it became 50 s. */
  readonly nodeGraceMs: number
  /** Whether readiness is played as in the recordings: pods start in 1 s and end in 0.7 s. */
  readonly playedKubelets: boolean
}

const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  '1.20': {
    name: '1.20',
    serverVersion: 'v1.20.2',
    nodeGraceMs: 40_000,
    playedKubelets: true,
  },
  '1.33': {
    name: '1.33',
    serverVersion: 'v1.33.1',
    nodeGraceMs: 50_000,
    playedKubelets: false,
  },
}

export const profileOf = (name: ProfileName): Profile => PROFILES[name]
