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

/** When and of what a release was made, as its own programs say. */
const BUILDS: Readonly<
  Record<
    string,
    { readonly gitCommit: string; readonly buildDate: string; readonly goVersion: string }
  >
> = {
  'v1.20.2': {
    gitCommit: 'faecb196815e248d3ecfb03c680a4507229c2a56',
    buildDate: '2021-01-13T13:20:00Z',
    goVersion: 'go1.15.5',
  },
  'v1.33.1': {
    gitCommit: '8adc0f041b8e7ad1d30e29cc59c6ae7a15e19828',
    buildDate: '2025-05-15T08:27:33Z',
    goVersion: 'go1.24.2',
  },
}

/** A version as programs of Kubernetes tell it, in the order in which they do. */
export function versionInfo(gitVersion: string): Readonly<Record<string, string>> {
  const [major = '', minor = ''] = gitVersion.slice(1).split('.')
  const { gitCommit, buildDate, goVersion } = BUILDS[gitVersion] ?? {}
  return {
    major,
    minor,
    gitVersion,
    ...(gitCommit === undefined ? {} : { gitCommit, gitTreeState: 'clean' }),
    ...(buildDate === undefined ? {} : { buildDate }),
    ...(goVersion === undefined ? {} : { goVersion, compiler: 'gc' }),
    platform: 'linux/amd64',
  }
}
